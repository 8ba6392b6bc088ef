package plumbline.mock.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a connection breaks instead of an answer. */
public enum Breakage {
    /** It is reset. */
    RESET,
    /** It is closed without a word. */
    EMPTY,
    /** What comes is no HTTP, and then it is closed. */
    GARBAGE,
    /** The head of an answer comes, then what is no chunk, and then it is closed. */
    CHUNK;

    /** {@return the one of this name} */
    public static Optional<Breakage> parse(String text) {
        return Arrays.stream(values())
                .filter(breakage -> breakage.toString().equals(text))
                .findFirst();
    }

    /** {@return the names of all} */
    public static List<String> names() {
        return Arrays.stream(values()).map(Breakage::toString).toList();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
