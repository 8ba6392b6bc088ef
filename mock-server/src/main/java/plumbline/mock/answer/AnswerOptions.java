package plumbline.mock.answer;

import java.util.Locale;
import java.util.Set;
import plumbline.mock.control.switches.Disturbance;
import plumbline.text.UnusableInputException;

/**
 * How a mock answers where the contract leaves it a choice.
 *
 * @param lenient whether to answer in spite of invalid requests, and to report the violations beside the answer
 * @param unknown what to answer for an item that is not there
 * @param seed which of the valid samples to answer with
 * @param origins the origins whose pages may ask with credentials, besides those of this machine, such as
 *     {@code https://app.example.com}
 * @param readers the origins whose pages may read answers; {@value #ANYBODY} for any
 * @param isStateless whether each request is answered as if it were the first
 * @param isDynamic whether to answer with samples even where there are examples
 * @param isStrict whether to fail where no valid answer can be made, rather than to answer with what comes nearest
 * @param disturbance what happens to all answers, as over a bad network
 */
public record AnswerOptions(
        boolean lenient,
        Unknown unknown,
        long seed,
        Set<String> origins,
        Set<String> readers,
        boolean isStateless,
        boolean isDynamic,
        boolean isStrict,
        Disturbance disturbance) {
    /** Stands for any origin. */
    public static final String ANYBODY = "*";

    public AnswerOptions {
        origins = Set.copyOf(origins);
        readers = Set.copyOf(readers);
    }

    /** Makes options of a mock that remembers, shows examples, and answers with what comes nearest. */
    public AnswerOptions(boolean lenient, Unknown unknown, long seed) {
        this(lenient, unknown, seed, Set.of(), Set.of(ANYBODY), false, false, false, Disturbance.NONE);
    }

    /** {@return the same options, for a mock that remembers nothing} */
    public AnswerOptions stateless() {
        return new AnswerOptions(lenient, unknown, seed, origins, readers, true, isDynamic, isStrict, disturbance);
    }

    /** {@return the same options, for answers with samples or with examples} */
    public AnswerOptions dynamic(boolean other) {
        return new AnswerOptions(lenient, unknown, seed, origins, readers, isStateless, other, isStrict, disturbance);
    }

    /** {@return the same options, for failing where no valid answer can be made} */
    public AnswerOptions strict() {
        return new AnswerOptions(lenient, unknown, seed, origins, readers, isStateless, isDynamic, true, disturbance);
    }

    /** What to answer for an item that no fixture knows. */
    public enum Unknown {
        /** That there is no such item. */
        NOT_FOUND("404"),
        /** An example or a sample, as for operations without fixtures. */
        SAMPLE("sample");

        private final String text;

        Unknown(String text) {
            this.text = text;
        }

        /**
         * {@return the choice of this name, 404 or sample}
         *
         * @throws UnusableInputException if it is neither
         */
        public static Unknown parse(String text) {
            for (Unknown unknown : values()) {
                if (unknown.text.equals(text.toLowerCase(Locale.ROOT))) {
                    return unknown;
                }
            }
            throw new UnusableInputException("'" + text + "' is neither '404' nor 'sample'");
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** {@return the same options, for answers over a bad network} */
    public AnswerOptions disturbed(Disturbance other) {
        return new AnswerOptions(lenient, unknown, seed, origins, readers, isStateless, isDynamic, isStrict, other);
    }

    /** {@return strict answers, 404 for unknown items, seed 0} */
    public static AnswerOptions defaults() {
        return new AnswerOptions(false, Unknown.NOT_FOUND, 0);
    }

    public AnswerOptions withOrigins(Set<String> others) {
        return new AnswerOptions(
                lenient, unknown, seed, others, readers, isStateless, isDynamic, isStrict, disturbance);
    }

    /** {@return the same options, for pages of these origins to read answers} */
    public AnswerOptions withReaders(Set<String> others) {
        return new AnswerOptions(
                lenient, unknown, seed, origins, others, isStateless, isDynamic, isStrict, disturbance);
    }

    /** Which of the valid samples answers a request for this target: the same each time. */
    long seedOf(String target) {
        return target.hashCode() + 31 * seed;
    }
}
