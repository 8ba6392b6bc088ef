package plumbline.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.contract.document.CallerRemedy;
import plumbline.contract.document.ContractException;
import plumbline.contract.document.ReferencePolicy;

class RedirectsTests {
    private static final ReferencePolicy REMOTE = new ReferencePolicy(true, false);
    private static final String API = """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths: {/a: {get: {responses: {'200': {$ref: 'REFERENCE'}}}}}
            """;

    private final Map<String, String> texts = new ConcurrentHashMap<>();
    private final Map<String, String> redirects = new ConcurrentHashMap<>();
    private HttpServer here;
    private HttpServer there;

    RedirectsTests() throws IOException {
        here = server();
        there = server();
    }

    private HttpServer server() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        return server;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String location = redirects.get(path);
            byte[] text = texts.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8);
            if (location != null) {
                exchange.getResponseHeaders().add("Location", location);
                exchange.sendResponseHeaders(302, -1);
            } else {
                exchange.sendResponseHeaders(text.length == 0 ? 404 : 200, text.length);
                exchange.getResponseBody().write(text);
            }
        }
    }

    @BeforeEach
    void start() {
        here.start();
        there.start();
    }

    @AfterEach
    void stop() {
        here.stop(0);
        there.stop(0);
    }

    private static String origin(HttpServer server) {
        return "http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort();
    }

    private Contract read(ReferencePolicy policy) {
        return Contract.read(origin(here) + "/api.yaml", policy, Optional.empty());
    }

    @Test
    void withinAHostAreFollowedAndMoveTheBaseOfReferences() {
        redirects.put("/api.yaml", "/v2/api.yaml");
        texts.put("/v2/api.yaml", API.replace("REFERENCE", "parts/r.yaml"));
        redirects.put("/v2/parts/r.yaml", "../deeper/parts/r.yaml");
        texts.put("/v2/deeper/parts/r.yaml", "$ref: s.yaml");
        texts.put("/v2/deeper/parts/s.yaml", "description: found");

        Contract contract = read(ReferencePolicy.strict());

        assertThat(contract.operations().get(0).responses().get(0).node().text("description"))
                .contains("found");
        assertThat(contract.documentName()).isEqualTo(origin(here) + "/api.yaml");
    }

    @Test
    void aDocumentThatIsNotThereIsToldByItsStatus() {
        ContractException refused = catchThrowableOfType(ContractException.class, () -> read(ReferencePolicy.strict()));

        assertThat(refused).hasMessageContaining("cannot be read: the server answers with status 404");
    }

    @Test
    void ofAReferenceToAnotherHostAreRefused() {
        texts.put("/api.yaml", API.replace("REFERENCE", "/r.yaml"));
        redirects.put("/r.yaml", origin(there) + "/s.yaml");
        texts.put("/s.yaml", "description: secret");

        assertThat(refused())
                .hasMessageContaining("api.yaml:3:32 (#/paths/~1a/get/responses/200)")
                .hasMessageContaining("is redirected to another address, " + origin(there) + "/s.yaml")
                .hasMessageEndingWith("; name that address, or allow references to other hosts")
                .extracting(e -> e.problems().get(0).remedy())
                .isEqualTo(CallerRemedy.ALLOW_REMOTE_REFERENCES);
    }

    @Test
    void ofTheStartToAnotherHostAreRefused() {
        redirects.put("/api.yaml", origin(there) + "/b.yaml");
        texts.put("/b.yaml", API.replace("REFERENCE", "#/x"));

        assertThat(refused())
                .hasMessageStartingWith(origin(here) + "/api.yaml: is redirected to another address, " + origin(there)
                        + "/b.yaml; name that address");
    }

    @Test
    void toAnotherHostAreFollowedWhereThatIsAllowed() {
        redirects.put("/api.yaml", origin(there) + "/b/api.yaml");
        texts.put("/b/api.yaml", API.replace("REFERENCE", "r.yaml"));
        texts.put("/b/r.yaml", "description: found");

        assertThat(read(REMOTE).operations()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/hostname", "jar:file:///x.jar!/y", "ftp://localhost/x", "FILE:/etc/hostname"})
    void leadToNothingButWebAddresses(String target) {
        redirects.put("/api.yaml", target);

        ContractException exception = catchThrowableOfType(ContractException.class, () -> read(REMOTE));

        assertThat(exception).hasMessageContaining("is redirected to another address, " + target);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api.yaml", "http://[", ":"})
    void withoutEndOrSenseAreRefused(String target) {
        redirects.put("/api.yaml", target);

        assertThat(refused()).hasMessageContaining("cannot be read: ");
    }

    private ContractException refused() {
        ContractException exception =
                catchThrowableOfType(ContractException.class, () -> read(ReferencePolicy.strict()));
        assertThat(exception).isNotNull();
        return exception;
    }
}
