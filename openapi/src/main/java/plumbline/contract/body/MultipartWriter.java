package plumbline.contract.body;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plumbline.contract.Encoding;
import plumbline.contract.MediaTypeSpec;
import plumbline.contract.Parameter;
import plumbline.contract.Schema;
import plumbline.contract.http.Body;
import plumbline.contract.http.MediaType;
import plumbline.contract.parameters.FormText;
import plumbline.contract.parameters.ParameterEncoder;
import plumbline.contract.parameters.SchemaShape;
import plumbline.json.jackson.databind.JsonNode;

/**
 * Writes multipart bodies.
 *
 * @param content how the body is documented
 */
record MultipartWriter(Content content) {
    private record Section(String head, Body body) {}

    Written write(JsonNode value) {
        List<Section> sections = new ArrayList<>();
        if (value.isObject()) {
            value.forEachEntry((name, member) -> property(name, member, sections));
        } else {
            SchemaShape shape = content.shape();
            for (int i = 0; i < value.size(); i++) {
                @Nullable Schema schema = shape == null ? null : shape.item(i).orElse(null);
                @Nullable Encoding encoding = content.spec().encodings().at(i);
                sections.add(section("", value.get(i), new PartTypes(encoding, schema)));
            }
        }
        return joined(sections);
    }

    private void property(String name, JsonNode value, List<Section> sections) {
        @Nullable Encoding encoding = content.spec().encodings().of(name);
        if (encoding != null && encoding.hasLayout()) {
            new FormText(content.spec())
                    .texts(name, value)
                    .forEach(text -> sections.add(
                            new Section(disposition(text.getKey(), false) + "\r\n", Body.of(text.getValue()))));
            return;
        }
        SchemaShape shape = content.shape();
        @Nullable Schema schema = shape == null ? null : shape.property(name).orElse(null);
        if (value.isArray()) {
            @Nullable
            Schema items =
                    schema == null ? null : SchemaShape.of(schema).items().orElse(null);
            value.forEach(item -> sections.add(section(name, item, new PartTypes(encoding, items))));
        } else {
            sections.add(section(name, value, new PartTypes(encoding, schema)));
        }
    }

    private Section section(String name, JsonNode value, PartTypes types) {
        MediaType type = value.isContainer() && types.named().isEmpty()
                ? new MediaType("application", "json", Map.of())
                : types.preferred();
        boolean binary = BinaryCodec.isBinary(types.schema());
        MediaTypeSpec spec =
                MediaTypeSpec.of(type, types.schema(), content.spec().node());
        Content inner = new Content(spec, type);
        Written written = binary ? new BinaryCodec().write(inner, value) : Bodies.write(inner, value);
        String head = (name.isEmpty() ? "" : disposition(name, binary)) + "Content-Type: " + written.contentType()
                + "\r\n" + headers(types.encoding());
        return new Section(head + "\r\n", written.body());
    }

    private static String disposition(String name, boolean isFile) {
        String quoted = Part.quoted(name);
        return "Content-Disposition: form-data; name=" + quoted + (isFile ? "; filename=" + quoted : "") + "\r\n";
    }

    private String headers(@Nullable Encoding encoding) {
        StringBuilder headers = new StringBuilder();
        for (Parameter header : encoding == null ? List.<Parameter>of() : encoding.headers()) {
            content.partHeaders()
                    .apply(header)
                    .ifPresent(value -> headers.append(header.name())
                            .append(": ")
                            .append(new ParameterEncoder(header).text(value))
                            .append("\r\n"));
        }
        return headers.toString();
    }

    private Written joined(List<Section> sections) {
        int hash = sections.stream()
                .mapToInt(section ->
                        31 * section.head().hashCode() + section.body().hashCode())
                .reduce(17, (a, b) -> 31 * a + b);
        String boundary = "part-" + Integer.toHexString(hash);
        while (occurs(boundary, sections)) {
            boundary += "x";
        }
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        for (Section section : sections) {
            octets.writeBytes(("--" + boundary + "\r\n" + section.head()).getBytes(StandardCharsets.UTF_8));
            octets.writeBytes(section.body().bytes());
            octets.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        octets.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        Map<String, String> parameters = new LinkedHashMap<>(content.type().parameters());
        parameters.put("boundary", boundary);
        MediaType type = new MediaType(content.type().type(), content.type().subtype(), parameters);
        return new Written(type.toString(), Body.of(octets.toByteArray()));
    }

    private static boolean occurs(String boundary, List<Section> sections) {
        return sections.stream()
                .anyMatch(
                        section -> new String(section.body().bytes(), StandardCharsets.ISO_8859_1).contains(boundary));
    }
}
