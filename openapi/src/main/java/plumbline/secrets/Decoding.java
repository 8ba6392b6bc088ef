package plumbline.secrets;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A way to write octets as others. */
enum Decoding {
    /** The escapes of URLs, JSON and markup at once, as where one is in the other. */
    ANY,
    PERCENT,
    FORM,
    BACKSLASH,
    MARKUP,
    /** Quotes that are doubled, as in YAML, SQL and tables. */
    DOUBLED,
    QUOTED_PRINTABLE,
    BASE64,
    HEX;

    /** {@return what a layer reads as if it is written so; nothing if it reads the same} */
    Optional<Layer> decode(Layer layer) {
        return switch (this) {
            case BASE64 -> Runs.base64(layer);
            case HEX -> Runs.hex(layer);
            default -> unescaped(layer);
        };
    }

    private Optional<Layer> unescaped(Layer layer) {
        if (!mayConcern(layer.octets())) {
            return Optional.empty();
        }
        String text = layer.octets();
        LayerWriter writer = new LayerWriter(text.length());
        boolean changed = false;
        for (int at = 0; at < text.length(); ) {
            Escape escape = escape(text, at);
            if (escape == null) {
                writer.add(text.charAt(at), layer.starts()[at], layer.ends()[at]);
                at++;
            } else {
                changed = true;
                writer.add(escape.octets(), layer, at, escape.length());
                at += escape.length();
            }
        }
        return changed ? Optional.of(writer.layer()) : Optional.empty();
    }

    private boolean mayConcern(String text) {
        return switch (this) {
            case ANY -> text.indexOf('%') >= 0 || text.indexOf('\\') >= 0 || text.indexOf('&') >= 0;
            case PERCENT -> text.indexOf('%') >= 0;
            case FORM -> text.indexOf('+') >= 0;
            case BACKSLASH -> text.indexOf('\\') >= 0;
            case MARKUP -> text.indexOf('&') >= 0;
            case DOUBLED -> text.contains("''") || text.contains("\"\"");
            default -> text.indexOf('=') >= 0;
        };
    }

    private @Nullable Escape escape(String text, int at) {
        return switch (this) {
            case ANY -> any(text, at);
            case PERCENT -> Escape.percent(text, at);
            case FORM -> text.charAt(at) == '+' ? new Escape(" ", 1) : Escape.percent(text, at);
            case BACKSLASH -> Escape.backslash(text, at);
            case MARKUP -> Escape.markup(text, at);
            case DOUBLED -> doubled(text, at);
            default -> Escape.quoted(text, at);
        };
    }

    private static @Nullable Escape any(String text, int at) {
        return switch (text.charAt(at)) {
            case '%' -> Escape.percent(text, at);
            case '\\' -> Escape.backslash(text, at);
            default -> Escape.markup(text, at);
        };
    }

    private static @Nullable Escape doubled(String text, int at) {
        char quote = text.charAt(at);
        return (quote == '\'' || quote == '"') && at + 1 < text.length() && text.charAt(at + 1) == quote
                ? new Escape(String.valueOf(quote), 2)
                : null;
    }
}
