package plumbline.mock.life;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.mock.answer.AnswerOptions;

class EnvelopeTests {
    private final Living mock = Living.of("enveloped-notes.yaml", AnswerOptions.defaults());

    @Test
    void showNoErrorsBesideAnItem() {
        JsonNode created = Living.json(mock.send("POST", "/notes", "{\"text\":\"hat\"}"));

        assertThat(created.path("data").path("text").stringValue()).isEqualTo("hat");
        assertThat(created.has("errors")).isFalse();
        assertThat(created.has("includes")).isTrue();
    }
}
