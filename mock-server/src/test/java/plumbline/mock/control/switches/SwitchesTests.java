package plumbline.mock.control.switches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.mock.MockServerOptions;
import plumbline.mock.answer.AnswerOptions;
import plumbline.mock.control.RunningMock;

class SwitchesTests {
    private static final String LIST = "/__plumbline/operations/listProducts";
    private static final RunningMock MOCK = RunningMock.of("switched-shop.yaml");

    @AfterEach
    void reset() throws IOException {
        MOCK.send("POST", "/__plumbline/reset", "");
    }

    @AfterAll
    static void close() {
        MOCK.close();
    }

    private static HttpResponse<String> set(String json) throws IOException {
        return MOCK.send("PUT", LIST, json);
    }

    @Test
    void holdUntilTheyAreEnded() throws IOException {
        HttpResponse<String> before = MOCK.get("/api/products");

        assertThat(set("{\"status\": 503}").statusCode()).isEqualTo(200);
        assertThat(RunningMock.json(MOCK.get(LIST)).path("switch").toString()).isEqualTo("{\"status\":503}");
        assertThat(MOCK.get("/api/products").statusCode()).isEqualTo(503);
        assertThat(MOCK.get("/api/products/1").statusCode()).isEqualTo(200);

        assertThat(MOCK.send("DELETE", LIST, "").statusCode()).isEqualTo(204);
        assertThat(MOCK.json(LIST).has("switch")).isFalse();
        assertThat(MOCK.get("/api/products").body()).isEqualTo(before.body());
    }

    @ParameterizedTest
    @CsvSource({"DELETE, /__plumbline/operations", "POST, /__plumbline/reset"})
    void endTogether(String method, String path) throws IOException {
        set("{\"status\": 503}");
        MOCK.send("PUT", "/__plumbline/operations/readProduct", "{\"status\": 404}");

        assertThat(MOCK.send(method, path, "").statusCode()).isEqualTo(204);

        assertThat(MOCK.get("/api/products").statusCode()).isEqualTo(200);
        assertThat(MOCK.get("/api/products/1").statusCode()).isEqualTo(200);
    }

    @Test
    void areToldForEachOperation() throws IOException {
        assertThat(MOCK.json("/__plumbline/operations"))
                .extracting(operation -> operation.path("id").stringValue())
                .containsExactly("listProducts", "POST /products", "readProduct");
    }

    @Nested
    class OfStatuses {
        @Test
        void answerWithTheDocumentedBodyWhateverIsAsked() throws IOException {
            set("{\"status\": 503}");

            HttpResponse<String> response = MOCK.get("/api/products?limit=none");

            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(RunningMock.json(response).path("message").stringValue()).contains("was told to answer");
        }

        @Test
        void answerWithAProblemWhereNothingIsDocumented() throws IOException {
            set("{\"status\": 429}");

            HttpResponse<String> response = MOCK.get("/api/products");

            assertThat(response.statusCode()).isEqualTo(429);
            assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        }

        @Test
        void yieldToWhatTheRequestPrefers() throws IOException {
            set("{\"example\": \"none\"}");

            assertThat(MOCK.get("/api/products", "Prefer", "example=many").body())
                    .contains("Shoe");
        }
    }

    @Nested
    class OfExamples {
        @Test
        void answerWithTheExample() throws IOException {
            set("{\"example\": \"none\"}");

            HttpResponse<String> response = MOCK.get("/api/products");

            assertThat(response.body()).isEqualTo("{\"items\":[],\"total\":0}");
            assertThat(response.headers().firstValue("Preference-Applied")).isEmpty();
        }

        @Test
        void answerWithTheStatusThatTheyAreDocumentedFor() throws IOException {
            String id = "/__plumbline/operations/POST%20%2Fproducts";
            assertThat(MOCK.send("PUT", id, "{\"example\": \"taken\"}").statusCode())
                    .isEqualTo(200);

            HttpResponse<String> response = MOCK.send("POST", "/api/products", "{\"name\": \"Hat\"}");

            assertThat(response.statusCode()).isEqualTo(409);
            assertThat(response.body()).isEqualTo("{\"code\":\"taken\"}");
        }
    }

