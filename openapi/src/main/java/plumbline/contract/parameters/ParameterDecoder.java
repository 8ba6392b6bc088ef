package plumbline.contract.parameters;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import plumbline.contract.http.Headers;
import plumbline.contract.http.PercentCoding;
import plumbline.contract.http.Request;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonException;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.Style;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/** Finds the value of one parameter in a request. */
public final class ParameterDecoder {
    private static final Decoded ABSENT = new Decoded.Absent();

    private final Parameter parameter;
    private final Validity validity;
    private final Predicate<String> isFree;
    private final @Nullable SchemaShape shape;

    /** Makes a decoder that takes any reading of a text to be as good as the others. */
    public ParameterDecoder(Parameter parameter) {
        this(parameter, (schema, value) -> true);
    }

    public ParameterDecoder(Parameter parameter, Validity validity) {
        this(parameter, validity, name -> false);
    }

    /**
     * Makes a decoder of a parameter among others.
     *
     * @param isFree tells names in queries that nothing else claims, which an object of free names may have
     */
    public ParameterDecoder(Parameter parameter, Validity validity, Predicate<String> isFree) {
        this.parameter = parameter;
        this.validity = validity;
        this.isFree = isFree;
        this.shape = parameter.valueSchema().map(SchemaShape::of).orElse(null);
    }

    /** {@return the value in a request; path values are given as sent} */
    public Decoded decode(Request request, Map<String, String> pathValues) {
        return inAllWays(reader -> decode(request, pathValues, reader));
    }

    /** {@return the value of a header, which may also be one of a response} */
    public Decoded header(Headers headers) {
        return inAllWays(reader -> header(headers, reader));
    }

    private Decoded inAllWays(Function<TextReader, Decoded> reading) {
        TextReader reader = new TextReader(validity);
        Decoded first = reading.apply(reader);
        if (!(first instanceof Decoded.Value likeliest) || !reader.advance()) {
            return first;
        }
        Set<JsonNode> candidates = new LinkedHashSet<>(likeliest.candidates());
        do {
            if (reading.apply(reader) instanceof Decoded.Value value) {
                candidates.addAll(value.candidates());
            }
        } while (reader.advance());
        return new Decoded.Value(List.copyOf(candidates));
    }

    private Decoded decode(Request request, Map<String, String> pathValues, TextReader reader) {
        return switch (parameter.in()) {
            case PATH -> path(pathValues.get(parameter.name()), reader);
            case QUERY -> query(request.query(), reader);
            case HEADER -> header(request.headers(), reader);
            case COOKIE -> cookie(request.headers(), reader);
            case QUERYSTRING -> whole(request.query(), reader);
        };
    }

    private Decoded path(@Nullable String raw, TextReader reader) {
        if (raw == null) {
            return ABSENT;
        }
        if (PercentCoding.decode(raw).isEmpty()) {
            return new Decoded.Malformed("percent-encoded UTF-8", raw);
        }
        return parameter.content() == null
                ? new PathStyles(parameter, shape, reader).decode(raw)
                : content(PercentCoding.decode(raw).orElseThrow(), reader);
    }

    private Decoded query(String query, TextReader reader) {
        if (query.isEmpty()) {
            return ABSENT;
        }
        List<QueryPair> pairs = QueryPair.parse(query);
        if (parameter.content() == null) {
            return new QueryStyles(parameter.name(), parameter.layout(), shape, reader, isFree).decodeEncoded(pairs);
        }
        return content(pairs, reader);
    }

    /** The query as one value of the media type that describes it. */
    private Decoded whole(String query, TextReader reader) {
        MediaTypeSpec content = parameter.content();
        if (query.isEmpty() || content == null) {
            return ABSENT;
        }
        if (content.mediaType().isForm()) {
            return form(query, content, reader);
        }
        String text = PercentCoding.decode(query).orElse(query);
        return content.mediaType().isJson()
                ? content(text, reader)
                : Decoded.Value.of(reader.value(text, content.schema()));
    }

    private static Decoded form(String query, MediaTypeSpec content, TextReader reader) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, Decoded> property :
                new FormBody(content, reader).decode(query).entrySet()) {
            if (property.getValue() instanceof Decoded.Value value) {
                object.set(property.getKey(), value.candidates().get(0));
            } else {
                return property.getValue();
            }
        }
        return Decoded.Value.of(object);
    }

    private Decoded header(Headers headers, TextReader reader) {
        Optional<String> value = headers.joined(parameter.name());
        if (value.isEmpty()) {
            return ABSENT;
        }
        String text = value.get().trim();
        return parameter.content() == null
                ? new Delimited(shape, reader, ',', "=")
                        .decode(text, parameter.layout().explode(), String::trim)
                : content(text, reader);
    }

    private Decoded cookie(Headers headers, TextReader reader) {
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
            return new QueryStyles(parameter.name(), parameter.layout(), shape, reader).decode(pairs);
        }
        return content(pairs, reader);
    }

    private Decoded content(List<QueryPair> pairs, TextReader reader) {
        List<QueryPair> own = pairs.stream()
                .filter(pair -> pair.name().equals(parameter.name()))
                .toList();
        if (own.isEmpty()) {
            return ABSENT;
        }
        return own.size() > 1
                ? new Decoded.Repeated(own.size())
                : content(QueryPair.plain(own.get(0).rawValue()), reader);
    }

    private Decoded content(String text, TextReader reader) {
        MediaTypeSpec content = parameter.content();
        if (content != null && !content.mediaType().isJson()) {
            return Decoded.Value.of(reader.value(text, content.schema()));
        }
        try {
            return new Decoded.Value(List.of(Json.read(text)));
        } catch (JsonException e) {
            return new Decoded.Malformed("JSON", text);
        }
    }
}
