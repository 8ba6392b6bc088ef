package plumbline.conformance;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import plumbline.conformance.junit.ConformanceTests;
import plumbline.conformance.suite.ConformanceOptions;
import plumbline.conformance.target.Target;
import plumbline.mock.MockServer;
import plumbline.mock.MockServerOptions;

/**
 * Holds a server to the users contract: the one named with {@code -Dplumbline.baseUrl}, or else our own mock. With
 * {@code -Dplumbline.user=client:secret} and {@code -Dplumbline.id}, it is called as this user and asked for this id.
 */
class UsersConformanceTests implements ConformanceTests {
    private static @Nullable MockServer mock;

    @BeforeAll
    static void startMock() {
        if (System.getProperty("plumbline.baseUrl") == null) {
            mock = MockServer.start(MockServerOptions.defaults().withPort(0));
        }
    }

    @AfterAll
    static void stopMock() {
        if (mock != null) {
            mock.close();
        }
    }

    @Override
    public ConformanceOptions conformanceOptions() {
        if (mock != null) {
            return ConformanceOptions.of(mock.baseUrl());
        }
        Target target = Target.of(URI.create(System.getProperty("plumbline.baseUrl")));
        String user = System.getProperty("plumbline.user");
        String id = System.getProperty("plumbline.id");
        ConformanceOptions options = ConformanceOptions.of(user == null ? target : target.withUser(user));
        return id == null ? options : options.withValue("id", id);
    }
}
