package plumbline.contract.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import plumbline.contract.Contract;
import plumbline.contract.Match;
import plumbline.contract.document.Place;
import plumbline.contract.http.Body;
import plumbline.contract.http.MediaType;
import plumbline.contract.http.Request;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.RequestBodySpec;
import plumbline.contract.operation.Schema;
import plumbline.contract.parameters.QueryNames;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.MissingNode;

/** Judges requests: parameters and body; credentials are judged by {@link SecurityValidator}. Thread-safe. */
public final class RequestValidator {
    private final Schemas schemas;
    private final BodyValidator bodies;
    private final Map<Operation, List<ParameterValidator>> parameters = new ConcurrentHashMap<>();

    /**
     * What is known of a value that a body may stand for.
     *
     * @param schema what it was judged by; null if nothing is known
     * @param value the value
     * @param violations how it departs from the schema
     */
    public record JudgedBody(@Nullable Schema schema, JsonNode value, List<Violation> violations) {
        public JudgedBody {
            violations = List.copyOf(violations);
        }

        /** {@return no knowledge} */
        public static JudgedBody unknown() {
            return new JudgedBody(null, MissingNode.getInstance(), List.of());
        }

        boolean tellsOf(Schema other, JsonNode read) {
            return other.equals(schema) && read.equals(value);
        }
    }

    public RequestValidator(Schemas schemas) {
        this.schemas = schemas;
        this.bodies = new BodyValidator(schemas, Direction.REQUEST);
    }

    /** {@return how the request departs from its operation; empty if it conforms} */
    public List<Violation> validate(Match.Found match, Request request) {
        return validate(match, request, JudgedBody.unknown());
    }

    /** {@return how the request departs from its operation, its body judged anew only if it stands for another value} */
    public List<Violation> validate(Match.Found match, Request request, JudgedBody known) {
        List<Violation> violations = new ArrayList<>(0);
        for (ParameterValidator parameter : parametersOf(match.operation())) {
            violations.addAll(parameter.validate(request, match.pathValues()));
        }
        RequestBodySpec body = match.operation().body();
        if (body != null) {
            violations.addAll(body(body, request, known));
        }
        return violations;
    }

    /** {@return what a request means to a contract; of paths that are alike, the one whose parameters the request has} */
    public Match match(Contract contract, Request request) {
        return contract.match(request, found -> takesParameters(found, request));
    }

    /** {@return how a body of this content type departs from what is documented of it; empty if it conforms} */
    public List<Violation> validate(MediaTypeSpec spec, String contentType, Body body) {
        MediaType type = MediaType.parse(contentType).orElse(spec.mediaType());
        return bodies.validate(spec, type, body);
    }

    private boolean takesParameters(Match.Found match, Request request) {
        return parametersOf(match.operation()).stream()
                .allMatch(parameter ->
                        parameter.validate(request, match.pathValues()).isEmpty());
    }

    private List<ParameterValidator> parametersOf(Operation operation) {
        List<ParameterValidator> known = parameters.get(operation);
        if (known == null) {
            QueryNames names = QueryNames.of(operation);
            known = operation.parameters().stream()
                    .map((Parameter parameter) -> new ParameterValidator(parameter, schemas, names::isFree))
                    .toList();
            parameters.put(operation, known);
        }
        return known;
    }

    private List<Violation> body(RequestBodySpec body, Request request, JudgedBody known) {
        if (request.body().isEmpty()) {
            return body.required()
                    ? List.of(bodyViolation(
                            "required",
                            "is missing, but required",
                            "a body",
                            "none",
                            body.node().place()))
                    : List.of();
        }
        String declared = request.headers().first("Content-Type").orElse("");
        @Nullable MediaType type = MediaType.parse(declared).orElse(null);
        @Nullable
        MediaTypeSpec spec = type == null
                ? null
                : MediaTypeSpec.covering(body.content(), type).orElse(null);
        if (type == null || spec == null) {
            return body.content().isEmpty() ? List.of() : List.of(undocumented(body, declared));
        }
        return bodies.validate(spec, type, request.body(), known);
    }

    private static Violation undocumented(RequestBodySpec body, String declared) {
        List<String> types =
                body.content().stream().map(spec -> spec.mediaType().toString()).toList();
        return new Violation(
                "mediaType",
                Location.header("Content-Type"),
                declared.isEmpty() ? "is missing" : "names a media type that is not documented",
                "one of " + String.join(", ", types),
                declared.isEmpty() ? "none" : declared,
                body.node().placeOf("/content"));
    }

    private static Violation bodyViolation(String rule, String message, String expected, String actual, Place place) {
        return new Violation(rule, Location.body(), message, expected, actual, place);
    }
}
