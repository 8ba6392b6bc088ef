package plumbline.mock.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.contract.http.Response;

class SilentOperationTests {
    @Test
    void areAnsweredWithTheReasonWhyTheyCannotBe(@TempDir Path folder) throws IOException {
        Path document = Files.writeString(folder.resolve("api.yaml"), """
                openapi: 3.1.0
                info: {title: T, version: '1'}
                paths: {/a: {get: {operationId: a}}, /b: {get: {responses: {'204': {description: OK}}}}}
                """);
        Answers answers = Answers.of(document);

        Response response = answers.to(Answers.get("/a"));

        assertThat(response.status()).isEqualTo(501);
        assertThat(Answers.json(response).path("detail").asString()).contains("GET /a documents no response");
        assertThat(answers.to(Answers.get("/a", "Prefer", "code=200")).status()).isEqualTo(501);
        assertThat(answers.to(Answers.get("/b")).status()).isEqualTo(204);
    }

    @Test
    void doNotLeaveAClientWaitingAfterASwitchOfProtocols(@TempDir Path folder) throws IOException {
        Path document = Files.writeString(folder.resolve("api.yaml"), """
                openapi: 3.1.0
                info: {title: T, version: '1'}
                paths:
                  /a: {get: {responses: {'101': {description: WebSocket}}}}
                  /b: {get: {responses: {'101': {description: WebSocket}, '426': {description: Upgrade}}}}
                """);
        Answers answers = Answers.of(document);

        assertThat(answers.to(Answers.get("/a")).status()).isEqualTo(501);
        assertThat(answers.to(Answers.get("/a", "Prefer", "code=101")).status()).isEqualTo(501);
        assertThat(answers.to(Answers.get("/b")).status()).isEqualTo(426);
    }

    @Test
    void saysThatNothingIsServedWithoutOperations(@TempDir Path folder) throws IOException {
        Path document = Files.writeString(folder.resolve("api.yaml"), """
                openapi: 3.1.0
                info: {title: T, version: '1'}
                components: {}
                """);

        Response response = Answers.of(document).to(Answers.get("/a"));

        assertThat(response.status()).isEqualTo(404);
        assertThat(Answers.json(response).path("detail").asString()).contains("describes no operation");
    }
}
