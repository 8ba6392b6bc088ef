package plumbline.mock.life;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.mock.answer.AnswerOptions;

class ExampleNamesTests {
    @Test
    void areOthersWhereTheContractDoesNotLetThemBe() {
        Living mock = Living.of("webinars-of-types.yaml", AnswerOptions.defaults());

        JsonNode id = mock.json("/webinars").path("webinars").path(0).path("id");

        assertThat(id.isInt()).isTrue();
        assertThat(mock.json("/webinars/" + id).path("id")).isEqualTo(id);
    }
}
