package plumbline.contract.parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import plumbline.contract.Parameter;
import plumbline.contract.Style;
import plumbline.contract.http.PercentCoding;
import plumbline.contract.json.Json;
import plumbline.json.jackson.databind.JsonNode;

/** Writes the value of a parameter as its style asks (RFC 6570 as far as OpenAPI builds on it). */
public final class ParameterEncoder {
    private static final String RESERVED = ":/?[]@!$'()*,;";

    private final Parameter parameter;
    private final UnaryOperator<String> escape;

    public ParameterEncoder(Parameter parameter) {
        this.parameter = parameter;
        this.escape = switch (parameter.in()) {
            case HEADER -> text -> text;
            case COOKIE ->
                parameter.layout().style() == Style.COOKIE ? text -> text : text -> PercentCoding.encode(text);
            case QUERY ->
                parameter.layout().allowReserved()
                        ? text -> PercentCoding.encode(text, RESERVED)
                        : text -> PercentCoding.encode(text);
            default -> text -> PercentCoding.encode(text);
        };
    }

    /** {@return the value as it stands in a path segment, a header or after the name in a cookie} */
    public String text(JsonNode value) {
        if (parameter.content() != null) {
            boolean asText = !parameter.content().mediaType().isJson() && value.isValueNode();
            return asText
                    ? plain(value)
                    : escape.apply(new String(Json.write(value), java.nio.charset.StandardCharsets.UTF_8));
        }
        Style style = parameter.layout().style();
        if (style == Style.LABEL) {
            return "." + delimited(value, parameter.layout().explode() ? "." : ",");
        }
        return style == Style.MATRIX ? matrix(value) : delimited(value, ",");
    }

    private String matrix(JsonNode value) {
        boolean explode = parameter.layout().explode();
        if (value.isArray() && explode) {
            StringBuilder text = new StringBuilder();
            value.forEach(item ->
                    text.append(';').append(parameter.name()).append('=').append(plain(item)));
            return text.toString();
        }
        return value.isObject() && explode
                ? ";" + delimited(value, ";")
                : ";" + parameter.name() + "=" + delimited(value, ",");
    }

    private String delimited(JsonNode value, String delimiter) {
        List<String> parts = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(item -> parts.add(plain(item)));
        } else if (value.isObject()) {
            String assignment = parameter.layout().explode() ? "=" : delimiter;
            value.forEachEntry((name, member) -> parts.add(escape.apply(name) + assignment + plain(member)));
        } else {
            parts.add(plain(value));
        }
        return String.join(delimiter, parts);
    }

    /** {@return the parts of a query that carry the value, such as {@code tag=a}; none for an empty list} */
    public List<String> queryParts(JsonNode value) {
        List<String> parts = new ArrayList<>();
        Style style = parameter.layout().style();
        String name = style == Style.COOKIE ? parameter.name() : PercentCoding.encode(parameter.name(), "[]");
        if (parameter.in() == Parameter.In.QUERYSTRING) {
            whole(value, parts);
        } else if (parameter.content() != null) {
            parts.add(name + "=" + text(value));
        } else if (style == Style.DEEP_OBJECT) {
            deep(name, value, parts);
        } else if (value.isArray() && parameter.layout().explode()) {
            value.forEach(item -> parts.add(name + "=" + plain(item)));
        } else if (value.isObject() && parameter.layout().explode()) {
            value.forEachEntry((member, item) -> parts.add(PercentCoding.encode(member) + "=" + plain(item)));
        } else if (!value.isContainer() || !value.isEmpty()) {
            parts.add(name + "=" + delimited(value, delimiter(style)));
        }
        return parts;
    }

    private void whole(JsonNode value, List<String> parts) {
        boolean isForm =
                parameter.content() != null && parameter.content().mediaType().isForm();
        if (!isForm) {
            parts.add(text(value));
            return;
        }
        value.forEachEntry((name, member) -> {
            if (member.isArray()) {
                member.forEach(item -> parts.add(PercentCoding.encode(name) + "=" + plain(item)));
            } else {
                parts.add(PercentCoding.encode(name) + "=" + plain(member));
            }
        });
    }

    private static String delimiter(Style style) {
        return switch (style) {
            case SPACE_DELIMITED -> "%20";
            case PIPE_DELIMITED -> "%7C";
            default -> ",";
        };
    }

    private static void deep(String name, JsonNode value, List<String> parts) {
        if (value.isObject()) {
            value.forEachEntry((member, item) -> deep(name + "[" + PercentCoding.encode(member) + "]", item, parts));
        } else if (value.isArray()) {
            boolean numbered = value.valueStream().anyMatch(JsonNode::isContainer);
            for (int i = 0; i < value.size(); i++) {
                deep(numbered ? name + "[" + i + "]" : name, value.get(i), parts);
            }
        } else {
            parts.add(name + "=" + PercentCoding.encode(scalar(value)));
        }
    }

    private String plain(JsonNode value) {
        return escape.apply(scalar(value));
    }

    private static String scalar(JsonNode value) {
        if (value.isString()) {
            return value.stringValue();
        }
        if (value.isNull()) {
            return "";
        }
        return value.isNumber() ? value.decimalValue().toPlainString() : value.toString();
    }

    /** {@return the query that carries these values, by parameter} */
    public static String query(Map<Parameter, JsonNode> values) {
        List<String> parts = new ArrayList<>();
        values.forEach((parameter, value) -> parts.addAll(new ParameterEncoder(parameter).queryParts(value)));
        return String.join("&", parts);
    }
}
