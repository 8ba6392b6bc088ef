package plumbline.mock.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;

class SequenceAnswerTests {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "application/jsonl    | {itemSchema: {const: [1]}}                     | [1]\\n[1]\\n",
                "application/json-seq | {itemSchema: {const: 5}}                       | \\0365\\n\\0365\\n",
                "application/x-ndjson | {schema: {type: array}, example: [{a: 1}, 2]}  | {\"a\":1}\\n2\\n",
                "application/jsonl    | {itemSchema: {}, example: \"1\\n2\\n\"}       | 1\\n2\\n",
            })
    void writesEachItemOfASequence(String mediaType, String content, String body) throws IOException {
        Path document = Files.writeString(
                folder.resolve("api.yaml"), """
                openapi: 3.2.0
                info: {title: T, version: '1'}
                paths:
                  /a:
                    get:
                      responses:
                        '200':
                          description: OK
                          content:
                            MEDIA: CONTENT
                """.replace("MEDIA", mediaType).replace("CONTENT", content));

        Response response = Answers.of(document).conforming(Request.of("GET", "/a"));

        assertThat(response.headers().first("Content-Type")).contains(mediaType);
        assertThat(response.body().text()).isEqualTo(body.translateEscapes());
    }
}
