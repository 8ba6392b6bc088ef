package plumbline.mock.answer;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import plumbline.contract.body.Bodies;
import plumbline.contract.body.Content;
import plumbline.contract.body.Written;
import plumbline.contract.document.Node;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonException;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.Example;
import plumbline.contract.operation.Schema;
import plumbline.contract.validation.Schemas;
import plumbline.json.jackson.databind.JsonNode;

/** Examples as bodies; those that no path value changes are written once. Thread-safe. */
final class WrittenExamples {
    private final Schemas schemas;
    private final PathEcho echo;
    private final Map<Key, Written> known = new ConcurrentHashMap<>();
    private final Map<Key, JsonNode> values = new ConcurrentHashMap<>();

    WrittenExamples(Schemas schemas, PathEcho echo) {
        this.schemas = schemas;
        this.echo = echo;
    }

    /** An example may be shared by media types. */
    private record Key(Node example, Node content) {}

    /** {@return the example as the value that is meant, with the path values} */
    JsonNode value(Content content, Example example, Map<String, String> pathValues) {
        return echo.apply(meant(example.value(), content), content.spec().schema(), pathValues);
    }

    @SuppressWarnings("ReferenceEquality") // The echo hands back the very value that it leaves as it is.
    Written written(Content content, Example example, Map<String, String> pathValues) {
        Key key = new Key(example.node(), content.spec().node());
        // Clients choose the type of a range, so that there is no end to these.
        boolean isOneOfMany = content.spec().mediaType().isRange();
        JsonNode value = isOneOfMany
                ? meant(example.value(), content)
                : values.computeIfAbsent(key, k -> meant(example.value(), content));
        JsonNode echoed = echo.apply(value, content.spec().schema(), pathValues);
        return echoed == value && !isOneOfMany
                ? known.computeIfAbsent(key, k -> Bodies.write(content, value))
                : Bodies.write(content, echoed);
    }

    /** Some authors write JSON as a text; where the schema wants none, the value is meant. */
    private JsonNode meant(JsonNode value, Content content) {
        @Nullable Schema schema = content.spec().schema();
        if (schema == null
                || !value.isString()
                || !content.type().isJson()
                || schemas.isValid(schema, Direction.RESPONSE, value)) {
            return value;
        }
        try {
            return Json.read(value.stringValue());
        } catch (JsonException e) {
            return value;
        }
    }
}
