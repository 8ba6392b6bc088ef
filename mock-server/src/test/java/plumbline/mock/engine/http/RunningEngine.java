package plumbline.mock.engine.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import plumbline.contract.http.Body;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.mock.engine.EngineAnswer;
import plumbline.mock.engine.EngineException;
import plumbline.mock.engine.EngineSettings;
import plumbline.mock.engine.Responder;

/** An engine on a free port, and a client that asks it. */
final class RunningEngine implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final WireMockEngine engine;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private RunningEngine(WireMockEngine engine) {
        this.engine = engine;
    }

    static RunningEngine answering(Responder responder) {
        return with(EngineSettings.defaults(), responder);
    }

    /** {@return an engine with the user's stubs that answers {@code 200 contract} where no stub matches} */
    static RunningEngine withStubs(Path directory) {
        return with(EngineSettings.defaults().withStubs(directory), text("contract"));
    }

    static RunningEngine with(EngineSettings settings, Responder responder) {
        try {
            return new RunningEngine(WireMockEngine.start(settings, responder));
        } catch (EngineException e) {
            throw new AssertionError(e);
        }
    }

    static Responder text(String text) {
        return request -> EngineAnswer.now(plain(text));
    }

    static Response plain(String text) {
        return Response.of(200).withHeader("Content-Type", "text/plain").withBody(Body.of(text));
    }

    /** {@return a responder that tells in its answer what it makes of a request} */
    static Responder telling(Function<Request, String> what) {
        return request -> EngineAnswer.now(plain(what.apply(request)));
    }

    int port() {
        return engine.port();
    }

    HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + target))
                .timeout(TIMEOUT);
    }

    HttpResponse<String> get(String target) {
        return send(request(target).build());
    }

    HttpResponse<String> post(String target, String body) {
        return send(request(target)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .build());
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    CompletableFuture<HttpResponse<String>> later(String target) {
        return client.sendAsync(request(target).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        engine.close();
    }
}
