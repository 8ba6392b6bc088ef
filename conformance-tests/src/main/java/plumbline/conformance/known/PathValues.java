package plumbline.conformance.known;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.http.PercentCoding;
import plumbline.contract.http.Request;
import plumbline.contract.operation.PathTemplate;
import plumbline.json.jackson.databind.JsonNode;

/**
 * Writes values into paths that were planned before anything was known.
 *
 * @param basePath the path before those of the contract
 * @param template the template of the path
 * @param planned the path with the values that nothing is known of
 */
record PathValues(String basePath, PathTemplate template, String planned) {
    /** {@return the request with values in those places of its path where it still has the planned ones} */
    Request write(Request request, Map<String, JsonNode> values) {
        Optional<List<String>> before = segments(planned);
        Optional<List<String>> asked = segments(request.path());
        List<String> templates = List.of(template.toString().split("/", -1));
        if (before.isEmpty() || asked.isEmpty() || before.get().size() != templates.size()) {
            return request;
        }
        int common = Math.min(asked.get().size(), templates.size());
        StringBuilder path = new StringBuilder(basePath);
        for (int i = 0; i < asked.get().size(); i++) {
            String segment = asked.get().get(i);
            boolean isPlanned = i < common && segment.equals(before.get().get(i));
            path.append(i == 0 ? "" : "/").append(isPlanned ? segment(templates.get(i), segment, values) : segment);
        }
        return request.withPath(path.toString());
    }

    private static String segment(String text, String planned, Map<String, JsonNode> values) {
        PathTemplate part = new PathTemplate(text);
        Map<String, String> encoded = new HashMap<>();
        for (String name : part.names()) {
            @Nullable JsonNode value = values.get(name);
            if (value == null) {
                return planned;
            }
            encoded.put(name, PercentCoding.encode(value.asString("")));
        }
        return encoded.isEmpty() ? planned : part.expand(encoded);
    }

    private Optional<List<String>> segments(String path) {
        return path.startsWith(basePath)
                ? Optional.of(List.of(path.substring(basePath.length()).split("/", -1)))
                : Optional.empty();
    }
}
