package plumbline.mock.life;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.mock.answer.AnswerOptions;

/** A contract that has no word for what is missing, and says little of what it shows. */
class SilentContractTests {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Living mock = Living.of("projects-with-keys.yaml", AnswerOptions.defaults());
    private final String project = "/projects/"
            + Living.json(mock.send("POST", "/projects", "{\"title\":\"north\"}"))
                    .path("id");

    @Test
    void keepsWhatIsMadeOfSomethingThatWasRemovedAsItCannotBeRefused() {
        mock.send("DELETE", project, "");

        JsonNode member = Living.json(mock.send("POST", project + "/members", FORM, "user_id=12"));
        assertThat(mock.json(project + "/members/12")).isEqualTo(member);
    }

    @Test
    void keepsANameAsItWasSentWhereNoAnswerSaysWhatItIs() {
        JsonNode member = Living.json(mock.send("POST", project + "/members", FORM, "user_id=12"));

        assertThat(member.path("user_id").isInt()).isTrue();
        assertThat(mock.json(project + "/members/12")).isEqualTo(member);
    }

    @Test
    void keepsAnItemOfWhichNothingIsSaid() {
        JsonNode before = mock.json(project);

        assertThat(Living.json(mock.send("PUT", project, ""))).isEqualTo(before);
        assertThat(mock.json(project)).isEqualTo(before);
    }
}
