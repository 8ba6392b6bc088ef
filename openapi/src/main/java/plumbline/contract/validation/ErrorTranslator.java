package plumbline.contract.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plumbline.contract.document.ContractException;
import plumbline.contract.document.Node;
import plumbline.contract.document.Place;
import plumbline.contract.document.Problem;
import plumbline.contract.json.Pointers;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.Schema;
import plumbline.contract.validation.rewriting.HiddenProperties;
import plumbline.contract.validation.rewriting.SchemaPath;
import plumbline.contract.validation.rewriting.SchemaResource;
import plumbline.contract.validation.rewriting.SchemaResources;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.networknt.schema.Error;
import plumbline.json.networknt.schema.SchemaLocation;
import plumbline.json.networknt.schema.path.NodePath;

/** Says in our words, and with places in the document, what the validator found. */
final class ErrorTranslator {
    private final SchemaResources resources;

    ErrorTranslator(SchemaResources resources) {
        this.resources = resources;
    }

    /**
     * What was judged.
     *
     * @param schema by which schema
     * @param value which value
     * @param location where that stands in the message
     */
    record Judged(Node schema, JsonNode value, Location location) {}

    List<Violation> translate(List<Error> errors, SchemaPath path, Judged judged) {
        List<Violation> violations = new ArrayList<>();
        List<Violation> ofDerived = new ArrayList<>();
        for (RelevantErrors.Relevant relevant : new RelevantErrors(errors).list()) {
            Error error = relevant.error();
            Violation violation =
                    error.getSchemaLocation() == null ? undecided(error, judged) : translate(relevant, path, judged);
            List<Violation> list = EvaluationSteps.of(error).isOfDerivedSchema() ? ofDerived : violations;
            if (!list.contains(violation)) {
                list.add(violation);
            }
        }
        // What the base says itself is told once, as its own rule.
        ofDerived.removeIf(derived -> violations.stream().anyMatch(own -> isSame(own, derived)));
        violations.addAll(ofDerived);
        return violations;
    }

    private static boolean isSame(Violation own, Violation derived) {
        return own.location().equals(derived.location())
                && Objects.equals(own.contractPlace(), derived.contractPlace())
                && own.expected().equals(derived.expected());
    }

    private static Violation undecided(Error error, Judged judged) {
        return new Violation(
                error.getKeyword(),
                judged.location(),
                String.valueOf(error.getMessage()),
                "a value that can be judged",
                KeywordMessage.excerpt(judged.value()),
                judged.schema().place());
    }

    private Violation translate(RelevantErrors.Relevant relevant, SchemaPath path, Judged judged) {
        Error error = relevant.error();
        String pointer = pointer(error);
        @Nullable
        JsonNode actual = error.getInstanceNode() == null ? at(judged.value(), pointer) : error.getInstanceNode();
        @Nullable Origin origin = origin(error);
        KeywordMessage message = KeywordMessage.of(
                rule(error, origin),
                origin == null ? null : origin.keyword(),
                actual == null ? judged.value() : actual,
                error);
        KeywordMessage told = new ChoiceMessage(path, judged.value()).complete(message, relevant);
        return new Violation(
                told.rule(),
                judged.location().at(pointer),
                told.text(),
                told.expected(),
                told.actual(),
                origin == null ? null : origin.place());
    }

    private static String rule(Error error, @Nullable Origin origin) {
        if ("false".equals(error.getKeyword()) && origin != null && origin.isWriteOnly()) {
            return "writeOnly";
        }
        return error.getKeyword() == null ? "schema" : error.getKeyword();
    }

    /**
     * Where a fault comes from.
     *
     * @param place the place of the keyword
     * @param keyword the value of the keyword; null if it is not in the document as such
     * @param isWriteOnly whether the schema is that of a property which must not be in a response
     */
    private record Origin(Place place, @Nullable JsonNode keyword, boolean isWriteOnly) {}

    private @Nullable Origin origin(Error error) {
        SchemaLocation location = error.getSchemaLocation();
        if (location == null || location.getAbsoluteIri() == null) {
            return null;
        }
        SchemaResource resource =
                resources.find(location.getAbsoluteIri().toString()).orElse(null);
        if (resource == null) {
            return null;
        }
        String pointer = resource.original(fragment(location));
        Node node = resource.node();
        @Nullable Node keyword = node.at(pointer).orElse(null);
        Node nearest = nearest(node, pointer);
        return new Origin(nearest.place(), keyword == null ? null : keyword.value(), isWriteOnly(nearest));
    }

    /** The value at a pointer, or what is around it where the validator or a rewritten keyword points to more. */
    private static Node nearest(Node node, String pointer) {
        String here = pointer;
        while (!here.isEmpty()) {
            Optional<Node> found = node.at(here);
            if (found.isPresent()) {
                return found.get();
            }
            here = here.substring(0, here.lastIndexOf('/'));
        }
        return node;
    }

    private static boolean isWriteOnly(Node schema) {
        return new HiddenProperties(Direction.RESPONSE).hides(schema);
    }

    private static String fragment(SchemaLocation location) {
        return pointer(location.getFragment());
    }

    private static String pointer(Error error) {
        return error.getInstanceLocation() == null ? "" : pointer(error.getInstanceLocation());
    }

    private static String pointer(NodePath path) {
        return EvaluationSteps.names(path).stream()
                .map(name -> "/" + Pointers.escape(name))
                .collect(Collectors.joining());
    }

    private static @Nullable JsonNode at(JsonNode value, String pointer) {
        JsonNode here = value;
        for (String token : Pointers.tokens(pointer)) {
            here = here.isArray() && token.chars().allMatch(Character::isDigit)
                    ? here.path(Integer.parseInt(token))
                    : here.path(token);
        }
        return here.isMissingNode() ? null : here;
    }

    ContractException unusable(Schema schema, RuntimeException cause) {
        String reason = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        return new ContractException(
                Problem.error(schema.node().place(), "the schema cannot be used: " + reason, "mend the schema"));
    }
}
