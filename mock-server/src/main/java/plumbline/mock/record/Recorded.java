package plumbline.mock.record;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plumbline.contract.operation.Operation;
import plumbline.json.jackson.databind.JsonNode;

/**
 * An answer to keep.
 *
 * @param path the path below the base path, percent-encoded
 * @param query the parameters of the query, decoded
 * @param body the body; null if there is none
 */
record Recorded(
        Operation operation,
        String path,
        Map<String, List<String>> query,
        int status,
        @Nullable JsonNode body) {
    Recorded {
        query = Map.copyOf(query);
    }
}
