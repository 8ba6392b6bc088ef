package plumbline.contract.parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.MediaTypeSpec;
import plumbline.contract.Parameter;
import plumbline.contract.Style;
import plumbline.contract.http.Headers;
import plumbline.contract.http.PercentCoding;
import plumbline.contract.http.Request;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonFault;
import tools.jackson.databind.node.JsonNodeFactory;

/** Finds the value of one parameter in a request. */
public final class ParameterDecoder {
    private static final Decoded ABSENT = new Decoded.Absent();

    private final Parameter parameter;
    private final @Nullable SchemaShape shape;

    public ParameterDecoder(Parameter parameter) {
        this.parameter = parameter;
        this.shape = parameter.valueSchema().map(SchemaShape::of).orElse(null);
    }

    /** {@return the value in a request; path values are given as sent} */
    public Decoded decode(Request request, Map<String, String> pathValues) {
        return switch (parameter.in()) {
            case PATH -> path(pathValues.get(parameter.name()));
            case QUERY -> query(request.query());
            case HEADER -> header(request.headers());
            case COOKIE -> cookie(request.headers());
            case QUERYSTRING -> whole(request.query());
        };
    }

    private Decoded path(@Nullable String raw) {
        if (raw == null) {
            return ABSENT;
        }
        if (PercentCoding.decode(raw).isEmpty()) {
            return new Decoded.Malformed("percent-encoded UTF-8", raw);
        }
        return parameter.content() == null
                ? new PathStyles(parameter, shape).decode(raw)
                : json(PercentCoding.decode(raw).orElseThrow());
    }

    private Decoded query(String query) {
        if (query.isEmpty()) {
            return ABSENT;
        }
        List<QueryPair> pairs = QueryPair.parse(query);
        if (parameter.content() == null) {
            return new QueryStyles(parameter.name(), parameter.layout(), shape).decode(pairs);
        }
        return pairs.stream()
                .filter(pair -> pair.name().equals(parameter.name()))
                .findFirst()
                .map(pair -> json(QueryPair.plain(pair.rawValue())))
                .orElse(ABSENT);
    }

    /** The query as one value of the media type that describes it. */
    private Decoded whole(String query) {
        MediaTypeSpec content = parameter.content();
        if (query.isEmpty() || content == null) {
            return ABSENT;
        }
        if (content.mediaType().isForm()) {
            return new Decoded.Value(List.of(FormBody.decode(query, content)));
        }
        String text = PercentCoding.decode(query).orElse(query);
        return content.mediaType().isJson()
                ? json(text)
                : new Decoded.Value(List.of(JsonNodeFactory.instance.stringNode(text)));
    }

    /** {@return the value of a header, which may also be one of a response} */
    public Decoded header(Headers headers) {
        Optional<String> value = headers.joined(parameter.name());
        if (value.isEmpty()) {
            return ABSENT;
        }
        String text = value.get().trim();
        return parameter.content() == null
                ? new Delimited(shape, ',', "=").decode(text, parameter.layout().explode(), String::trim)
                : json(text);
    }

    private Decoded cookie(Headers headers) {
        boolean isRaw = parameter.layout().style() == Style.COOKIE;
        boolean spread =
                !isRaw && parameter.layout().explode() && shape != null && (shape.isArray() || shape.isObject());
        List<QueryPair> pairs = new ArrayList<>();
        for (String line : headers.all("Cookie")) {
            for (String cookie : line.split(";", -1)) {
                // Unlike in a query, a plus sign is no space here, and an ampersand separates exploded parts at most.
                String literal = isRaw ? cookie.trim().replace("%", "%25") : cookie.trim();
                String plain = literal.replace("+", "%2B");
                pairs.addAll(spread ? QueryPair.parse(plain) : List.of(QueryPair.of(plain)));
            }
        }
        if (parameter.content() == null) {
            return new QueryStyles(parameter.name(), parameter.layout(), shape).decode(pairs);
        }
        return pairs.stream()
                .filter(pair -> pair.name().equals(parameter.name()))
                .findFirst()
                .map(pair -> json(QueryPair.plain(pair.rawValue())))
                .orElse(ABSENT);
    }

    private static Decoded json(String text) {
        try {
            return new Decoded.Value(List.of(Json.read(text)));
        } catch (JsonFault e) {
            return new Decoded.Malformed("JSON", text);
        }
    }
}
