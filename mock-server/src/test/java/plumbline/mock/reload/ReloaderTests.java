package plumbline.mock.reload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.mock.upstream.UpstreamOptions;
import plumbline.text.Glob;
import plumbline.text.UnusableInputException;

class ReloaderTests {
    @TempDir
    private Path folder = Path.of("");

    private final List<ReloadingMock> mocks = new ArrayList<>();

    @BeforeEach
    void write() {
        ReloadingMock.write(folder, "api.yaml", api("first", ""));
        ReloadingMock.write(folder, "parts/item.yaml", """
                {type: object, required: [id], properties: {id: {type: string}}}
                """);
        ReloadingMock.write(folder, "parts/made.yaml", "{const: red}");
        ReloadingMock.write(folder, "fixtures/items/a.json", "{\"id\": \"a\", \"size\": 1}");
        ReloadingMock.write(folder, "fixtures/mappings/one.json", stub("one"));
    }

    @AfterEach
    void close() {
        mocks.forEach(ReloadingMock::close);
    }

    private static String stub(String body) {
        return "{\"request\": {\"urlPath\": \"/stub\"}, \"response\": {\"status\": 200, \"body\": \"" + body + "\"}}";
    }

    private static String api(String version, String more) {
        return """
            openapi: 3.1.0
            info: {title: Items, version: '1'}
            paths:
              /version:
                get:
                  responses:
                    '200':
                      description: the same word twice
                      headers: {X-Version: {example: VERSION, schema: {type: string}}}
                      content: {text/plain: {example: VERSION}}
              /made: {get: {responses: {'200': {description: ok, content: {application/json: {schema: {$ref: parts/made.yaml}}}}}}}
              /items:
                get:
                  responses:
                    '200': {description: ok, content: {application/json: {schema: {type: array, items: {$ref: parts/item.yaml}}}}}
                post:
                  requestBody: {content: {application/json: {schema: {$ref: parts/item.yaml}}}}
                  responses: {'201': {description: made, content: {application/json: {schema: {$ref: parts/item.yaml}}}}}
              /items/{id}:
                parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                get:
                  responses:
                    '200': {description: ok, content: {application/json: {schema: {$ref: parts/item.yaml}}}}
                    '404': {description: none}
                delete: {responses: {'204': {description: gone}, '404': {description: none}}}
            """.replace("VERSION", version) + more;
    }

    private ReloadingMock mock() {
        return mock(Notices.ofSystem());
    }

    private ReloadingMock mock(Notices notices) {
        ReloadingMock mock = ReloadingMock.in(folder, notices);
        mocks.add(mock);
        return mock;
    }

