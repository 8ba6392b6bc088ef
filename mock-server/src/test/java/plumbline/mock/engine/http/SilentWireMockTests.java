package plumbline.mock.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.ObjectMapper;
import plumbline.json.jackson.databind.node.ObjectNode;
import plumbline.mock.engine.EngineSettings;

/** Where nobody has given WireMock anything to do, requests are answered without it, and nobody sees the difference. */
class SilentWireMockTests {
    private static final String OTHER = """
            {"request": {"method": "GET", "urlPath": "/other"}, "response": {"status": 200}}""";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path stubs = Path.of("");

    private static void ask(RunningEngine engine) {
        engine.send(engine.request("/things?b=2&a=1")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", "flavour=oat")
                .header("X-Twice", "one")
                .header("X-Twice", "two")
                .POST(HttpRequest.BodyPublishers.ofString("name=Hat"))
                .build());
    }

    private static JsonNode journal(RunningEngine engine) {
        return MAPPER.readTree(engine.get("/__admin/requests").body());
    }

    /** What the journal tells of the only request, without what is another each time. */
    private static ObjectNode recorded(RunningEngine engine) {
        JsonNode journal = journal(engine);
        assertThat(journal.get("requests")).hasSize(1);
        ObjectNode event = (ObjectNode) journal.get("requests").get(0);
        assertThat(Instant.parse(event.get("request").get("loggedDateString").asString()))
                .isBetween(Instant.now().minus(Duration.ofMinutes(5)), Instant.now());
        ((ObjectNode) event.get("request"))
                .without(List.of("loggedDate", "loggedDateString", "absoluteUrl", "port", "id"));
        ((ObjectNode) event.get("request").get("headers")).remove("Host");
        return event.without(List.of("id", "timing"));
    }

    @Test
    void theJournalTellsTheSame() throws IOException {
        Files.createDirectories(stubs.resolve("mappings"));
        Files.writeString(stubs.resolve("mappings/other.json"), OTHER);
        try (RunningEngine silent = RunningEngine.answering(RunningEngine.text("contract"));
                RunningEngine speaking = RunningEngine.withStubs(stubs)) {
            ask(silent);
            ask(speaking);

            assertThat(recorded(silent)).isEqualTo(recorded(speaking));
        }
    }

    @Test
    void entriesOfTheJournalAreFoundAndRemoved() {
        try (RunningEngine engine = RunningEngine.answering(RunningEngine.text("contract"))) {
            ask(engine);
            ask(engine);
            String id = journal(engine).get("requests").get(1).get("id").asString();

            assertThat(engine.get("/__admin/requests/" + id).statusCode()).isEqualTo(200);
            engine.send(engine.request("/__admin/requests/" + id).DELETE().build());

            assertThat(engine.get("/__admin/requests/" + id).statusCode()).isEqualTo(404);
            assertThat(journal(engine).get("requests")).hasSize(1);
        }
    }

    @Test
    void aStubSpeaksFromWhenItIsThereUntilItIsGone() {
        try (RunningEngine engine = RunningEngine.answering(RunningEngine.text("contract"))) {
            assertThat(engine.get("/other").body()).isEqualTo("contract");

            engine.post("/__admin/mappings", OTHER);
            assertThat(engine.get("/other").body()).isEmpty();
            assertThat(engine.get("/things").body()).isEqualTo("contract");

            engine.post("/__admin/mappings/reset", "{}");
            assertThat(engine.get("/other").body()).isEqualTo("contract");
        }
    }

    @Test
    void aDelayForAllAnswersIsKept() {
        try (RunningEngine engine = RunningEngine.answering(RunningEngine.text("contract"))) {
            engine.post("/__admin/settings", "{\"fixedDelay\": 300}");
            long start = System.nanoTime();

            engine.get("/things");

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        }
    }

    @Test
    void noJournalIsKeptWhereNoneIsWanted() {
        EngineSettings settings = EngineSettings.defaults().withJournalSize(0);
        try (RunningEngine engine = RunningEngine.with(settings, RunningEngine.text("contract"))) {
            ask(engine);

            assertThat(engine.get("/__admin/requests").body()).doesNotContain("/things");
        }
    }
}
