package plumbline.contract.validation.rewriting;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.networknt.schema.AbsoluteIri;
import plumbline.json.networknt.schema.InputFormat;
import plumbline.json.networknt.schema.resource.InputStreamSource;
import plumbline.json.networknt.schema.resource.ResourceLoader;
import plumbline.json.networknt.schema.serialization.NodeReader;

/**
 * Hands schemas to the validator as the trees that they are; it takes them from streams alone, for which each would be written
 * and read again.
 *
 * @param resources all schemas
 */
public record SchemaTrees(SchemaResources resources) implements ResourceLoader, NodeReader {
    private static final NodeReader OTHERS = NodeReader.builder().build();

    @Override
    public @Nullable InputStreamSource getResource(AbsoluteIri location) {
        return resources
                .find(location.toString())
                .map(resource -> (InputStreamSource) () -> new Tree(resource.rewritten()))
                .orElse(null);
    }

    @Override
    public JsonNode readTree(InputStream content, InputFormat format) {
        return content instanceof Tree tree ? tree.schema : OTHERS.readTree(content, format);
    }

    @Override
    public JsonNode readTree(String content, InputFormat format) {
        return OTHERS.readTree(content, format);
    }

    /** A schema in the guise of its text. */
    private static final class Tree extends ByteArrayInputStream {
        private final JsonNode schema;

        private Tree(JsonNode schema) {
            super(new byte[0]);
            this.schema = schema;
        }
    }
}
