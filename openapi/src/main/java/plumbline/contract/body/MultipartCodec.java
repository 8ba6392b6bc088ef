package plumbline.contract.body;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plumbline.contract.body.MultipartParser.MalformedMultipartException;
import plumbline.contract.body.PartReader.PartSpec;
import plumbline.contract.body.reading.BodyFault;
import plumbline.contract.body.reading.BodyReading;
import plumbline.contract.http.Body;
import plumbline.contract.http.MediaType;
import plumbline.contract.operation.Encoding;
import plumbline.contract.operation.Schema;
import plumbline.contract.parameters.FormBody;
import plumbline.contract.parameters.SchemaShape;
import plumbline.contract.parameters.TextReader;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/** Multipart bodies: forms, whose parts are properties by name, and others, whose parts are items of a list. */
record MultipartCodec() implements BodyCodec {
    private static final String RULE = "multipart";

    @Override
    public BodyReading read(Content content, Body body, TextReader reader) {
        String boundary = content.type().parameters().getOrDefault("boundary", "");
        if (boundary.isEmpty() || boundary.length() > 70) {
            return BodyReading.unreadable(content.fault(
                    RULE,
                    "has a media type that names no boundary of 1 to 70 characters",
                    "the parameter 'boundary' (RFC 2046, section 5.1.1)",
                    content.type().toString()));
        }
        try {
            List<Part> parts = new MultipartParser(body, boundary).parse();
            PartReader partReader = new PartReader(content, reader);
            JsonNode value =
                    isForm(content) ? form(content, parts, partReader, reader) : list(content, parts, partReader);
            return new BodyReading(value, partReader.faults, partReader.headers);
        } catch (MalformedMultipartException e) {
            return BodyReading.unreadable(content.fault(
                    RULE,
                    String.valueOf(e.getMessage()),
                    "parts between lines of --" + boundary + ", the last with -- behind it (RFC 2046)",
                    BodyFault.excerpt(body.text())));
        }
    }

    private static boolean isForm(Content content) {
        SchemaShape shape = content.shape();
        return "form-data".equals(content.type().subtype()) || shape != null && shape.isObject();
    }

    private static ArrayNode list(Content content, List<Part> parts, PartReader partReader) {
        SchemaShape shape = content.shape();
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < parts.size(); i++) {
            @Nullable Schema schema = shape == null ? null : shape.item(i).orElse(null);
            PartSpec spec = new PartSpec(schema, content.spec().encodings().at(i));
            list.add(partReader.value(parts.get(i), spec, "/" + i).orElseGet(JsonNodeFactory.instance::nullNode));
        }
        return list;
    }

    private static ObjectNode form(Content content, List<Part> parts, PartReader partReader, TextReader reader) {
        FormBody form = new FormBody(content.spec(), reader);
        Map<String, List<Part>> byProperty = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            String name = parts.get(i).name().orElse(null);
            if (name == null) {
                partReader.faults.add(content.fault(
                        RULE,
                        "has no name in part " + (i + 1),
                        "a header Content-Disposition: form-data; name=\"…\" (RFC 7578)",
                        parts.get(i).headers().first("Content-Disposition").orElse("none")));
            } else {
                byProperty
                        .computeIfAbsent(form.property(name), key -> new ArrayList<>())
                        .add(parts.get(i));
            }
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        FormParts formParts = new FormParts(content, partReader);
        byProperty.forEach((name, own) -> {
            @Nullable Encoding encoding = content.spec().encodings().of(name);
            if (encoding != null && encoding.hasLayout()) {
                FormCodec.set(
                        object, name, form.laidOut(name, FormParts.texts(own)), partReader.faults, encoding.node());
            } else {
                formParts.value(name, own).ifPresent(value -> object.set(name, value));
            }
        });
        return object;
    }

    @Override
    public Written write(Content content, JsonNode value) {
        return value.isString() ? asItIs(content, value.stringValue()) : new MultipartWriter(content).write(value);
    }

    /** An example may be given as it is sent; its first line then tells the boundary. */
    private static Written asItIs(Content content, String example) {
        String text = example.replaceAll("\\r?\\n", "\r\n");
        String first = text.lines().findFirst().orElse("");
        String boundary = first.startsWith("--") ? first.substring(2).trim() : "none";
        Map<String, String> parameters = new LinkedHashMap<>(content.type().parameters());
        parameters.put("boundary", boundary);
        MediaType type = new MediaType(content.type().type(), content.type().subtype(), parameters);
        return new Written(type.toString(), Body.of(text));
    }
}
