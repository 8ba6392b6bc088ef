package plumbline.mock.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.contract.http.Request;

class ExampleAnswerTests {
    @TempDir
    private Path folder = Path.of("");

    private Answers answers = Answers.ofLibrary();

    @BeforeEach
    void readTheDocument() throws IOException {
        answers = Answers.of(Files.writeString(folder.resolve("api.yaml"), """
                openapi: 3.1.0
                info: {title: T, version: '1'}
                paths:
                  /items/{id}:
                    get:
                      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                      responses:
                        '200':
                          description: an example with the path value in it
                          content:
                            application/json:
                              schema: {type: object, properties: {id: {type: string}}}
                              example: {id: a, size: 1}
                        '201':
                          description: JSON written as a text
                          content:
                            application/json:
                              schema: {type: object, properties: {id: {type: string}}}
                              example: '{"id": "a"}'
                        '202':
                          description: a text that is meant as such
                          content:
                            application/json: {schema: {type: string}, example: '{"id": "a"}'}
                        '203':
                          description: a text that is neither
                          content:
                            application/json: {schema: {type: object}, example: '{"id": '}
                        '206':
                          description: in any form
                          content:
                            '*/*': {schema: {type: object}, example: '{"id": "a"}'}
                """));
    }

    private String body(String id, int status) {
        return answers.to(Request.of("GET", "/items/" + id).withHeader("Prefer", "code=" + status))
                .body()
                .text();
    }

    @Test
    void saysTheItemThatIsAskedForThoughTheExampleIsWrittenOnce() {
        assertThat(body("a", 200)).isEqualTo("{\"id\":\"a\",\"size\":1}");
        assertThat(body("b", 200)).isEqualTo("{\"id\":\"b\",\"size\":1}");
        assertThat(body("a", 200)).isEqualTo("{\"id\":\"a\",\"size\":1}");
    }

    @Test
    void isTheValueWhereTheAuthorWroteJsonAsAText() {
        assertThat(body("b", 201)).isEqualTo("{\"id\":\"b\"}");
    }

    @Test
    void isTheTextWhereTheSchemaWantsOne() {
        assertThat(body("a", 202)).isEqualTo("\"{\\\"id\\\": \\\"a\\\"}\"");
    }

    @Test
    void isTheTextWhereItIsNoJson() {
        assertThat(body("a", 203)).isEqualTo("\"{\\\"id\\\": \"");
    }

    @Test
    void saysTheSameWhateverFormWasAskedForBefore() {
        Request request = Request.of("GET", "/items/b").withHeader("Prefer", "code=206");

        answers.to(request.withHeader("Accept", "application/xml"));

        assertThat(answers.to(request.withHeader("Accept", "application/json"))
                        .body()
                        .text())
                .isEqualTo("{\"id\":\"b\"}");
    }
}
