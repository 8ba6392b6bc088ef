package plumbline.contract.operation;

import java.util.Optional;

/** How the parts of a parameter value are laid out (OpenAPI, "Style Values"). */
public enum Style {
    MATRIX("matrix"),
    LABEL("label"),
    SIMPLE("simple"),
    FORM("form"),
    SPACE_DELIMITED("spaceDelimited"),
    PIPE_DELIMITED("pipeDelimited"),
    DEEP_OBJECT("deepObject"),
    COOKIE("cookie");

    private final String text;

    Style(String text) {
        this.text = text;
    }

    public static Optional<Style> parse(String text) {
        for (Style style : values()) {
            if (style.text.equals(text)) {
                return Optional.of(style);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
