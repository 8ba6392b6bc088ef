package plumbline.mock.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.mock.Connections;
import plumbline.mock.MockListener;
import plumbline.mock.MockServer;
import plumbline.mock.MockServerOptions;

class OwnCertificateTests {
    private final OwnCertificate made = OwnCertificate.make("mock.example.com");

    @TempDir
    private Path folder = Path.of("");

    private MockServer server = MockServer.start(MockServerOptions.defaults().withPort(0));

    @BeforeEach
    void start() throws IOException {
        server.close();
        Path contract = Files.writeString(folder.resolve("api.yaml"), """
                openapi: 3.1.0
                info: {title: T, version: '1'}
                paths:
                  /items:
                    post:
                      requestBody: {content: {application/json: {schema: &item {type: object, properties: {id: {type: string}}}}}}
                      responses:
                        '201':
                          description: made
                          headers: {Location: {required: true, schema: {type: string, pattern: '^https?://'}}}
                          content: {application/json: {schema: *item}}
                  /items/{id}:
                    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                    get: {responses: {'200': {description: ok, content: {application/json: {schema: *item}}}}}
                """);
        Files.createDirectories(folder.resolve("stubs/mappings"));
        Files.writeString(folder.resolve("stubs/mappings/broken.json"), """
                {"request": {"urlPath": "/broken"}, "response": {"fault": "EMPTY_RESPONSE"}}
                """);
        server = MockServer.start(
                MockServerOptions.defaults().withPort(0).withContract(contract).withFixtures(folder.resolve("stubs")),
                new MockListener() {},
                Connections.plain().securedBy(made.context()));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** A client that trusts what the text of the certificate says, and nobody else. */
    private HttpClient client() throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(
                "mock",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(made.pem().getBytes(StandardCharsets.US_ASCII))));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    private HttpRequest post() {
        return HttpRequest.newBuilder(server.baseUrl().resolve("/items"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"id\": \"a\"}"))
                .build();
    }

    @Test
    void letsWhoTrustsItAskAndFollowLinks() throws Exception {
        HttpResponse<String> made = client().send(post(), HttpResponse.BodyHandlers.ofString());

        assertThat(server.baseUrl().getScheme()).isEqualTo("https");
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.headers().firstValue("Location")).hasValue(server.baseUrl() + "/items/a");
    }

    @Test
    void letsPagesOfItsOwnOriginAdminister() throws Exception {
        URI mappings = URI.create(server.baseUrl() + "/__admin/mappings");
        HttpRequest.Builder request = HttpRequest.newBuilder(mappings);

        assertThat(client().send(
                                request.header("Origin", server.baseUrl().toString())
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
        assertThat(client().send(
                                request.setHeader("Origin", "http://" + mappings.getAuthority())
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void isTrustedByNobodyElse() {
        assertThatThrownBy(() -> HttpClient.newHttpClient().send(post(), HttpResponse.BodyHandlers.ofString()))
                .isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void letsStubsBreakConnections() {
        assertThatThrownBy(() -> client().send(
                                HttpRequest.newBuilder(URI.create(server.baseUrl() + "/broken"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString()))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void isForThisMachineAndTheNameOfTheServerForSomeWeeks() throws Exception {
        assertThat(made.certificate().getSubjectAlternativeNames())
                .extracting(name -> String.valueOf(name.get(1)))
                .containsExactly("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1", "mock.example.com");
        assertThat(made.certificate().getBasicConstraints()).isEqualTo(-1);
        made.certificate().checkValidity(Date.from(Instant.now().plusSeconds(86_400 * 29L)));
        made.certificate().verify(made.certificate().getPublicKey());
    }
}
