package plumbline.conformance;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import plumbline.conformance.junit.ConformanceTests;
import plumbline.conformance.suite.ConformanceOptions;
import plumbline.conformance.target.Rate;
import plumbline.conformance.target.Target;
import plumbline.mock.MockServer;
import plumbline.mock.MockServerOptions;

/**
 * Holds a server to the users contract: the one named with {@code -Dplumbline.baseUrl}, or else our own mock. With
 * {@code -Dplumbline.id} it is asked for this id, with {@code -Dplumbline.rate} no faster than that. Its credentials are
 * taken from the environment only ({@code PLUMBLINE_USER}), since build reports list properties.
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
        String user = System.getenv("PLUMBLINE_USER");
        target = user == null ? target : target.withUser(user);
        target = Rate.parse(System.getProperty("plumbline.rate", ""))
                .map(target::withRate)
                .orElse(target);
        String id = System.getProperty("plumbline.id");
        ConformanceOptions options = ConformanceOptions.of(target);
        return id == null ? options : options.withValue("id", id);
    }
}
