package plumbline.mock.engine.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import plumbline.contract.http.Body;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.mock.engine.EngineAnswer;
import plumbline.mock.engine.EngineException;
import plumbline.mock.engine.EngineSettings;

/** Starts engines on free ports, notes what reaches the responder, and closes them after each test. */
abstract class EngineTest {
    final List<Request> received = Collections.synchronizedList(new ArrayList<>());
    private final List<WireMockEngine> engines = new ArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void closeEngines() {
        engines.forEach(WireMockEngine::close);
    }

    WireMockEngine start(EngineSettings settings, Function<Request, EngineAnswer> answering) throws EngineException {
        WireMockEngine engine = WireMockEngine.start(settings, request -> {
            received.add(request);
            return answering.apply(request);
        });
        engines.add(engine);
        return engine;
    }

    WireMockEngine start(Function<Request, EngineAnswer> answering) throws EngineException {
        return start(EngineSettings.defaults(), answering);
    }

    static EngineAnswer text(String text) {
        return EngineAnswer.now(
                Response.of(200).withHeader("Content-Type", "text/plain").withBody(Body.of(text)));
    }

    Request received() {
        return received.get(0);
    }

    String get(WireMockEngine engine, String path) throws IOException, InterruptedException {
        return exchange(engine, "GET", path, "").body();
    }

    HttpResponse<String> exchange(WireMockEngine engine, String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(engine, path)).method(method, HttpRequest.BodyPublishers.ofString(body));
        if (path.startsWith("/__")) {
            request.header("Content-Type", "application/json");
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    static URI uri(WireMockEngine engine, String path) {
        return URI.create("http://127.0.0.1:" + engine.port() + path);
    }
}
