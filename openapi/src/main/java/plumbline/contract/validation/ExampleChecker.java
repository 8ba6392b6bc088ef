package plumbline.contract.validation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import plumbline.contract.Contract;
import plumbline.contract.body.Bodies;
import plumbline.contract.body.Content;
import plumbline.contract.body.Written;
import plumbline.contract.document.ContractException;
import plumbline.contract.document.Node;
import plumbline.contract.document.Problem;
import plumbline.contract.document.Topic;
import plumbline.contract.http.BodyShape;
import plumbline.contract.http.MediaType;
import plumbline.contract.operation.Components;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.Example;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.RequestBodySpec;
import plumbline.contract.operation.ResponseSpec;
import plumbline.contract.operation.Schema;
import plumbline.json.jackson.databind.JsonNode;

/** Finds examples and defaults of a contract that break their own schemas. Large contracts take seconds. */
public final class ExampleChecker {
    private static final List<Direction> EITHER = List.of(Direction.RESPONSE, Direction.REQUEST);

    private final Schemas schemas;
    private final Set<Problem> problems = new LinkedHashSet<>();
    private final SchemaWalk walk = new SchemaWalk(this::ofSchema);

    private final Set<Node> places = new HashSet<>();
    private final Set<Check> checks = new HashSet<>();

    /** A value that is judged by a schema as it is sent one way, or as either. */
    private record Check(Node place, Node schema, List<Direction> directions) {}

    private ExampleChecker(Schemas schemas) {
        this.schemas = schemas;
    }

    /** {@return a warning for each example or default that breaks its schema, in the order of the operations} */
    public static List<Problem> problems(Contract contract, Schemas schemas) {
        return List.copyOf(ofOperations(contract, schemas).problems);
    }

    /** {@return the same of the whole document: of operations, of what clients offer, and of components that neither uses} */
    public static List<Problem> problemsOfAll(Contract contract, Schemas schemas) {
        ExampleChecker checker = ofOperations(contract, schemas);
        // Here the server sends what elsewhere is a request.
        contract.hooks()
                .forEach(hook ->
                        checker.operation(hook.operation(), List.of(Direction.RESPONSE), List.of(Direction.REQUEST)));
        checker.components(contract.components());
        contract.root()
                .at("/components")
                .ifPresent(components -> components
                        .members("schemas")
                        .values()
                        .forEach(schema -> checker.walk.visit(new Schema(schema, contract.version()))));
        return List.copyOf(checker.problems);
    }

    private static ExampleChecker ofOperations(Contract contract, Schemas schemas) {
        ExampleChecker checker = new ExampleChecker(schemas);
        contract.operations()
                .forEach(operation ->
                        checker.operation(operation, List.of(Direction.REQUEST), List.of(Direction.RESPONSE)));
        return checker;
    }

    private void operation(Operation operation, List<Direction> asking, List<Direction> answering) {
        operation.parameters().forEach(parameter -> parameter(parameter, asking));
        RequestBodySpec body = operation.body();
        if (body != null) {
            body.content().forEach(content -> content(content, asking));
        }
        operation.responses().forEach(response -> response(response, answering));
    }

    private void response(ResponseSpec response, List<Direction> answering) {
        response.headers().forEach(header -> parameter(header, answering));
        response.content().forEach(content -> content(content, answering));
    }

    /** Which way these are sent is known of those only that are used. */
    private void components(Components components) {
        components.parameters().forEach(parameter -> parameter(parameter, EITHER));
        components.headers().forEach(header -> parameter(header, EITHER));
        components.bodies().forEach(body -> body.content().forEach(content -> content(content, EITHER)));
        components.responses().forEach(response -> response(response, EITHER));
    }

    private void parameter(Parameter parameter, List<Direction> directions) {
        Optional<Schema> schema = parameter.valueSchema();
        schema.ifPresent(described -> {
            parameter.examples().forEach(example -> check(example.node(), example.value(), described, directions));
            walk.visit(described);
        });
        if (parameter.content() != null) {
            content(parameter.content(), directions);
        }
    }

    private void content(MediaTypeSpec content, List<Direction> directions) {
        @Nullable Schema schema = content.schema();
        if (schema != null) {
            content.examples().forEach(example -> {
                if (isSentAsItIs(content, example)) {
                    check(new Check(example.node(), schema.node(), directions), schema, asSent(content, example));
                } else {
                    check(example.node(), example.value(), schema, directions);
                }
            });
            walk.visit(schema);
        }
        if (content.itemSchema() != null) {
            walk.visit(content.itemSchema());
        }
    }

    /** A text for a media type that is no text is the content as it is sent. */
    private static boolean isSentAsItIs(MediaTypeSpec content, Example example) {
        return example.value().isString()
                && content.mediaType().shape() != BodyShape.TEXT
                && !content.mediaType().isJson()
                && !content.mediaType().isRange();
    }

    private Function<Direction, List<Violation>> asSent(MediaTypeSpec content, Example example) {
        Written sent = Bodies.write(new Content(content, content.mediaType()), example.value());
        MediaType type = MediaType.parse(sent.contentType()).orElse(content.mediaType());
        return direction -> new BodyValidator(schemas, direction).validate(content, type, sent.body());
    }

    /** What stands in a schema may be meant for requests only, or for responses only. */
    private void ofSchema(Schema schema) {
        List<Node> values = new ArrayList<>(schema.node().items("examples"));
        schema.node().get("example").ifPresent(values::add);
        schema.node().get("default").ifPresent(values::add);
        values.forEach(value -> check(value, value.value(), schema, EITHER));
    }

    private void check(Node place, JsonNode value, Schema schema, List<Direction> directions) {
        check(
                new Check(place, schema.node(), directions),
                schema,
                direction -> schemas.violations(schema, direction, value, Location.body()));
    }

    private void check(Check check, Schema schema, Function<Direction, List<Violation>> judging) {
        Node place = check.place();
        // What was judged as it is sent needs no judging as either.
        boolean isJudged = check.directions().equals(EITHER) && places.contains(place);
        if (isJudged || !checks.add(check)) {
            return;
        }
        places.add(place);
        try {
            Violation first = null;
            for (Direction direction : check.directions()) {
                List<Violation> violations = judging.apply(direction);
                if (violations.isEmpty()) {
                    return;
                }
                first = first == null ? violations.get(0) : first;
            }
            if (first != null) {
                problems.add(problem(place, first).about(topic(place, schema)));
            }
        } catch (ContractException e) {
            e.problems().forEach(problem -> problems.add(problem.asWarning()));
        }
    }

    /** Where nothing else is given, the examples of a schema are those of what it describes. */
    private static Topic topic(Node place, Schema schema) {
        if ("default".equals(place.name())) {
            return Topic.DEFAULT;
        }
        Node described = schema.node().resolved();
        boolean isOfSchema =
                place.parent().equals(described) || place.parent().parent().equals(described);
        return isOfSchema ? Topic.SCHEMA_EXAMPLE : Topic.EXAMPLE;
    }

    private static Problem problem(Node place, Violation violation) {
        String pointer = violation.location().pointer();
        String name = "default".equals(place.name()) ? "default" : "example";
        String said = violation.contractPlace() == null ? "" : " [" + violation.contractPlace() + "]";
        return Problem.warning(
                place.place(),
                "the " + name + " breaks '" + violation.rule() + "' of its schema: "
                        + (pointer.isEmpty() ? "it " : "its value at " + pointer + " ") + violation.message() + said,
                "mend one of them");
    }
}
