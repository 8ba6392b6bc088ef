package plumbline.contract.validation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import plumbline.contract.document.Node;
import plumbline.contract.http.Headers;
import plumbline.contract.http.Request;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.Schema;
import plumbline.contract.parameters.Decoded;
import plumbline.contract.parameters.ParameterDecoder;
import plumbline.json.jackson.databind.JsonNode;

/** Judges one parameter or response header. */
final class ParameterValidator {
    private final Parameter parameter;
    private final Schemas schemas;
    private final Predicate<String> isFree;
    private final ParameterDecoder requests;
    private final ParameterDecoder responses;
    private final Location location;

    ParameterValidator(Parameter parameter, Schemas schemas) {
        this(parameter, schemas, name -> false);
    }

    /** Makes a judge of a parameter among others, given what tells names in queries that none of these claims. */
    ParameterValidator(Parameter parameter, Schemas schemas, Predicate<String> isFree) {
        this.parameter = parameter;
        this.schemas = schemas;
        this.isFree = isFree;
        this.requests = decoder(Direction.REQUEST);
        this.responses = decoder(Direction.RESPONSE);
        boolean isWhole = parameter.in() == Parameter.In.QUERYSTRING;
        this.location = new Location(
                isWhole
                        ? Location.Part.QUERY
                        : Location.Part.valueOf(parameter.in().name()),
                parameter.name(),
                "");
    }

    private ParameterDecoder decoder(Direction direction) {
        return new ParameterDecoder(parameter, schemas.validity(direction), isFree);
    }

    List<Violation> validate(Request request, Map<String, String> pathValues) {
        return judge(requests.decode(request, pathValues), Direction.REQUEST);
    }

    /** {@return what is wrong with the headers of a part of a request's body} */
    List<Violation> validatePart(Headers headers) {
        return judge(requests.header(headers), Direction.REQUEST);
    }

    List<Violation> validate(Headers responseHeaders) {
        List<String> cookies =
                "Set-Cookie".equalsIgnoreCase(parameter.name()) ? responseHeaders.all(parameter.name()) : List.of();
        // Unlike other fields, it cannot be joined with commas (RFC 9110, section 5.3).
        return cookies.size() < 2
                ? judge(responses.header(responseHeaders), Direction.RESPONSE)
                : cookies.stream()
                        .flatMap(cookie ->
                                judge(responses.header(Headers.of(parameter.name(), cookie)), Direction.RESPONSE)
                                        .stream())
                        .toList();
    }

    private List<Violation> judge(Decoded decoded, Direction direction) {
        if (decoded instanceof Decoded.Value value) {
            return judge(value.candidates(), direction);
        }
        if (decoded instanceof Decoded.Malformed malformed) {
            return List.of(
                    violation("style", "is not written as documented", malformed.expected(), malformed.actual()));
        }
        if (decoded instanceof Decoded.Repeated repeated) {
            return List.of(violation(
                    "duplicate",
                    "is given " + repeated.times() + " times, but takes one value",
                    "one value",
                    repeated.times() + " values"));
        }
        return parameter.required()
                ? List.of(violation("required", "is missing, but required", "a value", "none"))
                : List.of();
    }

    private List<Violation> judge(List<JsonNode> candidates, Direction direction) {
        if (isEmpty(candidates) && parameter.in() == Parameter.In.QUERY) {
            Optional<Node> said = parameter.node().get("allowEmptyValue");
            if (said.isPresent() && !parameter.layout().allowEmptyValue()) {
                return List.of(violation("allowEmptyValue", "is empty, which is not allowed", "a value", "none"));
            }
        }
        Optional<Schema> schema = parameter.valueSchema();
        if (schema.isEmpty() || parameter.layout().allowEmptyValue() && isEmpty(candidates)) {
            return List.of();
        }
        List<Violation> first = null;
        for (JsonNode candidate : candidates) {
            List<Violation> violations = schemas.violations(schema.get(), direction, candidate, location);
            if (violations.isEmpty()) {
                return violations;
            }
            first = first == null ? violations : first;
        }
        return first == null ? List.of() : first;
    }

    private static boolean isEmpty(List<JsonNode> candidates) {
        return candidates.stream().anyMatch(ParameterValidator::isEmpty);
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isString() && value.stringValue().isEmpty()
                || value.isArray() && value.valueStream().allMatch(ParameterValidator::isEmpty);
    }

    private Violation violation(String rule, String message, String expected, String actual) {
        return new Violation(
                rule, location, message, expected, actual, parameter.node().place());
    }
}
