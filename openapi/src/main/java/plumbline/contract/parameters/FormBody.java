package plumbline.contract.parameters;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plumbline.contract.MediaTypeSpec;
import plumbline.contract.Parameter;
import plumbline.contract.Schema;
import plumbline.contract.Style;
import plumbline.contract.http.MediaType;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonFault;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Bodies of {@code application/x-www-form-urlencoded} (OpenAPI, "Encoding the x-www-form-urlencoded Media Type"). */
public final class FormBody {
    private static final Parameter.Layout DEFAULT_LAYOUT = new Parameter.Layout(Style.FORM, true, false, false);

    private FormBody() {}

    /** {@return the object that a form stands for, with the types that the schema of the media type expects} */
    public static JsonNode decode(String text, MediaTypeSpec spec) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        List<QueryPair> pairs = QueryPair.parse(text);
        @Nullable SchemaShape shape = spec.schema() == null ? null : SchemaShape.of(spec.schema());
        for (String name : names(pairs)) {
            @Nullable
            Schema schema = shape == null ? null : shape.property(name).orElse(null);
            MediaTypeSpec.@Nullable Encoding encoding = spec.encodings().get(name);
            Optional<JsonNode> json =
                    schema == null ? Optional.empty() : json(pairs, name, SchemaShape.of(schema), encoding);
            if (json.isPresent()) {
                object.set(name, json.get());
                continue;
            }
            QueryStyles styles = new QueryStyles(
                    name,
                    encoding == null ? DEFAULT_LAYOUT : encoding.layout(),
                    schema == null ? null : SchemaShape.of(schema));
            if (styles.decode(pairs) instanceof Decoded.Value value) {
                object.set(name, value.candidates().get(value.candidates().size() - 1));
            }
        }
        return object;
    }

    /** Objects are written as JSON unless an encoding says otherwise. */
    private static Optional<JsonNode> json(
            List<QueryPair> pairs, String name, SchemaShape shape, MediaTypeSpec.@Nullable Encoding encoding) {
        boolean asJson = encoding == null
                ? shape.isObject()
                : MediaType.parse(encoding.contentType())
                        .filter(MediaType::isJson)
                        .isPresent();
        if (!asJson) {
            return Optional.empty();
        }
        return pairs.stream()
                .filter(pair -> pair.name().equals(name))
                .findFirst()
                .flatMap(pair -> json(QueryPair.plain(pair.rawValue())));
    }

    private static Optional<JsonNode> json(String text) {
        try {
            return Optional.of(Json.read(text));
        } catch (JsonFault e) {
            return Optional.empty();
        }
    }

    private static Set<String> names(List<QueryPair> pairs) {
        Set<String> names = new LinkedHashSet<>();
        for (QueryPair pair : pairs) {
            int bracket = pair.name().indexOf('[');
            names.add(bracket > 0 ? pair.name().substring(0, bracket) : pair.name());
        }
        return names;
    }
}
