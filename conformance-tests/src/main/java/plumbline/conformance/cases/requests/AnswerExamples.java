package plumbline.conformance.cases.requests;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.Example;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.contract.validation.Schemas;
import plumbline.json.jackson.databind.JsonNode;

/**
 * What examples of answers are about: likelier to exist than a made-up value, on a mock above all, though nobody says so.
 *
 * @param schemas tells which values are valid
 */
record AnswerExamples(Schemas schemas) {
    /** {@return values of path parameters that the answer has a property of the same name for, if one example has all} */
    Map<String, JsonNode> pathValues(Operation operation) {
        return "GET".equals(operation.method())
                ? operation.responses().stream()
                        .filter(response -> response.key().startsWith("2"))
                        .flatMap(response -> response.content().stream())
                        .flatMap(type -> type.examples().stream())
                        .map(Example::value)
                        .flatMap(example -> named(operation, example).stream())
                        .findFirst()
                        .orElse(Map.of())
                : Map.of();
    }

    private Optional<Map<String, JsonNode>> named(Operation operation, JsonNode example) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        for (Parameter parameter : operation.parameters(Parameter.In.PATH)) {
            JsonNode value = example.path(parameter.name());
            boolean isValue = value.isString() && !value.stringValue().isEmpty() || value.isIntegralNumber();
            if (!isValue
                    || !parameter.examples().isEmpty()
                    || parameter.valueSchema().isEmpty()
                    || !schemas.isValid(parameter.valueSchema().get(), Direction.REQUEST, value)) {
                return Optional.empty();
            }
            values.put(parameter.name(), value);
        }
        return Optional.of(values).filter(found -> !found.isEmpty());
    }
}
