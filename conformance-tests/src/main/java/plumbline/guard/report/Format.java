package plumbline.guard.report;

import java.util.Locale;
import java.util.Optional;

/** How findings are written. */
public enum Format {
    TEXT,
    JSON,
    SARIF,
    GITHUB,
    JUNIT;

    /** {@return the format of this name} */
    public static Optional<Format> parse(String text) {
        for (Format format : values()) {
            if (format.toString().equals(text.trim().toLowerCase(Locale.ROOT))) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
