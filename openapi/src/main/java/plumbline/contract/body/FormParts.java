package plumbline.contract.body;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.Encoding;
import plumbline.contract.Schema;
import plumbline.contract.body.PartReader.PartSpec;
import plumbline.contract.body.reading.BodyFault;
import plumbline.contract.http.MediaType;
import plumbline.contract.json.Pointers;
import plumbline.contract.parameters.SchemaShape;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;

/**
 * Puts parts of the same name together.
 *
 * @param content the whole form
 * @param reader reads the parts
 */
record FormParts(Content content, PartReader reader) {
    private static final MediaType JSON = new MediaType("application", "json", Map.of());

    /** {@return the value of a property; nothing if it cannot be read} */
    Optional<JsonNode> value(String name, List<Part> parts) {
        String pointer = Pointers.child("", name);
        SchemaShape whole = content.shape();
        @Nullable Schema schema = whole == null ? null : whole.property(name).orElse(null);
        @Nullable SchemaShape shape = schema == null ? null : SchemaShape.of(schema);
        @Nullable Encoding encoding = content.spec().encodings().of(name);
        if (shape != null && shape.isArray()) {
            return Optional.of(list(parts, new PartSpec(schema, encoding), pointer));
        }
        boolean open = shape == null || !shape.isDeclared();
        if (parts.size() > 1 && !open) {
            reader.faults.add(new BodyFault(
                    "duplicate",
                    pointer,
                    "is given in " + parts.size() + " parts, but takes one value",
                    "one part",
                    parts.size() + " parts",
                    content.spec().node()));
            return Optional.empty();
        }
        PartSpec spec = new PartSpec(schema, encoding);
        if (parts.size() == 1) {
            return reader.value(parts.get(0), spec, pointer);
        }
        return Optional.of(items(parts, spec, pointer));
    }

    private ArrayNode list(List<Part> parts, PartSpec list, String pointer) {
        Schema schema = list.schema();
        @Nullable
        Schema items = schema == null ? null : SchemaShape.of(schema).items().orElse(null);
        boolean nested = items != null && SchemaShape.of(items).isArray();
        boolean mayBeJson = new PartTypes(list.encoding(), schema).allow(JSON);
        if (parts.size() == 1 && !nested && mayBeJson && isWholeList(parts.get(0))) {
            // Both are in use: the whole list as one part of JSON, and each of its items as a part of its own.
            Optional<JsonNode> whole = reader.value(parts.get(0), list, pointer);
            if (whole.isPresent() && whole.get().isArray()) {
                return (ArrayNode) whole.get();
            }
        }
        return items(parts, new PartSpec(items, list.encoding()), pointer);
    }

    private static boolean isWholeList(Part part) {
        return part.headers()
                        .first("Content-Type")
                        .filter(type -> type.contains("json"))
                        .isPresent()
                && part.body().text().stripLeading().startsWith("[");
    }

    private ArrayNode items(List<Part> parts, PartSpec item, String pointer) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (Part part : parts) {
            reader.value(part, item, Pointers.child(pointer, list.size())).ifPresent(list::add);
        }
        return list;
    }

    /** {@return the names and texts of parts} */
    static List<Map.Entry<String, String>> texts(List<Part> parts) {
        return parts.stream()
                .map(part -> Map.entry(part.name().orElse(""), part.body().text()))
                .toList();
    }
}
