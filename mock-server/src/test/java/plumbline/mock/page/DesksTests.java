package plumbline.mock.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.mock.MockServerOptions;
import plumbline.mock.answer.AnswerOptions;
import plumbline.mock.control.RunningMock;
import plumbline.mock.engine.access.Access;

class DesksTests {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private RunningMock mock;

    private static MockServerOptions options() {
        return MockServerOptions.defaults().withContract("src/test/resources/switched-shop.yaml");
    }

    @BeforeEach
    void start() {
        mock = new RunningMock(options().withFixtures(folder));
    }

    @AfterEach
    void stop() {
        mock.close();
    }

    @Nested
    class ThePage {
        @ParameterizedTest
        @CsvSource({
            "'', text/html",
            "/page/page.css, text/css",
            "/page/page.js, text/javascript",
            "/page/requests.js, text/javascript"
        })
        void runsNothingFromElsewhere(String path, String type) throws IOException {
            HttpResponse<String> response = mock.get("/__plumbline" + path);

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith(type);
            assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'");
            assertThat(response.body()).doesNotContain("http://", "https://", "innerHTML");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/page/other.js", "/page/..%2Fpackage-info.class", "/page/page.js/x"})
        void isMadeOfNothingElse(String path) throws IOException {
            assertThat(mock.get("/__plumbline" + path).statusCode()).isEqualTo(404);
        }

        @Test
        void isShownToBrowsersThatAskForTheRoot() throws IOException {
            HttpResponse<String> response = mock.get("/", "Accept", "text/html,*/*;q=0.8");

            assertThat(response.statusCode()).isEqualTo(302);
            assertThat(response.headers().firstValue("Location")).contains("/__plumbline");
            assertThat(mock.get("/").statusCode()).isEqualTo(404);
            assertThat(mock.get("/", "Accept", "application/json").statusCode()).isEqualTo(404);
            assertThat(mock.get("/api/products", "Accept", "text/html,*/*;q=0.8")
                            .statusCode())
                    .isEqualTo(200);
        }

        @Test
        void isOutOfReachForOthersAndHoldsNothingWithoutTheToken() throws IOException {
            try (RunningMock guarded =
                    new RunningMock(options().withAccess(Access.defaults().withToken("t0p")))) {
                assertThat(guarded.get("/__plumbline").statusCode()).isEqualTo(200);
                assertThat(guarded.get("/__plumbline/page/page.js").statusCode())
                        .isEqualTo(200);
                for (String path : new String[] {"requests", "items", "operations", "forms", "events", "problems"}) {
                    assertThat(guarded.get("/__plumbline/" + path).statusCode())
                            .as(path)
                            .isEqualTo(401);
                }
                assertThat(guarded.get("/__plumbline/requests", "Authorization", "Bearer t0p")
                                .statusCode())
                        .isEqualTo(200);
                assertThat(guarded.get("/__plumbline", "Origin", "https://evil.example")
                                .statusCode())
                        .isEqualTo(403);
            }
        }

        @Test
        void isNoneWhereNothingIsAdministered() throws IOException {
            try (RunningMock closed =
                    new RunningMock(options().withAccess(Access.defaults().withoutAdministration()))) {
                assertThat(closed.get("/__plumbline").statusCode()).isEqualTo(404);
                assertThat(closed.get("/", "Accept", "text/html").statusCode()).isEqualTo(404);
            }
        }
    }

    @Nested
    class Requests {
        @Test
        void areToldWithTheirAnswersAndWithoutCredentials() throws IOException {
            mock.get("/api/products/1?api_key=s3cret", "Authorization", "Basic czNjcmV0");
            mock.send("POST", "/api/products", "{\"name\": \"Hat\"}");

            JsonNode requests = mock.json("/__plumbline/requests");

            assertThat(requests)
                    .extracting(request -> request.path("method").stringValue())
                    .containsExactly("GET", "POST");
            assertThat(requests.path(1).path("body").stringValue()).isEqualTo("{\"name\": \"Hat\"}");
            assertThat(requests.path(1).path("response").path("status").intValue())
                    .isEqualTo(201);
            assertThat(requests.toString()).doesNotContain("s3cret", "czNjcmV0");
        }

        @Test
        void areToldAfterTheLastThatIsKnown() throws IOException {
            mock.get("/api/products/1");
            mock.get("/api/products/2");

            HttpResponse<String> all = mock.get("/__plumbline/requests");
            String tag = all.headers().firstValue("ETag").orElseThrow();

            assertThat(mock.json("/__plumbline/requests?after=1")).hasSize(1);
            assertThat(mock.json("/__plumbline/requests?after=2")).isEmpty();
            assertThat(mock.json("/__plumbline/requests?after=3")).hasSize(2);
            assertThat(mock.get("/__plumbline/requests", "If-None-Match", tag).statusCode())
                    .isEqualTo(304);
        }

        @Test
        void tellHowLongTheyTook() throws IOException {
            mock.get("/api/products/1", "Prefer", "wait=0.05");

            assertThat(mock.json("/__plumbline/requests").path(0).path("millis").intValue())
                    .isGreaterThanOrEqualTo(50);
        }

        @Test
        void ofStubsNameThem() throws IOException {
            mock.send(
                    "POST",
                    "/__admin/mappings",
                    "{\"name\": \"mine\", \"request\": {\"url\": \"/x\"}, \"response\": {}}");
            mock.get("/x");

            assertThat(mock.json("/__plumbline/requests").path(0).path("stub").stringValue())
                    .isEqualTo("mine");
        }
    }

