package plumbline.mock.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static plumbline.mock.answer.Answers.KNOWN_USER;
import static plumbline.mock.answer.Answers.get;
import static plumbline.mock.answer.Answers.json;

import org.junit.jupiter.api.Test;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;

class AnswerOptionsTests {
    @Test
    void leniencyAnswersInvalidRequestsAndReportsTheViolations() {
        Answers users = Answers.ofUsers(new AnswerOptions(true, AnswerOptions.Unknown.NOT_FOUND, 0));

        Response response = users.to(get(KNOWN_USER, "Sequence-Version", "1999-ä"));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers().first("Plumbline-Violations").orElse(""))
                .contains("\"enum\"", "Sequence-Version", "openapi/users.yaml:")
                .isASCII();
    }

    @Test
    void leniencyStillAsksForCredentials() {
        Answers users = Answers.ofUsers(new AnswerOptions(true, AnswerOptions.Unknown.NOT_FOUND, 0));

        assertThat(users.to(get(KNOWN_USER, "Authorization", "none")).status()).isEqualTo(401);
    }

    @Test
    void unknownItemsCanBeSampled() {
        Answers users = Answers.ofUsers(new AnswerOptions(false, AnswerOptions.Unknown.SAMPLE, 0));

        Response response = users.conforming(get("/api/users/somebody"));

        assertThat(response.status()).isEqualTo(200);
        assertThat(json(response).path("id").asString()).isEqualTo("somebody");
    }

    @Test
    void anotherSeedMakesOtherSamples() {
        Answers one = Answers.ofLibrary(new AnswerOptions(false, AnswerOptions.Unknown.NOT_FOUND, 1));
        Answers two = Answers.ofLibrary(new AnswerOptions(false, AnswerOptions.Unknown.NOT_FOUND, 2));

        assertThat(one.conforming(get("/v2/books")).body())
                .isNotEqualTo(two.conforming(get("/v2/books")).body());
    }

    @Test
    void aDocumentedRefusalReportsItsViolationsBesideTheBody() {
        Response response = Answers.ofLibrary(AnswerOptions.defaults()).conforming(get("/v2/books?limit=0"));

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.headers().first("Plumbline-Violations").orElse(""))
                .contains("\"minimum\"", "query parameter 'limit'");
    }

    @Test
    void canPreferSamplesToExamples() {
        String document = """
            openapi: 3.0.3
            info: {title: Cakes, version: '1'}
            paths:
              /cake:
                get:
                  responses:
                    '200': {description: c, content: {application/json: {schema: {type: integer, maximum: 9}, example: 77}}}
            """;
        Answers answers = Answers.ofText(document, AnswerOptions.defaults().dynamic(true));
        Request request = Request.of("GET", "/cake");

        assertThat(Answers.json(answers.to(request)).asInt()).isLessThan(10);
        assertThat(Answers.json(answers.to(request.withHeader("Prefer", "dynamic=false")))
                        .asInt())
                .isEqualTo(77);
    }
}
