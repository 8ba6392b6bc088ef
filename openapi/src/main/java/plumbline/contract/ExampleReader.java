package plumbline.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.document.ContractException;
import plumbline.contract.document.Node;
import plumbline.contract.document.Topic;
import plumbline.contract.http.MediaType;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonException;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;

/**
 * Reads the examples of a value.
 *
 * @param context the document
 * @param mediaType what values are written in, so that examples may be given as they are sent; null for parameters, whose
 *     values only their style could tell
 */
record ExampleReader(ReaderContext context, @Nullable MediaType mediaType) {
    private static final int LARGEST_EXAMPLE_IN_BYTES = 16 << 20;

    /** {@return the examples of an object, and those of its schema where it has none itself} */
    List<Example> read(Node holder, Optional<Schema> schema) {
        List<Example> examples = new ArrayList<>();
        holder.get("example").ifPresent(node -> examples.add(new Example("", node.value(), node)));
        holder.members("examples")
                .forEach((name, node) -> context.problems()
                        .resolve(node)
                        .flatMap(example -> example(name, example))
                        .ifPresent(examples::add));
        if (examples.isEmpty()) {
            schema.ifPresent(s -> ofSchema(s, examples));
        }
        return examples;
    }

    private Optional<Example> example(String name, Node node) {
        Optional<Node> value = node.get("dataValue").or(() -> node.get("value"));
        if (value.isPresent() || mediaType == null) {
            return value.map(found -> new Example(name, found.value(), found));
        }
        Optional<Node> serialized = node.get("serializedValue");
        return serialized.isPresent()
                ? serialized.flatMap(text -> parsed(name, text, text.value().asString("")))
                : node.get("externalValue").flatMap(address -> external(name, address));
    }

    private Optional<Example> external(String name, Node address) {
        try {
            byte[] octets = address.fetch(address.value().asString(""));
            if (octets.length > LARGEST_EXAMPLE_IN_BYTES) {
                return unusable(address, "is larger than " + LARGEST_EXAMPLE_IN_BYTES + " bytes");
            }
            return parsed(name, address, Json.decode(octets));
        } catch (JsonException e) {
            return unusable(address, e.getMessage());
        } catch (ContractException e) {
            e.problems().forEach(context.problems()::warning);
            return Optional.empty();
        }
    }

    private Optional<Example> parsed(String name, Node node, String text) {
        try {
            boolean isJson = mediaType != null && mediaType.isJson();
            JsonNode value = isJson ? Json.read(text) : JsonNodeFactory.instance.stringNode(text);
            return Optional.of(new Example(name, value, node));
        } catch (JsonException e) {
            return unusable(
                    node,
                    "is not strict JSON: " + e.getMessage() + " (line " + e.line() + ", column " + e.column() + ")");
        }
    }

    private Optional<Example> unusable(Node node, @Nullable String reason) {
        context.problems()
                .about(Topic.EXAMPLE)
                .warning(
                        node,
                        "the example cannot be used: " + SchemaInspector.excerpt(node.value()) + " " + reason,
                        "mend it, or write the example as 'value:'");
        return Optional.empty();
    }

    private void ofSchema(Schema schema, List<Example> examples) {
        context.problems().resolve(schema.node()).ifPresent(node -> {
            node.get("example").ifPresent(example -> examples.add(new Example("", example.value(), example)));
            for (Node example : node.items("examples")) {
                examples.add(new Example("", example.value(), example));
            }
        });
    }
}
