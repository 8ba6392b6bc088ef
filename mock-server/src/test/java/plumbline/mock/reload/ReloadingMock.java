package plumbline.mock.reload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import plumbline.mock.Connections;
import plumbline.mock.MockListener;
import plumbline.mock.MockServer;
import plumbline.mock.MockServerOptions;
import plumbline.mock.upstream.UpstreamOptions;

/** A mock that reloads, the folder that it is read from, and a client that asks it. */
final class ReloadingMock implements AutoCloseable, ReloadListener {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final Queue<List<String>> reloaded = new ConcurrentLinkedQueue<>();
    final Queue<RuntimeException> problems = new ConcurrentLinkedQueue<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Path folder;
    private final MockServer server;

    private ReloadingMock(Path folder, MockServerOptions options, Duration pauseOfUrls, Notices notices) {
        this(folder, options, pauseOfUrls, notices, Connections.plain());
    }

    private ReloadingMock(
            Path folder, MockServerOptions options, Duration pauseOfUrls, Notices notices, Connections connections) {
        this.folder = folder;
        Instant start = Instant.now();
        this.server = MockServer.start(options.withPort(0), new MockListener() {}, connections);
        ReloadInputs inputs = ReloadInputs.of(options).withPauseOfUrls(pauseOfUrls);
        new Reloader(server, inputs, this, notices, start).started();
    }

    /** {@return a mock of {@code api.yaml} in a folder} */
    static ReloadingMock in(Path folder, Notices notices) {
        return new ReloadingMock(folder, options(folder), Duration.ofMinutes(10), notices);
    }

    /** {@return a mock of {@code api.yaml} in a folder, before a server} */
    static ReloadingMock before(UpstreamOptions upstream, Path folder) {
        Connections connections = Connections.plain().before(upstream);
        return new ReloadingMock(folder, options(folder), Duration.ofMinutes(10), Notices.ofSystem(), connections);
    }

    static ReloadingMock of(String url, Path folder) {
        MockServerOptions options = MockServerOptions.defaults().withContract(url);
        return new ReloadingMock(folder, options, Duration.ofMillis(1), Notices.none());
    }

    private static MockServerOptions options(Path folder) {
        MockServerOptions options = MockServerOptions.defaults().withContract(folder.resolve("api.yaml"));
        Path fixtures = folder.resolve("fixtures");
        return Files.exists(fixtures) ? options.withFixtures(fixtures) : options;
    }

    MockServer server() {
        return server;
    }

    static void write(Path folder, String file, String text) {
        try {
            Path target = folder.resolve(file);
            Files.createDirectories(target.resolveSibling(""));
            Files.writeString(target, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String file, String text) {
        write(folder, file, text);
    }

    /** Writes as many editors do: into another file, which is put in the place of this one. */
    void replace(String file, String text) throws IOException {
        write(file + ".new", text);
        Files.move(
                folder.resolve(file + ".new"),
                folder.resolve(file),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    HttpResponse<String> get(String target) {
        return send(request(target).build());
    }

    HttpResponse<String> post(String target, String json) {
        return send(request(target)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    HttpResponse<String> delete(String target) {
        return send(request(target).DELETE().build());
    }

    private HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + target));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Asks again and again until the answer has this in it. */
    void awaitAnswer(String target, String text) {
        await(text, () -> get(target).body().contains(text));
    }

    static void await(String what, BooleanSupplier condition) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("has not come in time: " + what);
            }
        }
    }

    @Override
    public void reloaded(MockServer same, List<String> changed, Duration took) {
        reloaded.add(changed);
    }

    @Override
    public void kept(List<String> changed, RuntimeException problem) {
        problems.add(problem);
    }

    @Override
    public void close() {
        server.close();
    }
}