    @Test
    void servesTheDocumentAndWhatItRefersToAsTheyAreByNow() {
        ReloadingMock mock = mock();
        assertThat(mock.get("/version").body()).isEqualTo("first");

        mock.write("api.yaml", api("second", ""));
        mock.awaitAnswer("/version", "second");
        mock.write("parts/made.yaml", "{const: blue}");
        mock.awaitAnswer("/made", "blue");

        assertThat(mock.reloaded.peek()).anyMatch(name -> name.endsWith("api.yaml"));
        assertThat(mock.problems).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void doesSoWithAndWithoutNoticesOfTheSystem(boolean isNoticed) throws IOException {
        ReloadingMock mock = mock(isNoticed ? Notices.ofSystem() : Notices.none());

        mock.replace("api.yaml", api("renamed", ""));
        mock.awaitAnswer("/version", "renamed");
        mock.write("api.yaml", "");
        mock.write("api.yaml", api("rewritten", ""));
        mock.awaitAnswer("/version", "rewritten");
    }

    @ParameterizedTest
    @CsvSource({"PT0.001S, 60, PT0.5S", "PT2.4S, 60, PT2.4S", "PT0.1S, 20000, PT4S"})
    void looksAgainSoonThoughADiskIsSlowAndSeldomAtManyFiles(Duration looking, int files, Duration pause) {
        assertThat(Reloader.pause(looking, files)).isEqualTo(pause);
    }

    @Test
    void servesFixturesAndStubsAsTheyAreByNow() throws IOException {
        ReloadingMock mock = mock();
        assertThat(mock.get("/stub").body()).isEqualTo("one");

        mock.write("fixtures/items/a.json", "{\"id\": \"a\", \"size\": 2}");
        mock.awaitAnswer("/items/a", "\"size\":2");
        mock.write("fixtures/items/b.json", "{\"id\": \"b\"}");
        mock.awaitAnswer("/items", "\"b\"");
        Files.delete(folder.resolve("fixtures/items/b.json"));
        ReloadingMock.await("404", () -> mock.get("/items/b").statusCode() == 404);
        mock.write("fixtures/mappings/one.json", stub("other"));
        mock.awaitAnswer("/stub", "other");
        Files.delete(folder.resolve("fixtures/mappings/one.json"));
        ReloadingMock.await("404", () -> mock.get("/stub").statusCode() == 404);
    }

    @Test
    void keepsStubsThatTheAdministrationHasMade() {
        ReloadingMock mock = mock();
        mock.post("/__admin/mappings", stub("theirs").replace("/stub", "/theirs"));

        mock.write("fixtures/mappings/one.json", stub("other"));
        mock.awaitAnswer("/stub", "other");

        assertThat(mock.get("/theirs").body()).isEqualTo("theirs");
    }

    @Test
    void keepsTheLastGoodContractAndSaysWhereTheNewOneIsBroken() {
        ReloadingMock mock = mock();

        mock.write("api.yaml", api("second", "  /broken: [\n"));
        ReloadingMock.await("a problem", () -> !mock.problems.isEmpty());

        assertThat(mock.get("/version").body()).isEqualTo("first");
        assertThat(mock.problems.element().getMessage()).containsPattern("api\\.yaml:\\d+:\\d+");
        assertThat(mock.get("/__plumbline/problems").body())
                .contains("cannot be served")
                .containsPattern("api\\.yaml:\\d+:\\d+");
        mock.write("api.yaml", api("third", ""));
        mock.awaitAnswer("/version", "third");
        assertThat(mock.get("/__plumbline/problems").body()).doesNotContain("cannot be served");
    }

    @Test
    void keepsTheLastGoodFixturesAndStubs() {
        ReloadingMock mock = mock();

        mock.write("fixtures/items/a.json", "{\"id\": 7}");
        ReloadingMock.await("a problem", () -> mock.problems.size() == 1);
        mock.write("fixtures/items/a.json", "{\"id\": \"a\"}");
        ReloadingMock.await("a reload", () -> mock.reloaded.size() == 1);
        mock.write("fixtures/mappings/one.json", "{\"request\": ");
        ReloadingMock.await("a problem", () -> mock.problems.size() == 2);

        assertThat(mock.get("/stub").body()).isEqualTo("one");
        assertThat(mock.get("/items/a").body()).isEqualTo("{\"id\":\"a\"}");
        assertThat(mock.problems).last().asString().contains("one.json");
    }

    @Test
    void seesFilesComeThatWereMissing() {
        ReloadingMock mock = mock();
        String more = "  /new: {get: {responses: {'200': {description: ok, content: {application/json: {schema: {$ref:"
                + " parts/new.yaml}}}}}}}\n";

        mock.write("api.yaml", api("second", more) + "x-strict: {$ref: 'parts/new.yaml'}\n");
        ReloadingMock.await("an end", () -> mock.problems.size() + mock.reloaded.size() > 0);
        mock.write("parts/new.yaml", "{const: here}");

        mock.awaitAnswer("/new", "here");
    }

    @Test
    void remembersWhatClientsHaveWrittenWhereItsResourceStays() throws IOException {
        ReloadingMock mock = mock();
        mock.post("/items", "{\"id\": \"made\"}");
        mock.delete("/items/a");

        mock.write("fixtures/items/c.json", "{\"id\": \"c\"}");
        mock.awaitAnswer("/items", "\"c\"");
        mock.write("api.yaml", api("second", ""));
        mock.awaitAnswer("/version", "second");

        assertThat(mock.get("/items").body()).isEqualTo("[{\"id\":\"c\"},{\"id\":\"made\"}]");
        Files.delete(folder.resolve("fixtures/items/a.json"));
        Files.delete(folder.resolve("fixtures/items/c.json"));
        mock.write("api.yaml", api("third", "").replace("/items", "/others"));
        mock.awaitAnswer("/version", "third");
        mock.write("api.yaml", api("fourth", ""));
        mock.awaitAnswer("/version", "fourth");
        assertThat(mock.get("/items").body()).doesNotContain("made");
    }

    @Test
    void changesNothingWhereNothingIsLeftToPassOn() throws IOException {
        Files.delete(folder.resolve("fixtures/items/a.json"));
        UpstreamOptions upstream = UpstreamOptions.of(URI.create("http://127.0.0.1:1"))
                .mockingMissing()
                .only(List.of(new Glob("/version")));
        ReloadingMock mock = ReloadingMock.before(upstream, folder);
        mocks.add(mock);
        mock.post("/items", "{\"id\": \"made\"}");

        mock.write("api.yaml", api("second", "").replace("/version", "/newer").replace("/items", "/others"));
        ReloadingMock.await("a refusal", () -> !mock.problems.isEmpty());

        assertThat(mock.problems.peek()).isInstanceOf(UnusableInputException.class);
        assertThat(mock.get("/version").body()).isEqualTo("first");
        assertThat(mock.get("/items").body()).contains("made");
        assertThat(mock.get("/__plumbline/operations").body())
                .contains("/version")
                .doesNotContain("/newer");
        assertThat(mock.get("/__plumbline/problems").body()).contains("'/version' fits no operationId");
    }

    @Test
    void refusesAndMixesNothingMeanwhile() throws InterruptedException {
        ReloadingMock mock = mock();
        Queue<String> faults = new ConcurrentLinkedQueue<>();
        AtomicBoolean isOver = new AtomicBoolean();
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            clients.add(new Thread(() -> {
                while (!isOver.get()) {
                    var answer = mock.get("/version");
                    String version = answer.headers().firstValue("X-Version").orElse("");
                    if (answer.statusCode() != 200 || !answer.body().equals(version)) {
                        faults.add(answer.statusCode() + " " + version + " " + answer.body());
                    }
                    if (!mock.get("/stub").body().startsWith("one")) {
                        faults.add("no stub");
                    }
                }
            }));
        }
        clients.forEach(Thread::start);

        for (int i = 0; i < 8; i++) {
            mock.write("fixtures/mappings/one.json", stub("one" + i));
            mock.write("api.yaml", api("version" + i, ""));
            mock.awaitAnswer("/version", "version" + i);
        }
        isOver.set(true);
        for (Thread client : clients) {
            client.join();
        }

        assertThat(faults).isEmpty();
    }
}
