package plumbline.mock.engine;

/** Another process listens on the port. */
public final class PortInUseException extends EngineException {
    private static final long serialVersionUID = 1L;

    private final String host;
    private final int port;

    public PortInUseException(String host, int port, Throwable cause) {
        super("Port " + port + " of " + host + " is in use; choose another one, or 0 for any free one", cause);
        this.host = host;
        this.port = port;
    }

    public String host() {
        return host;
    }

    public int port() {
        return port;
    }
}
