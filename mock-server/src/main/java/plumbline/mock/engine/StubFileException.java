package plumbline.mock.engine;

import java.nio.file.Path;

/** A file with the user's stubs cannot be used. */
public final class StubFileException extends EngineException {
    private static final long serialVersionUID = 1L;

    private final transient Path file;

    public StubFileException(Path file, String problem, Throwable cause) {
        super("The WireMock stub " + file + " cannot be used: " + problem, cause);
        this.file = file;
    }

    public Path file() {
        return file;
    }
}
