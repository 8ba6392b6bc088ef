package plumbline.contract.parameters;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plumbline.contract.http.PercentCoding;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.Style;

/**
 * The styles of path parameters: simple, label and matrix (RFC 6570, sections 3.2.2, 3.2.5 and 3.2.7).
 *
 * @param parameter the parameter
 * @param shape the shape of its value; null if nothing is declared
 * @param reader reads the parts of the value
 */
record PathStyles(Parameter parameter, @Nullable SchemaShape shape, TextReader reader) {
    Decoded decode(String raw) {
        boolean exploded = parameter.layout().explode();
        Style style = parameter.layout().style();
        if (style == Style.LABEL) {
            return raw.startsWith(".")
                    ? new Delimited(shape, reader, exploded ? '.' : ',', "=")
                            .decode(raw.substring(1), exploded, PathStyles::plain)
                    : new Decoded.Malformed("a value that starts with '.'", raw);
        }
        if (style == Style.MATRIX) {
            return matrix(raw, exploded);
        }
        return new Delimited(shape, reader, ',', "=").decode(raw, exploded, PathStyles::plain);
    }

    private Decoded matrix(String raw, boolean exploded) {
        String prefix = ";" + parameter.name() + "=";
        if (exploded && shape != null && shape.isObject() && raw.startsWith(";")) {
            return new Delimited(shape, reader, ';', "=").decode(raw.substring(1), true, PathStyles::plain);
        }
        if (!raw.startsWith(prefix)) {
            return new Decoded.Malformed("a value that starts with '" + prefix + "'", raw);
        }
        if (exploded && shape != null && shape.isArray()) {
            List<String> parts = new ArrayList<>();
            for (String part : raw.substring(1).split(";", -1)) {
                if (!part.startsWith(prefix.substring(1))) {
                    return new Decoded.Malformed("each item after '" + prefix + "'", raw);
                }
                parts.add(part.substring(prefix.length() - 1));
            }
            return Decoded.Value.of(new Delimited(shape, reader, ';', "=").array(parts, PathStyles::plain));
        }
        return new Delimited(shape, reader, ',', "=").decode(raw.substring(prefix.length()), false, PathStyles::plain);
    }

    private static String plain(String raw) {
        return PercentCoding.decode(raw).orElse(raw);
    }
}
