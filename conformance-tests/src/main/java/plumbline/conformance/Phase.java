package plumbline.conformance;

import java.util.Locale;
import java.util.Optional;

/** A group of cases that ask the same kind of question. */
public enum Phase {
    /** Is every example answered as documented? */
    EXAMPLES,
    /** Are values accepted up to their limits, and refused beyond them? */
    COVERAGE,
    /** Are bad credentials refused? */
    SECURITY,
    /** Is the server true to HTTP around what is documented? */
    PROTOCOL,
    /** Does what is created, changed and deleted stay so? Only where the user allows it. */
    LIFECYCLE;

    /** {@return the phase of this name} */
    public static Optional<Phase> parse(String text) {
        for (Phase phase : values()) {
            if (phase.toString().equals(text.trim().toLowerCase(Locale.ROOT))) {
                return Optional.of(phase);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
