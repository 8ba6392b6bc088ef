package plumbline.conformance.cases.requests;

import java.util.Map;
import java.util.Optional;
import plumbline.contract.Operation;
import plumbline.json.jackson.databind.JsonNode;

/**
 * Values that name what exists, given for single operations.
 *
 * @param parameters values by operation id and parameter name
 * @param bodies request bodies by operation id
 */
public record OperationValues(Map<String, Map<String, JsonNode>> parameters, Map<String, JsonNode> bodies) {
    public OperationValues {
        parameters = Map.copyOf(parameters);
        bodies = Map.copyOf(bodies);
    }

    public static OperationValues none() {
        return new OperationValues(Map.of(), Map.of());
    }

    Map<String, JsonNode> of(Operation operation) {
        return parameters.getOrDefault(operation.id(), Map.of());
    }

    public Optional<JsonNode> body(Operation operation) {
        return Optional.ofNullable(bodies.get(operation.id()));
    }
}
