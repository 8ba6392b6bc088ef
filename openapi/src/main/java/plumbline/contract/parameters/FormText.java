package plumbline.contract.parameters;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plumbline.contract.Encoding;
import plumbline.contract.MediaTypeSpec;
import plumbline.contract.Parameter;
import plumbline.contract.http.PercentCoding;
import plumbline.contract.json.Json;
import plumbline.json.jackson.databind.JsonNode;

/** Writes bodies of {@code application/x-www-form-urlencoded}, which {@link FormBody} reads. */
public final class FormText {
    private final MediaTypeSpec spec;
    private final @Nullable SchemaShape shape;

    public FormText(MediaTypeSpec spec) {
        this.spec = spec;
        this.shape = spec.schema() == null ? null : SchemaShape.of(spec.schema());
    }

    /** {@return the form that stands for an object} */
    public String write(JsonNode object) {
        List<String> parts = new ArrayList<>();
        object.forEachEntry((name, value) -> parts.addAll(parts(name, value)));
        return String.join("&", parts);
    }

    /** {@return the names and texts that carry a property which has a layout, without escapes} */
    public List<Map.Entry<String, String>> texts(String name, JsonNode value) {
        return parts(name, value).stream()
                .map(QueryPair::of)
                .map(pair -> Map.entry(pair.name(), QueryPair.plain(pair.rawValue())))
                .toList();
    }

    private List<String> parts(String name, JsonNode value) {
        @Nullable Encoding encoding = spec.encodings().of(name);
        @Nullable
        SchemaShape property =
                shape == null ? null : shape.property(name).map(SchemaShape::of).orElse(null);
        Parameter.@Nullable Layout layout = FormBody.layout(encoding, property);
        boolean undeclaredObject = value.isObject() && (encoding == null || !encoding.hasLayout());
        if (layout == null || undeclaredObject) {
            String json = new String(Json.write(value), StandardCharsets.UTF_8);
            return List.of(PercentCoding.encode(name) + "=" + PercentCoding.encode(json));
        }
        return new ParameterEncoder(
                        new Parameter(name, Parameter.In.QUERY, false, layout, null, null, List.of(), spec.node()))
                .queryParts(value);
    }
}
