package plumbline.mock.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.json.jackson.databind.JsonNode;

class UnsatisfiableAnswerTests {
    private static final Path DOCUMENT = Path.of("src/test/resources/unsatisfiable.yaml");

    private final Answers tolerant = Answers.of(DOCUMENT);
    private final Answers answers =
            Answers.of(DOCUMENT, AnswerOptions.defaults().strict());

    @Test
    void comesAsNearAsCanBeAndTellsWhatIsWrong() {
        Response response = tolerant.to(Request.of("GET", "/never/bounds/4%202"));

        assertThat(response.status()).isEqualTo(200);
        assertThat(Answers.json(response).has("price")).isTrue();
        assertThat(response.headers().first("Plumbline-Violations").orElse(""))
                .contains("body at /price")
                .contains("\"code\":\"m");
    }

    @Test
    void showsAllThatIsMeantWhereChoicesDoNotExcludeEachOther() {
        Response response = tolerant.to(Request.of("GET", "/never/choices"));

        assertThat(response.status()).isEqualTo(200);
        assertThat(Answers.json(response).propertyNames()).contains("id", "name");
        assertThat(response.headers().first("Plumbline-Violations").orElse("")).contains("\"code\":\"oneOf\"");
    }

    @Test
    void leavesAnOptionalHeaderOut() {
        Response response = tolerant.to(Request.of("GET", "/never/optional-header"));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers().contains("X-Never")).isFalse();
        assertThat(response.headers().contains("Plumbline-Violations")).isFalse();
        assertThat(answers.to(Request.of("GET", "/never/optional-header")).status())
                .isEqualTo(200);
    }

    @Test
    void tellsTheHeaderThatHasToBeThere() {
        Response response = tolerant.to(Request.of("GET", "/never/header"));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers().first("X-Never")).contains("no");
        assertThat(response.headers().first("Plumbline-Violations").orElse("")).contains("header 'X-Never'");
    }

    @Test
    void saysWhichKeywordRulesOutEveryBodyAndWhereToPutARightOne() {
        Response response = answers.to(Request.of("GET", "/never/bounds/4%202"));

        JsonNode problem = Answers.json(response);
        assertThat(response.status()).isEqualTo(500);
        assertThat(problem.path("title").asString()).isEqualTo("No valid body could be made");
        assertThat(problem.path("detail").asString())
                .contains("the nearest attempt fails 'maximum' at src/test/resources/unsatisfiable.yaml:13:")
                .contains("#/paths/~1bounds~1{id}/get/responses/200/content/application~1json/schema")
                .contains("add 'example:' with a right value at src/test/resources/unsatisfiable.yaml:12:")
                .contains("put a right body into fixtures/bounds/4 2.json");
        assertThat(problem.path("remedy").path("fixture").path("content").has("price"))
                .isTrue();
        assertThat(problem.path("remedy")
                        .path("example")
                        .path("add")
                        .path("example")
                        .has("price"))
                .isTrue();
    }

    @Test
    void namesNoFixtureForAHeader() {
        JsonNode problem = Answers.json(answers.to(Request.of("GET", "/never/header")));

        assertThat(problem.path("title").asString()).isEqualTo("No valid header could be made");
        assertThat(problem.path("detail").asString()).contains("'minLength'").doesNotContain("fixtures/");
        assertThat(problem.path("remedy").path("example").path("pointer").asString())
                .isEqualTo("#/paths/~1header/get/responses/200/headers/X-Never");
    }

    @Test
    void namesNoFixtureWhereNoneIsLookedFor() {
        JsonNode problem = Answers.json(answers.to(Request.of("POST", "/never/post")));

        assertThat(problem.path("detail").asString()).contains("'minItems'").doesNotContain("fixtures/");
        assertThat(problem.path("remedy").has("fixture")).isFalse();
    }
}