    @Test
    void listNothing() throws IOException {
        set("{\"empty\": true}");

        assertThat(MOCK.get("/api/products").body()).isEqualTo("{\"items\":[],\"total\":0}");
        assertThat(MOCK.get("/api/products?limit=none").statusCode()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset", "empty", "garbage"})
    void breakTheConnection(String fault) throws IOException {
        set("{\"fault\": \"" + fault + "\", \"delay\": \"5ms\"}");

        assertThatThrownBy(() -> MOCK.get("/api/products")).isInstanceOf(IOException.class);
        assertThat(MOCK.get("/api/products/1").statusCode()).isEqualTo(200);
    }

    @Test
    void answerLaterWithoutHoldingAThread() throws Exception {
        MOCK.send("PUT", "/__plumbline/operations/readProduct", "{\"delay\": \"5m\"}");
        List<Thread> waiting = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Thread client = new Thread(() -> {
                try {
                    MOCK.get("/api/products/1");
                } catch (IOException closed) {
                    Thread.currentThread().interrupt();
                }
            });
            client.setDaemon(true);
            client.start();
            waiting.add(client);
        }

        assertThat(MOCK.get("/api/products").statusCode()).isEqualTo(200);
        assertThat(waiting).allMatch(Thread::isAlive);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"statsu\": 503} | 422 | 'statsu' is none of status, example, delay, fault, empty (did you mean 'status'?)",
                "{\"status\": 42} | 422 | 'status' is a number from 200 to 599, not 42",
                "{\"status\": \"503\"} | 422 | 'status' is a number from 200 to 599",
                "{\"status\": 202} | 422 | documents no 202, but 200, 503",
                "{\"example\": \"mayn\"} | 422 | documents no example 'mayn' (did you mean 'many'?); its examples are none, many",
                "{\"delay\": \"soon\"} | 422 | 'soon' is no delay",
                "{\"delay\": 2} | 422 | 'delay' is a text, not 2",
                "{\"fault\": \"rest\"} | 422 | 'fault' is one of reset, empty, garbage, chunk, not 'rest' (did you mean 'reset'?)",
                "{\"fault\": \"reset\", \"status\": 503} | 422 | leave out 'fault'",
                "{\"empty\": true, \"status\": 503} | 422 | leave out 'empty'",
                "{\"empty\": 1} | 422 | 'empty' is true or false",
                "{} | 422 | Name at least one of",
                "[] | 422 | Send an object such as",
                "{ | 400 | It is no JSON"
            })
    void mustBeSuchAsCanBeUsed(String json, int status, String detail) throws IOException {
        HttpResponse<String> response = set(json);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(RunningMock.json(response).path("detail").stringValue()).contains(detail);
        assertThat(MOCK.json(LIST).has("switch")).isFalse();
    }

    @Test
    void knowOnlyListsToBeEmpty() throws IOException {
        HttpResponse<String> response = MOCK.send("PUT", "/__plumbline/operations/readProduct", "{\"empty\": true}");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains("GET /products/{id} lists no items");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /__plumbline/operations/listProduct, 404, did you mean 'listProducts'?",
        "GET, /__plumbline/operation, 404, did you mean 'operations'?",
        "POST, /__plumbline/operations/listProducts, 405, 'Use GET, PUT or DELETE.'",
        "GET, /__plumbline/reset, 404, POST /__plumbline/reset"
    })
    void tellWhatWasLikelyMeant(String method, String path, int status, String hint) throws IOException {
        HttpResponse<String> response = MOCK.send(method, path, "");

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(RunningMock.json(response).path("detail").stringValue()).contains(hint);
    }

    @Test
    void areOutOfReachForPagesOfOtherOrigins() throws IOException {
        assertThat(MOCK.send("PUT", LIST, "{\"status\": 503}", "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(MOCK.get("/api/products").statusCode()).isEqualTo(200);
    }

    @Nested
    class OfAllOperations {
        private RunningMock disturbed(double rate) {
            return new RunningMock(MockServerOptions.defaults()
                    .withContract("src/test/resources/switched-shop.yaml")
                    .withAnswers(AnswerOptions.defaults()
                            .disturbed(Disturbance.NONE.withFaultRate(rate).withDelay(Delay.parse("1ms")))));
        }

        private List<String> outcomes(double rate) throws IOException {
            List<String> outcomes = new ArrayList<>();
            try (RunningMock mock = disturbed(rate)) {
                for (int i = 0; i < 40; i++) {
                    outcomes.add(outcome(mock));
                }
            }
            return outcomes;
        }

        private String outcome(RunningMock mock) {
            try {
                // The client asks again on its own where a connection breaks, but not for POST.
                return Integer.toString(mock.send("POST", "/api/products", "{\"name\": \"Hat\"}")
                        .statusCode());
            } catch (IOException broken) {
                return "broken";
            }
        }

        @Test
        void failAsOftenAsIsAskedAndTheSameEachTime() throws IOException {
            List<String> outcomes = outcomes(0.3);

            assertThat(outcomes).contains("201", "503", "broken").isEqualTo(outcomes(0.3));
            assertThat(outcomes.stream().filter("201"::equals).count()).isBetween(20L, 36L);
        }
    }
}
