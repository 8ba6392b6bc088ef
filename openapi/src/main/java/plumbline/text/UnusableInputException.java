package plumbline.text;

/**
 * What a user gave cannot be used. Its message says what is wrong and how to mend it. Whatever else is thrown as an
 * {@link IllegalArgumentException} is a mistake of the program.
 */
public final class UnusableInputException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public UnusableInputException(String message) {
        super(message);
    }

    public UnusableInputException(String message, Throwable cause) {
        super(message, cause);
    }
}
