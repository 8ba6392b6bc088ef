package plumbline.mock.control;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonException;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.mock.MockListener;
import plumbline.mock.MockServer;
import plumbline.mock.MockServerOptions;

/** A mock, asked as clients ask. */
public final class RunningMock implements AutoCloseable {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final MockServer server;

    public RunningMock(MockServerOptions options) {
        this(options, new MockListener() {});
    }

    public RunningMock(MockServerOptions options, MockListener listener) {
        this.server = MockServer.start(options.withPort(0), listener);
    }

    public static RunningMock of(String document) {
        return new RunningMock(MockServerOptions.defaults().withContract("src/test/resources/" + document));
    }

    public MockServer server() {
        return server;
    }

    public HttpResponse<String> send(String method, String path, String body, String... headers) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    public HttpResponse<String> get(String path, String... headers) throws IOException {
        return send("GET", path, "", headers);
    }

    public JsonNode json(String path) throws IOException {
        return json(get(path));
    }

    public static JsonNode json(HttpResponse<String> response) {
        try {
            return Json.read(response.body());
        } catch (JsonException e) {
            throw new AssertionError(response.statusCode() + " " + response.body(), e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
