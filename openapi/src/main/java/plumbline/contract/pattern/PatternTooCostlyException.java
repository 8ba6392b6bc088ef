package plumbline.contract.pattern;

import java.io.Serial;

/** A pattern backtracks so much on a text that no answer can be waited for. */
public final class PatternTooCostlyException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    PatternTooCostlyException() {
        super("the pattern backtracks too much on this text to be decided", null, false, false);
    }
}
