package plumbline.output;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A test in the XML that build servers read.
 *
 * @param className what it is listed under
 * @param name its name there
 * @param time how long it took, where that is told
 * @param outcome how it ended
 */
public record JunitTest(String className, String name, Optional<Duration> time, Outcome outcome) {
    /** How a test ended. */
    public sealed interface Outcome {}

    /** Everything was right. */
    public record Passed() implements Outcome {}

    /**
     * It could not tell.
     *
     * @param reason why
     */
    public record Skipped(String reason) implements Outcome {}

    /**
     * Something was wrong.
     *
     * @param broken whether the test could not be done, rather than that what it asks for is not so
     * @param type the kind of what is wrong
     * @param message what is wrong, in a line
     * @param lines all there is to say
     */
    public record Failed(boolean broken, String type, String message, List<String> lines) implements Outcome {
        public Failed {
            lines = List.copyOf(lines);
        }
    }
}
