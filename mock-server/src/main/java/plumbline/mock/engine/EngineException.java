package plumbline.mock.engine;

/** The engine cannot start; the message says why in words for the user. */
public class EngineException extends Exception {
    private static final long serialVersionUID = 1L;

    public EngineException(String message, Throwable cause) {
        super(message, cause);
    }
}
