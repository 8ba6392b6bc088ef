package plumbline.contract.operation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.document.Node;

/**
 * A parameter of an operation, or a header of a response, which differs only in having no {@code in}.
 *
 * @param name the name; header names compare without regard to case
 * @param in where it is sent
 * @param required whether it must be sent
 * @param layout how its value is written
 * @param schema the schema of its value; null if {@code content} describes it or nothing does
 * @param content the media type that its value is written in; null if it is written by its layout
 * @param examples the examples in order
 * @param node the parameter object
 */
public record Parameter(
        String name,
        In in,
        boolean required,
        Layout layout,
        @Nullable Schema schema,
        @Nullable MediaTypeSpec content,
        List<Example> examples,
        Node node) {
    /** Where a parameter is sent. */
    public enum In {
        PATH,
        QUERY,
        HEADER,
        COOKIE,
        /** The whole query, as one value. */
        QUERYSTRING;

        private final String word = name().toLowerCase(Locale.ROOT);

        public static Optional<In> parse(String text) {
            for (In in : values()) {
                if (in.toString().equals(text)) {
                    return Optional.of(in);
                }
            }
            return Optional.empty();
        }

        @Override
        public String toString() {
            return word;
        }
    }

    /**
     * How a value is written.
     *
     * @param style the style
     * @param explode whether items and members are written apart
     * @param allowReserved whether reserved characters stand unescaped
     * @param allowEmptyValue whether the name alone, without a value, is allowed
     */
    public record Layout(Style style, boolean explode, boolean allowReserved, boolean allowEmptyValue) {}

    public Parameter {
        examples = List.copyOf(examples);
    }

    /** {@return whether this parameter goes by the given name} */
    public boolean isNamed(String other) {
        return in == In.HEADER ? name.equalsIgnoreCase(other) : name.equals(other);
    }

    /** {@return the schema of the value, wherever it is declared} */
    public Optional<Schema> valueSchema() {
        return Optional.ofNullable(content == null ? schema : content.schema());
    }
}
