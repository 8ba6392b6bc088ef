package plumbline.mock.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.mock.engine.RawHttp.Reply;

class MoreUserStubsTests {
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
    void winOverTheContractAndFallThroughToIt() throws IOException {
        try (RunningEngine engine = engineWith("""
                {"request": {"method": "GET", "url": "/mine"}, "response": {"status": 203, "body": "mine"}}
                """)) {
            assertThat(engine.get("/mine").statusCode()).isEqualTo(203);
            assertThat(engine.get("/mine").body()).isEqualTo("mine");
            assertThat(engine.get("/other").body()).isEqualTo("contract");
        }
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
    void mayStandInFoldersAndHoldSeveral() throws IOException {
        write("mappings/deep/two.json", """
                {"mappings": [
                  {"request": {"url": "/one"}, "response": {"body": "1"}},
                  {"request": {"url": "/two"}, "response": {"body": "2"}}]}
                """);
        try (RunningEngine engine = RunningEngine.withStubs(directory)) {
            assertThat(engine.get("/one").body()).isEqualTo("1");
            assertThat(engine.get("/two").body()).isEqualTo("2");
        }
    }

    @Test
    void mayTakeTheirBodyFromAFile() throws IOException {
        write("__files/hello.txt", "from a file");
        try (RunningEngine engine = engineWith("""
                {"request": {"url": "/mine"}, "response": {"bodyFileName": "hello.txt"}}
                """)) {
            assertThat(engine.get("/mine").body()).isEqualTo("from a file");
        }
    }

    @Test
    void mayMatchBySchema() throws IOException {
        try (RunningEngine engine = engineWith("""
                {"request": {"urlPath": "/mine", "bodyPatterns": [{"matchesJsonSchema":
                  {"type": "object", "required": ["title"], "properties": {"title": {"type": "string", "minLength": 2}}}}]},
                 "response": {"body": "matched"}}
                """)) {
            assertThat(engine.post("/mine", "{\"title\": \"Tea\"}").body()).isEqualTo("matched");
            assertThat(engine.post("/mine", "{\"title\": \"T\"}").body()).isEqualTo("contract");
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
    void mayBeTemplates() throws IOException {
        try (RunningEngine engine = engineWith("""
                {"request": {"urlPathPattern": "/mine/.*"},
                 "response": {"body": "{{request.pathSegments.[1]}} {{request.query.q}}",
                              "transformers": ["response-template"]}}
                """)) {
            assertThat(engine.get("/mine/tea?q=hot").body()).isEqualTo("tea hot");
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
    void mayPassRequestsOnToAnotherServer() throws IOException {
        try (RunningEngine other = RunningEngine.answering(RunningEngine.text("from the other"));
                RunningEngine engine = engineWith("""
                        {"request": {"url": "/mine"}, "response": {"proxyBaseUrl": "http://127.0.0.1:%d"}}
                        """.formatted(other.port()))) {
            assertThat(engine.get("/mine").body()).isEqualTo("from the other");
        }
    }

    @Test
    void areListedAndAddedAtTheAdminInterface() throws IOException {
        try (RunningEngine engine = engineWith("""
                {"request": {"url": "/mine"}, "response": {"body": "mine"}}
                """)) {
            int status = engine.post("/__admin/mappings", """
                            {"request": {"url": "/added"}, "response": {"body": "added"}, "persistent": false}
                            """).statusCode();

            assertThat(status).isEqualTo(201);
            assertThat(engine.get("/added").body()).isEqualTo("added");
            assertThat(engine.get("/__admin/mappings").body())
                    .contains("/mine")
                    .contains("/added")
                    .contains("\"total\" : 2");
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
    void areRefusedWithFileAndPlaceIfTheyAreNoJson() throws IOException {
        write("mappings/broken.json", "{\n  \"request\": {,}\n}");

        assertThatThrownBy(
                        () -> WireMockEngine.prepare(EngineSettings.defaults().withStubs(directory)))
                .isInstanceOf(StubFileException.class)
                .hasMessageContaining("broken.json")
                .hasMessageContaining("line 2, column 15")
                .message()
                .doesNotContain("\tat ");
    }

    @Test
    void areRefusedWithFileAndReasonIfTheyAreNoStub() throws IOException {
        write("mappings/good.json", "{\"request\": {\"url\": \"/x\"}, \"response\": {\"status\": 200}}");
        write("mappings/odd.json", "{\"request\": {\"urll\": \"/x\"}, \"response\": {\"status\": 200}}");

        assertThatThrownBy(
                        () -> WireMockEngine.prepare(EngineSettings.defaults().withStubs(directory)))
                .isInstanceOf(StubFileException.class)
                .hasMessageContaining("odd.json")
                .hasMessageContaining("urll");
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
