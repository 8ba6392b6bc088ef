package plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run that creates items and is told to end in the midst of it. */
@Timeout(120)
@DisabledOnOs(OS.WINDOWS)
class InterruptionTests {
    static final String CONTRACT = """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /items:
                post:
                  operationId: addItem
                  requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Item'}}}}
                  responses:
                    '201':
                      description: Created
                      headers: {Location: {schema: {type: string}}}
                      content: {application/json: {schema: {$ref: '#/components/schemas/Item'}}}
                    '422': {description: Invalid}
              /items/{id}:
                parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                get:
                  operationId: getItem
                  responses:
                    '200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Item'}}}}
                    '404': {description: Gone}
                delete:
                  operationId: removeItem
                  responses: {'204': {description: Gone}, '404': {description: Gone}}
            components:
              schemas:
                Item:
                  type: object
                  required: [name]
                  properties: {id: {type: string, readOnly: true}, name: {type: string}}
            """;

    private final Set<String> items = ConcurrentHashMap.newKeySet();
    private final AtomicInteger created = new AtomicInteger();
    private final CountDownLatch creating = new CountDownLatch(1);
    private final CountDownLatch told = new CountDownLatch(1);
    private final HttpServer server = server();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @TempDir
    private Path folder = Path.of("");

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void serve() {
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        told.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String id = exchange.getRequestURI().getPath().replace("/items", "").replace("/", "");
        switch (exchange.getRequestMethod()) {
            case "POST" -> create(exchange, new String(body, StandardCharsets.UTF_8));
            case "DELETE" -> send(exchange, items.remove(id) ? 204 : 404, "");
            default -> send(exchange, items.contains(id) ? 200 : 404, "{\"id\": \"" + id + "\", \"name\": \"x\"}");
        }
    }

    /** The first creation is under way until the run is told to end. */
    private void create(HttpExchange exchange, String body) throws IOException {
        if (!body.contains("\"name\":\"")) {
            send(exchange, 422, "");
            return;
        }
        String id = "i" + created.incrementAndGet();
        items.add(id);
        creating.countDown();
        try {
            told.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.getResponseHeaders().add("Location", "/items/" + id);
        send(exchange, 201, "{\"id\": \"" + id + "\", \"name\": \"x\"}");
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] octets = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        boolean isEmpty = octets.length == 0 || status == 204 || "HEAD".equals(exchange.getRequestMethod());
        exchange.sendResponseHeaders(status, isEmpty ? -1 : octets.length);
        try (OutputStream out = exchange.getResponseBody()) {
            if (!isEmpty) {
                out.write(octets);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130"})
    void removesWhatWasCreatedAndWritesItsReports(String signal, int end) throws Exception {
        assumeTrue(isHeard(signal), "whoever runs the tests has this signal ignored");
        Path contract = Files.writeString(folder.resolve("api.yaml"), CONTRACT);
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "verify",
                        "--base-url",
                        "http://127.0.0.1:" + server.getAddress().getPort(),
                        "--contract",
                        contract.toString(),
                        "--allow-writes",
                        "--report-dir",
                        folder.resolve("reports").toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();
        try {
            assertThat(creating.await(100, TimeUnit.SECONDS))
                    .as(Files.readString(folder.resolve("out.txt")))
                    .isTrue();
            assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                            .start()
                            .waitFor())
                    .isZero();
            told.countDown();

            assertThat(process.waitFor(100, TimeUnit.SECONDS)).isTrue();
            assertThat(items).as(Files.readString(folder.resolve("out.txt"))).isEmpty();
            assertThat(process.exitValue()).isEqualTo(end);
            assertThat(folder.resolve("out.txt")).content().contains("Interrupted: ");
            assertThat(folder.resolve("reports/plumbline-report.json"))
                    .content()
                    .contains("Interrupted: ");
            assertThat(folder.resolve("reports/report.html")).content().contains("Interrupted: ");
        } finally {
            process.destroyForcibly();
        }
    }

    /** A program that was started with Ctrl-C ignored, as in the background of a script, never hears of it. */
    private static boolean isHeard(String signal) throws IOException, InterruptedException {
        Process child =
                new ProcessBuilder("sh", "-c", "trap 'exit 0' " + signal + "; kill -" + signal + " $$; exit 1").start();
        return child.waitFor() == 0;
    }
}
