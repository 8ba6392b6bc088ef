package plumbline.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScaleTests {
    private static final int OPERATIONS = 1_000;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void answersEachOfAThousandOperationsRight() throws IOException {
        Path document = folder.resolve("large.yaml");
        Files.writeString(document, document());

        try (MockServer server =
                MockServer.start(MockServerOptions.defaults().withPort(0).withContract(document))) {
            assertThat(server.contract().operations()).hasSize(OPERATIONS);
            for (int each = 0; each < OPERATIONS; each++) {
                assertThat(Client.get(server.baseUrl(), "/things" + each + "/7").body())
                        .isEqualTo("{\"kind\":" + each + "}");
            }
            assertThat(Client.get(server.baseUrl(), "/things" + OPERATIONS + "/7")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    private static String document() {
        StringBuilder document = new StringBuilder("""
                openapi: 3.1.0
                info: {title: Large, version: '1'}
                servers: [{url: /large}]
                paths:
                """);
        for (int each = 0; each < OPERATIONS; each++) {
            document.append("""
                      /things%1$d/{id}:
                        get:
                          operationId: thing%1$d
                          parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                          responses:
                            '200':
                              description: ok
                              content:
                                application/json:
                                  schema: {type: object, required: [kind], properties: {kind: {const: %1$d}}}
                                  example: {kind: %1$d}
                    """.formatted(each));
        }
        return document.toString();
    }
}
