package plumbline.mock.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;

/** What is answered where nothing is remembered. */
class NamedAnswersTests {
    private final Answers answers = Answers.of(Path.of("src/test/resources/orders-by-id.yaml"));

    @Test
    void areCalledAsTheyWereAskedForByWhateverWord() {
        assertThat(id("/orders/77")).isEqualTo(77);
        assertThat(id("/orders/78")).isEqualTo(78);
    }

    @Test
    void staySuchAsTheirSchemaAllows() {
        Response response = answers.to(Request.of("GET", "/orders/100"));

        assertThat(response.status()).isEqualTo(200);
        assertThat(Answers.json(response).path("id").asInt()).isBetween(1, 99);
    }

    @Test
    void areWhatTheDocumentShowsWhereItDoes() {
        assertThat(id("/drafts/77")).isEqualTo(5);
    }

    private int id(String path) {
        return Answers.json(answers.to(Request.of("GET", path))).path("id").asInt();
    }
}
