package plumbline.contract.sampling;

import org.jspecify.annotations.Nullable;
import plumbline.contract.body.Content;
import plumbline.contract.http.MediaType;
import plumbline.contract.json.JsonType;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.Schema;
import plumbline.contract.parameters.SchemaShape;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;

/**
 * Makes values for bodies; also for those that no schema describes, or none that could.
 *
 * @param sampler makes values
 */
public record BodySampler(Sampler sampler) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /**
     * {@return a value that is valid}
     *
     * @param seed which of the valid values
     * @throws UnsatisfiableException if none could be made
     */
    public JsonNode sample(Content content, Direction direction, long seed) throws UnsatisfiableException {
        @Nullable Schema schema = content.spec().schema();
        if (content.isOctets() && !isText(schema)) {
            return NODES.stringNode(octets(seed));
        }
        if (schema != null) {
            return content.type().isJsonPatch() && mayBeEmpty(schema)
                    ? NODES.arrayNode()
                    : sampler.sample(schema, direction, seed);
        }
        @Nullable Schema item = content.spec().itemSchema();
        if (item != null) {
            return NODES.arrayNode()
                    .add(sampler.sample(item, direction, seed))
                    .add(sampler.sample(item, direction, seed + 1));
        }
        return undescribed(content.type());
    }

    /** Nobody knows which steps can be done to a value that he does not know, unless there are none. */
    private static boolean mayBeEmpty(Schema schema) {
        return SchemaShape.of(schema).allows(JsonType.ARRAY)
                && schema.node()
                        .resolved()
                        .get("minItems")
                        .filter(least -> least.value().asInt(0) > 0)
                        .isEmpty();
    }

    private static boolean isText(@Nullable Schema schema) {
        return schema != null
                && SchemaShape.of(schema).isDeclared()
                && SchemaShape.of(schema).allows(JsonType.STRING);
    }

    private static String octets(long seed) {
        StringBuilder octets = new StringBuilder();
        for (int i = 0; i < Long.BYTES; i++) {
            octets.append((char) (seed >>> 8 * i & 0xFF));
        }
        return octets.toString();
    }

    private static JsonNode undescribed(MediaType type) {
        return switch (type.shape()) {
            case TEXT, OCTETS -> NODES.stringNode("text");
            case SEQUENCE -> NODES.arrayNode();
            case TREE, PARTS -> NODES.objectNode();
        };
    }
}
