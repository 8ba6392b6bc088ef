package plumbline.mock.answer;

import java.util.Locale;
import plumbline.text.UnusableInputException;

/**
 * How a mock answers where the contract leaves it a choice.
 *
 * @param lenient whether to answer in spite of invalid requests, and to report the violations beside the answer
 * @param unknown what to answer for an item without a fixture, where other items have one
 * @param seed which of the valid samples to answer with
 * @param isDynamic whether to answer with samples even where there are examples
 * @param isStrict whether to fail where no valid answer can be made, rather than to answer with what comes nearest
 */
public record AnswerOptions(boolean lenient, Unknown unknown, long seed, boolean isDynamic, boolean isStrict) {
    public AnswerOptions(boolean lenient, Unknown unknown, long seed) {
        this(lenient, unknown, seed, false, false);
    }

    /** {@return the same options, for answers with samples or with examples} */
    public AnswerOptions dynamic(boolean other) {
        return new AnswerOptions(lenient, unknown, seed, other, isStrict);
    }

    /** {@return the same options, for failing where no valid answer can be made} */
    public AnswerOptions strict() {
        return new AnswerOptions(lenient, unknown, seed, isDynamic, true);
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

    /** {@return strict answers, 404 for unknown items, seed 0} */
    public static AnswerOptions defaults() {
        return new AnswerOptions(false, Unknown.NOT_FOUND, 0);
    }

    /** Which of the valid samples answers a request for this target: the same each time. */
    long seedOf(String target) {
        return target.hashCode() + 31 * seed;
    }
}
