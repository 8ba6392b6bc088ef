package plumbline.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.conformance.server.Reply;
import plumbline.conformance.server.TestServer;
import plumbline.conformance.suite.ConformanceOptions;
import plumbline.conformance.target.Target;
import plumbline.contract.http.Request;
import plumbline.finding.Finding;

/** A path that takes any text, and an answer that may say one form of it alone. */
class NamesOfOneFormTests {
    @TempDir
    private Path folder;

    @Test
    void areNotMissedWhereTheAnswerMayNotSayWhatThePathSays() throws IOException {
        assertThat(checks("{type: string, format: uuid}")).doesNotContain("path-value-returned");
    }

    @Test
    void areMissedWhereItMay() throws IOException {
        assertThat(checks("{type: string}")).contains("path-value-returned");
    }

    private List<String> checks(String id) throws IOException {
        Path contract = Files.writeString(folder.resolve("api.yaml"), """
                openapi: 3.1.0
                info: {title: Accounts, version: '1'}
                paths:
                  /accounts/{id}:
                    get:
                      operationId: readAccount
                      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                      responses:
                        '200':
                          description: One
                          content:
                            application/json: {schema: {type: object, required: [id], properties: {id: %s}}}
                """.formatted(id));
        try (TestServer server = TestServer.start(request -> Reply.json(200, "{\"id\":\"" + id(request) + "\"}"))) {
            return ShopConformanceTests.findings(Suites.run(
                            ConformanceOptions.of(Target.of(server.baseUrl())).withContract(contract.toString())))
                    .stream()
                    .map(Finding::check)
                    .toList();
        }
    }

    /** What a server calls an account that is asked for by what may be no identifier of it. */
    private static String id(Request request) {
        String asked = request.path().substring(request.path().lastIndexOf('/') + 1);
        return asked.matches("[0-9a-f-]{36}") ? asked : "19f06b6a-3ace-4315-b086-499a0e521b76";
    }
}
