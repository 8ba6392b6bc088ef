package plumbline.mock.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static plumbline.mock.answer.Answers.get;
import static plumbline.mock.answer.Answers.json;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.contract.http.Body;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;

class LibraryAnswerTests {
    private final Answers library = Answers.ofLibrary();

    private static Request post(String type, String body) {
        return Request.of("POST", "/v2/books")
                .withHeader("Authorization", "Bearer t0ken")
                .withHeader("Content-Type", type)
                .withBody(Body.of(body));
    }

    @Test
    void samplesAListThatObeysItsSchema() {
        Response response = library.conforming(get("/v2/books?limit=5"));

        assertThat(response.status()).isEqualTo(200);
        assertThat(json(response).isArray()).isTrue();
        assertThat(response.headers().contains("X-Total")).isTrue();
        assertThat(json(response).path(0).has("secret")).isFalse();
    }

    @Test
    void answersTheSameUrlAlwaysTheSame() {
        assertThat(library.to(get("/v2/books?limit=5")))
                .isEqualTo(Answers.ofLibrary().to(get("/v2/books?limit=5")));
    }

    @Test
    void answersDifferentUrlsDifferently() {
        assertThat(library.to(get("/v2/books?limit=5")).body())
                .isNotEqualTo(library.to(get("/v2/books?limit=6")).body());
    }

    @Test
    void prefersConcretePathsToTemplatedOnes() {
        assertThat(library.conforming(get("/v2/books/latest")).status()).isEqualTo(200);
    }

    @Test
    void repeatsThePathParameterInTheBody() {
        Response response = library.conforming(get("/v2/books/9781234567897"));

        assertThat(json(response).path("isbn").asString()).isEqualTo("9781234567897");
    }

    @Test
    void servesTheMediaTypeThatIsAccepted() {
        Response response = library.conforming(get("/v2/books/9781234567897", "Accept", "text/plain"));

        assertThat(response.headers().first("Content-Type")).hasValue("text/plain");
        assertThat(response.body().text()).isEqualTo("Tea");
    }

    @Test
    void answersADeletionWithoutBody() {
        Response response = library.conforming(get("/v2/books/9781234567897").withMethod("DELETE"));

        assertThat(response.status()).isEqualTo(204);
        assertThat(response.body().isEmpty()).isTrue();
        assertThat(response.headers().contains("Content-Type")).isFalse();
    }

    @Nested
    class InvalidRequests {
        @ParameterizedTest
        @ValueSource(strings = {"limit=0", "limit=51", "limit=ten", "limit=1.5", "limit=", "sort=author"})
        void areRefusedWithTheDocumentedBody(String query) {
            Response response = library.conforming(get("/v2/books?" + query));

            assertThat(response.status()).isEqualTo(400);
            assertThat(response.headers().first("Content-Type")).hasValue("application/json");
            assertThat(json(response).has("code")).isTrue();
        }

        @Test
        void areExplainedWhereTheContractDocumentsNoBody() {
            Response response = library.conforming(get("/v2/books/short"));

            assertThat(response.status()).isEqualTo(422);
            assertThat(json(response).path("validation").path(0).path("code").asString())
                    .isEqualTo("pattern");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"isbn\":\"9781234567897\"}",
                    "{\"isbn\":9781234567897,\"title\":\"T\"}",
                    "[]",
                    "{\"isbn\":\"9781234567897\",\"title\":\"T\",\"colour\":\"red\"}",
                    "{\"isbn\":\"9781234567897\",\"title\":\"\"}"
                })
        void includeBodiesThatBreakTheirSchema(String body) {
            Response response = library.conforming(post("application/json", body));

            assertThat(response.status()).isEqualTo(422);
            assertThat(json(response).path("code").asString()).isEqualTo("invalid");
        }

        @ParameterizedTest
        @ValueSource(strings = {"{", "{\"isbn\":1,\"isbn\":2}", "{} {}", "nul"})
        void includeBodiesThatAreNotJson(String body) {
            assertThat(library.conforming(post("application/json", body)).status())
                    .isEqualTo(400);
        }

        @Test
        void includeBodiesOfAnotherMediaType() {
            assertThat(library.conforming(post("application/xml", "<book/>")).status())
                    .isEqualTo(415);
        }

        @Test
        void includeMissingBodies() {
            assertThat(library.conforming(post("application/json", "")).status())
                    .isEqualTo(422);
        }
    }

    @Nested
    class ValidRequests {
        private static final String BOOK = "{\"isbn\":\"9781234567897\",\"title\":\"Tea\"}";

        @Test
        void needNoReadOnlyProperty() {
            Response response = library.conforming(post("application/json; charset=utf-8", BOOK));

            assertThat(response.status()).isEqualTo(201);
            assertThat(response.headers().contains("Location")).isTrue();
            assertThat(json(response).has("added")).isTrue();
        }

        @Test
        void mayUseEitherKindOfCredentials() {
            Request withKey = post("application/json", BOOK);
            withKey = withKey.withHeaders(withKey.headers().without("Authorization"))
                    .withHeader("X-Key", "k");

            assertThat(library.conforming(withKey).status()).isEqualTo(201);
        }

        @Test
        void mustUseOneKindOfCredentials() {
            Request without = post("application/json", BOOK);
            without = without.withHeaders(without.headers().without("Authorization"));

            Response response = library.conforming(without);

            assertThat(response.status()).isEqualTo(401);
            assertThat(response.headers().first("WWW-Authenticate").orElse(""))
                    .contains("Bearer realm=\"Library  central \"", "ApiKey");
        }
    }
}
