package plumbline.mock;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Runs a mock for the tests of a class; register it in a static field to share the mock, in an instance field to have one
 * for each test:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final MockServerExtension MOCK = MockServerExtension.builtIn();
 * }</pre>
 */
public final class MockServerExtension
        implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {
    private final MockServerOptions options;
    private @Nullable MockServer server;
    private int classes;

    private MockServerExtension(MockServerOptions options) {
        this.options = options;
    }

    /** {@return a mock of the built-in contract on a free port} */
    public static MockServerExtension builtIn() {
        return with(MockServerOptions.defaults().withPort(0));
    }

    /** {@return a mock with these options} */
    public static MockServerExtension with(MockServerOptions options) {
        return new MockServerExtension(options);
    }

    /**
     * {@return the running mock}
     *
     * @throws IllegalStateException outside of tests
     */
    public synchronized MockServer server() {
        if (server == null) {
            throw new IllegalStateException("The mock runs only during tests; is the extension registered?");
        }
        return server;
    }

    /** {@return the URL under which the paths of the contract are served} */
    public URI baseUrl() {
        return server().baseUrl();
    }

    /** Called for the class and for each of the classes nested in it, which share its mock. */
    @Override
    public synchronized void beforeAll(ExtensionContext context) {
        classes++;
        if (server == null) {
            server = MockServer.start(options);
        }
    }

    @Override
    public synchronized void beforeEach(ExtensionContext context) {
        if (classes == 0) {
            server = MockServer.start(options);
        }
    }

    @Override
    public synchronized void afterEach(ExtensionContext context) {
        if (classes == 0) {
            stop();
        }
    }

    @Override
    public synchronized void afterAll(ExtensionContext context) {
        classes--;
        if (classes == 0) {
            stop();
        }
    }

    private void stop() {
        if (server != null) {
            server.close();
            server = null;
        }
    }
}
