package plumbline.finding;

import java.util.Locale;
import java.util.Optional;

/** How much a finding matters; the worst first. */
public enum Severity {
    /** Something cannot work as it is written. */
    ERROR,
    /** Something does most likely not work as it is meant. */
    WARNING,
    /** Something to know of. */
    NOTE;

    /** {@return the severity of this name} */
    public static Optional<Severity> parse(String text) {
        for (Severity severity : values()) {
            if (severity.toString().equals(text.trim().toLowerCase(Locale.ROOT))) {
                return Optional.of(severity);
            }
        }
        return Optional.empty();
    }

    /** {@return whether this is as bad as the other, or worse} */
    public boolean isAtLeast(Severity other) {
        return compareTo(other) <= 0;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
