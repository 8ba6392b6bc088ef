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
    private boolean shared;

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
    public MockServer server() {
        if (server == null) {
            throw new IllegalStateException("The mock runs only during tests; is the extension registered?");
        }
        return server;
    }

    /** {@return the URL under which the paths of the contract are served} */
    public URI baseUrl() {
        return server().baseUrl();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        shared = true;
        server = MockServer.start(options);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (!shared) {
            server = MockServer.start(options);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (!shared) {
            stop();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        stop();
    }

    private void stop() {
        if (server != null) {
            server.close();
            server = null;
        }
    }
}
