package plumbline.mock.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import plumbline.contract.http.Body;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;

class UndecidedAnswerTests {
    private final Answers answers = Answers.of(Path.of("src/test/resources/bombs.yaml"));

    @Test
    void tellWhereNoValueWasFoundInTimeAndWhereToPutOne() {
        Response response = answers.to(Request.of("GET", "/bombs"));

        assertThat(response.status()).isEqualTo(500);
        assertThat(Answers.json(response).path("detail").asString())
                .contains("bombs.yaml:10:", "whether one fits could not be decided within 2,000,000 steps")
                .contains("add 'example:' with a right value");
    }

    @Test
    void tellWhichSchemaCannotJudgeARequestInTime() {
        Response response = answers.to(Request.of("POST", "/bombs")
                .withHeader("Content-Type", "application/json")
                .withBody(Body.of("\"a\"")));

        assertThat(response.status()).isEqualTo(500);
        assertThat(Answers.json(response).path("detail").asString())
                .contains("body could not be decided within 500,200 steps", "bombs.yaml:15:")
                .contains("Say the same in fewer choices");
    }
}
