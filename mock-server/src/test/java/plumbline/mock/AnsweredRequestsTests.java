package plumbline.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.mock.because.Because;
import plumbline.mock.engine.journal.AnsweredRequest;

class AnsweredRequestsTests {
    private final BlockingQueue<AnsweredRequest> told = new LinkedBlockingQueue<>();
    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder = Path.of("");

    private MockServer server = MockServer.start(MockServerOptions.defaults().withPort(0));

    @BeforeEach
    void start() throws IOException {
        server.close();
        Files.writeString(folder.resolve("api.yaml"), """
                openapi: 3.1.0
                info: {title: Shop, version: '1'}
                paths:
                  /products:
                    get:
                      security: [{}, {key: []}]
                      responses: {'200': {description: ok, content: {application/json: {example: [1]}}}}
                  /items:
                    get: &list
                      responses:
                        '200':
                          description: ok
                          content: {application/json: {schema: {type: array, items: &item {type: object, required: [id], properties: {id: {type: string}}}}}}
                    post:
                      requestBody: {content: {application/json: {schema: *item}}}
                      responses: {'201': {description: made, content: {application/json: {schema: *item}}}}
                  /items/{id}:
                    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                    get:
                      responses:
                        '200': {description: ok, content: {application/json: {schema: *item}}}
                        '404': {description: none}
                    delete: {responses: {'204': {description: gone}, '404': {description: none}}}
                  /fixed/{id}:
                    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                    get: {responses: {'200': {description: ok, content: {application/json: {schema: {type: object}}}}}}
                components: {securitySchemes: {key: {type: apiKey, in: query, name: shopper}}}
                """);
        Files.createDirectories(folder.resolve("stubs/mappings"));
        Files.writeString(folder.resolve("stubs/mappings/a.json"), """
                {"name": "the fixed one", "request": {"urlPath": "/fixed"}, "response": {"status": 418}}
                """);
        Files.createDirectories(folder.resolve("stubs/fixed"));
        Files.writeString(folder.resolve("stubs/fixed/7.json"), "{}");
        server = MockServer.start(
                MockServerOptions.defaults()
                        .withPort(0)
                        .withContract(folder.resolve("api.yaml"))
                        .withFixtures(folder.resolve("stubs")),
                new MockListener() {
                    @Override
                    public Optional<Consumer<AnsweredRequest>> answered() {
                        return Optional.of(told::add);
                    }
                });
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> get(String target) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + target))
                        .header("Authorization", "Bearer hunter2")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private AnsweredRequest next() throws InterruptedException {
        return java.util.Objects.requireNonNull(told.poll(30, TimeUnit.SECONDS));
    }

    @Test
    void areToldWithStatusAndReason() throws Exception {
        get("/products?limit=3");

        AnsweredRequest answered = next();

        assertThat(answered.method()).isEqualTo("GET");
        assertThat(answered.target()).isEqualTo("/products?limit=3");
        assertThat(answered.status()).isEqualTo(200);
        assertThat(answered.because()).isEqualTo("example of response 200");
        assertThat(answered.took()).isPositive();
    }

    @Test
    void holdNoCredentials() throws Exception {
        get("/products?shopper=hunter2&api_key=hunter2&page=1");

        assertThat(next().target()).isEqualTo("/products?shopper=***&api_key=***&page=1");
    }

    @Test
    void tellTheStubOfTheUser() throws Exception {
        assertThat(get("/fixed").headers().firstValue(Because.HEADER)).contains("stub \"the fixed one\"");
        assertThat(next().because()).isEqualTo("stub \"the fixed one\"");
    }

    @Test
    void areNotThoseOfTheAdministration() throws Exception {
        get("/__admin/mappings");
        get("/product");

        assertThat(next().because()).isEqualTo("no path /product: did you mean /products?");
    }

    @Test
    void tellTheFileOfAFixtureAndWhatIsStored() throws Exception {
        get("/fixed/7");
        assertThat(next().because()).isEqualTo("fixture fixed/7.json");

        client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/items"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"id\": \"seven\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(next().because()).isEqualTo("created and stored");
        get("/items/seven");
        assertThat(next().because()).isEqualTo("stored");
        get("/items/eight");
        assertThat(next().because())
                .isEqualTo("nothing is stored as /items/eight; see what the list shows, or create it");
    }

    @Test
    void areInTheJournalWithTheirReason() throws Exception {
        get("/products");

        assertThat(get("/__admin/requests").body())
                .contains("\"" + Because.HEADER + "\" : \"example of response 200\"");
    }
}
