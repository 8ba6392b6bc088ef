package plumbline.mock.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.mock.engine.EngineSettings;
import plumbline.mock.engine.StubFileException;
import plumbline.mock.engine.access.Access;
import plumbline.mock.engine.http.RawHttp.Reply;

/** What users do with stubs beyond the first steps. */
class UserStubsBesideTheContractTests {
    @TempDir
    private Path directory = Path.of("");

    private RunningEngine engineWith(String mapping) throws IOException {
        write("mappings/stub.json", mapping);
        return RunningEngine.withStubs(directory);
    }

    private void write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.resolve("..").normalize());
        Files.writeString(file, text);
    }

    @Test
    void winWhateverTheirPriority() throws IOException {
        try (RunningEngine engine = engineWith("""
            {"priority": 2147483647, "request": {"urlPath": "/mine"}, "response": {"body": "mine"}}
            """)) {
            assertThat(engine.get("/mine").body()).isEqualTo("mine");
        }
    }

    @Test
    void mayMatchByPathExpression() throws IOException {
        try (RunningEngine engine = engineWith("""
            {"request": {"urlPath": "/mine", "bodyPatterns": [{"matchesJsonPath": "$.books[?(@.year > 1900)]"}]},
             "response": {"body": "matched"}}
            """)) {
            assertThat(engine.post("/mine", "{\"books\": [{\"year\": 1999}]}").body())
                    .isEqualTo("matched");
            assertThat(engine.post("/mine", "{\"books\": [{\"year\": 1799}]}").body())
                    .isEqualTo("contract");
        }
    }

    @Test
    void mayBreakTheConnection() throws IOException {
        try (RunningEngine engine = engineWith("""
            {"request": {"url": "/mine"}, "response": {"fault": "EMPTY_RESPONSE"}}
            """)) {
            Reply reply = RawHttp.send(engine.port(), "GET /mine HTTP/1.1");

            assertThat(reply.head()).isEmpty();
            assertThat(engine.get("/other").body()).isEqualTo("contract");
        }
    }

    @Test
    void mayPassRequestsOnToANamedHostOnly() throws IOException {
        try (RunningEngine other = RunningEngine.answering(RunningEngine.text("from the other"))) {
            write("mappings/stub.json", """
                {"request": {"url": "/mine"}, "response": {"proxyBaseUrl": "http://127.0.0.1:%d"}}
                """.formatted(other.port()));
            EngineSettings settings = EngineSettings.defaults().withStubs(directory);

            try (RunningEngine engine = RunningEngine.with(
                    settings.withAccess(Access.defaults().withCallable(Set.of("127.0.0.1"))),
                    RunningEngine.text("contract"))) {
                assertThat(engine.get("/mine").body()).isEqualTo("from the other");
            }
            try (RunningEngine engine = RunningEngine.with(settings, RunningEngine.text("contract"))) {
                assertThat(engine.get("/mine").statusCode()).isEqualTo(502);
                assertThat(engine.get("/mine").body()).contains("may not call '127.0.0.1'");
            }
        }
    }

    @Test
    void resetLeavesTheContract() throws IOException {
        try (RunningEngine engine = engineWith("""
            {"request": {"url": "/mine"}, "response": {"body": "mine"}}
            """)) {
            assertThat(engine.post("/__admin/mappings/reset", "").statusCode()).isEqualTo(200);
            assertThat(engine.get("/mine").body()).isEqualTo("mine");
            assertThat(engine.get("/other").body()).isEqualTo("contract");
            assertThat(engine.post("/__admin/reset", "").statusCode()).isEqualTo(200);
            assertThat(engine.get("/other").body()).isEqualTo("contract");

            engine.send(engine.request("/__admin/mappings").DELETE().build());

            assertThat(engine.get("/mine").body()).isEqualTo("contract");
            assertThat(engine.get("/other").body()).isEqualTo("contract");
        }
    }

    @Test
    void cannotBeWrittenToDiskWithoutADirectory() {
        try (RunningEngine engine = RunningEngine.answering(RunningEngine.text("contract"))) {
            int saved = engine.post("/__admin/mappings", """
                {"request": {"url": "/added"}, "response": {"body": "added"}, "persistent": true}
                """).statusCode();
            HttpRequest upload = engine.request("/__admin/files/evil.txt")
                    .PUT(HttpRequest.BodyPublishers.ofString("x"))
                    .build();

            assertThat(saved).isEqualTo(201);
            assertThat(engine.get("/added").body()).isEqualTo("added");
            assertThat(engine.send(upload).statusCode()).isGreaterThanOrEqualTo(400);
            assertThat(Files.exists(Path.of("no-stub-directory"))).isFalse();
        }
    }

    @Test
    void areRefusedIfAPatternCannotBeRead() throws IOException {
        write("mappings/odd.json", "{\"request\": {\"urlPattern\": \"/(\"}, \"response\": {\"status\": 200}}");

        assertThatThrownBy(
                        () -> WireMockEngine.prepare(EngineSettings.defaults().withStubs(directory)))
                .isInstanceOf(StubFileException.class)
                .hasMessageContaining("odd.json");
    }
}
