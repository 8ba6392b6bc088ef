package plumbline.mock.upstream;

/** A server did not answer. */
final class UpstreamException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;

    /**
     * Tells of it.
     *
     * @param status what to tell the client
     * @param message why, in words
     */
    UpstreamException(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
