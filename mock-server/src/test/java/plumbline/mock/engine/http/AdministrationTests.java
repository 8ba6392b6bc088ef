package plumbline.mock.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.mock.engine.EngineSettings;

class AdministrationTests extends EngineTest {
    private static final String STUB =
            "{\"request\": {\"urlPath\": \"/a\"}, \"response\": {\"body\": \"mine\"}, \"persistent\": true}";

    @Test
    void isReachable() throws Exception {
        WireMockEngine engine = start(request -> text("contract"));

        assertThat(json(engine, "/__admin/health").path("status").asText()).isEqualTo("healthy");
        assertThat(received).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/__admin/swagger-ui/", "/__admin/recorder/", "/__admin/docs"})
    void showsItsPages(String path) throws Exception {
        WireMockEngine engine = start(request -> text("contract"));

        HttpResponse<String> page = exchange(engine, "GET", path, "");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
    }

    @Test
    void answersWhatItDoesNotKnowWithNotFound() throws Exception {
        WireMockEngine engine = start(request -> text("contract"));

        assertThat(exchange(engine, "GET", "/__admin/nothing", "").statusCode()).isEqualTo(404);
        assertThat(get(engine, "/__administrators")).isEqualTo("contract");
    }

    @Test
    void addsStubsThatWinAndTakesThemAwayButNotTheContract() throws Exception {
        WireMockEngine engine = start(request -> text("contract"));

        assertThat(exchange(engine, "POST", "/__admin/mappings", STUB).statusCode())
                .isEqualTo(201);
        assertThat(get(engine, "/a")).isEqualTo("mine");

        exchange(engine, "DELETE", "/__admin/mappings", "");
        assertThat(get(engine, "/a")).isEqualTo("contract");
        assertThat(json(engine, "/__admin/mappings").path("mappings")).isEmpty();
    }

    @Test
    void remembersOnlyTheLastRequests() throws Exception {
        WireMockEngine engine = start(EngineSettings.defaults().withJournalSize(50), request -> text(request.target()));

        for (int i = 0; i < 3_000; i++) {
            get(engine, "/?" + i);
        }

        JsonNode requests = json(engine, "/__admin/requests").path("requests");
        assertThat(requests).hasSize(50);
        assertThat(requests.path(0).path("request").path("url").asText()).isEqualTo("/?2999");
        assertThat(requests.path(0).path("response").path("body").asText()).isEqualTo("/?2999");
        assertThat(requests.path(0).path("stubMapping").path("name").asText()).isEqualTo("plumbline-contract");
        assertThat(requests.path(49).path("request").path("url").asText()).isEqualTo("/?2950");
    }

    @Test
    void remembersFewerLargeRequests() throws Exception {
        String large = "x".repeat(5 << 20);
        WireMockEngine engine = start(request -> text(large));

        for (int i = 0; i < 8; i++) {
            get(engine, "/");
        }

        assertThat(json(engine, "/__admin/requests").path("requests")).hasSize(3);
    }

    @Test
    void remembersNothingIfNotWanted() throws Exception {
        WireMockEngine engine = start(EngineSettings.defaults().withJournalSize(0), request -> text("contract"));

        get(engine, "/");

        HttpResponse<String> count = exchange(engine, "POST", "/__admin/requests/count", "{}");
        assertThat(new ObjectMapper()
                        .readTree(count.body())
                        .path("requestJournalDisabled")
                        .asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"a\": 1}", "{\"id\": \"x\"}", "{\"priority\": \"x\"}", "1"})
    void refusesStubsWithoutNamesOfClasses(String stub) throws Exception {
        WireMockEngine engine = start(request -> text("contract"));

        HttpResponse<String> refusal = exchange(engine, "POST", "/__admin/mappings", stub);

        assertThat(refusal.statusCode()).isEqualTo(422);
        assertThat(refusal.body()).contains("Error parsing JSON").doesNotContain("tomakehurst", "java.");
    }

    @Test
    void countsRequests() throws Exception {
        WireMockEngine engine = start(request -> text("contract"));
        get(engine, "/a");
        get(engine, "/b");

        HttpResponse<String> count =
                exchange(engine, "POST", "/__admin/requests/count", "{\"method\": \"GET\", \"urlPath\": \"/a\"}");

        assertThat(new ObjectMapper().readTree(count.body()).path("count").asInt())
                .isEqualTo(1);
    }

    @Test
    void shutsTheEngineDown() throws Exception {
        WireMockEngine engine = start(request -> text("contract"));

        HttpResponse<String> answer = exchange(engine, "POST", "/__admin/shutdown", "");

        assertThat(answer.statusCode()).isEqualTo(200);
        CompletableFuture.runAsync(() -> {
                    try {
                        engine.join();
                    } catch (InterruptedException interrupted) {
                        Thread.currentThread().interrupt();
                    }
                })
                .get(60, TimeUnit.SECONDS);
    }

    private JsonNode json(WireMockEngine engine, String path) throws Exception {
        return new ObjectMapper().readTree(get(engine, path));
    }
}