    @Nested
    class Items {
        @Test
        void areShownAndChanged() throws IOException {
            assertThat(mock.send("PUT", "/__plumbline/items/%2Fproducts%2F1", "{\"id\": 1, \"name\": \"Cap\"}")
                            .statusCode())
                    .isEqualTo(204);
            assertThat(mock.get("/api/products/1").body()).isEqualTo("{\"id\":1,\"name\":\"Cap\"}");
            assertThat(mock.send("DELETE", "/__plumbline/items/%2Fproducts%2F2", "")
                            .statusCode())
                    .isEqualTo(204);
            assertThat(mock.get("/api/products/2").statusCode()).isEqualTo(404);
            assertThat(mock.json("/__plumbline/items").path(0).path("items"))
                    .extracting(item -> item.path("value").path("name").stringValue())
                    .containsExactly("Cap");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "PUT | 1 | {\"id\": 1, \"name\": 7} | 422 | body at /name is of type integer, not \\\"string\\\" [src/test/resources/switched-shop.yaml:",
                    "PUT | 1 | [1] | 422 | switched-shop.yaml:",
                    "PUT | 1 | { | 400 | It is no JSON",
                    "PUT | 7 | {\"id\": 7, \"name\": \"x\"} | 422 | There is no item",
                    "DELETE | 7 | {} | 404 | Nothing is stored"
                })
        void areRefusedWhereTheyBreakTheContract(String method, String id, String body, int status, String detail)
                throws IOException {
            HttpResponse<String> response = mock.send(method, "/__plumbline/items/%2Fproducts%2F" + id, body);

            assertThat(response.statusCode()).isEqualTo(status);
            assertThat(response.body()).contains(detail);
            assertThat(mock.get("/api/products/1").body()).contains("Hat");
        }

        @Test
        void areNoneWhereNothingIsRemembered() throws IOException {
            try (RunningMock stateless = new RunningMock(
                    options().withAnswers(AnswerOptions.defaults().stateless()))) {
                assertThat(stateless.get("/__plumbline/items").statusCode()).isEqualTo(404);
            }
        }
    }

    @Nested
    class OfFixtures {
        private HttpResponse<String> save(String path, int status, String body) throws IOException {
            return mock.send(
                    "POST",
                    "/__plumbline/fixtures",
                    "{\"path\": \"" + path + "\", \"status\": " + status + ", \"body\": " + body + "}");
        }

        @Test
        void areWrittenWhereTheyAreRead() throws IOException {
            assertThat(save("/api/products/9", 200, "{\"id\": 9, \"name\": \"Scarf\"}")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(save("/api/products/8", 404, "null").statusCode()).isEqualTo(200);

            assertThat(folder.resolve("products/9.json")).hasContent("{\n  \"id\" : 9,\n  \"name\" : \"Scarf\"\n}\n");
            try (RunningMock next = new RunningMock(options().withFixtures(folder))) {
                assertThat(next.get("/api/products/9").body()).contains("Scarf");
                assertThat(next.get("/api/products/8").statusCode()).isEqualTo(404);
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"/api/products/..%2F..%2Fx", "/api/../x", "/api/products/..", "/nowhere", "/api/products/5"})
        void areWrittenNowhereElseAndOnlyIfValid(String path) throws IOException {
            assertThat(save(path, 200, "{\"id\": \"no number\"}").statusCode()).isEqualTo(422);
            try (var files = Files.walk(folder)) {
                assertThat(files.filter(Files::isRegularFile)).isEmpty();
            }
        }

        @Test
        void areNotWrittenWithoutAFolder() throws IOException {
            try (RunningMock other = new RunningMock(options())) {
                assertThat(other.json("/__plumbline/fixtures").path("folder").isNull())
                        .isTrue();
                assertThat(other.send("POST", "/__plumbline/fixtures", "{}").statusCode())
                        .isEqualTo(409);
            }
        }
    }

    @Test
    void tellTheFormOfARequest() throws IOException {
        JsonNode overview = mock.json("/__plumbline/forms");
        JsonNode form = mock.json("/__plumbline/forms/POST%20%2Fproducts");

        assertThat(overview.path("operations"))
                .extracting(row -> row.path("group").stringValue())
                .containsOnly("/products");
        assertThat(form.path("fields"))
                .extracting(field -> field.path("name").stringValue())
                .containsExactly("id", "name");
        assertThat(form.path("sample").path("body").stringValue()).contains("\"name\"");
        assertThat(form.path("place").stringValue()).isEqualTo("src/test/resources/switched-shop.yaml:32:5");
        assertThat(mock.get("/__plumbline/forms/none").statusCode()).isEqualTo(404);
    }

    @Test
    void tellTheProblemsOfTheContract() throws IOException {
        Path document = Files.writeString(folder.resolve("broken.yaml"), """
                openapi: 3.1.0
                info: {title: T, version: '1'}
                paths:
                  /a:
                    get:
                      responses:
                        '200':
                          description: OK
                          content: {application/json: {schema: {type: string}, example: 1}}
                """);
        try (RunningMock broken = new RunningMock(MockServerOptions.defaults().withContract(document))) {
            assertThat(broken.json("/__plumbline/problems"))
                    .singleElement()
                    .satisfies(problem ->
                            assertThat(problem.path("place").stringValue()).contains("broken.yaml:9:"));
        }
        assertThat(mock.json("/__plumbline/problems")).isEmpty();
    }
}
