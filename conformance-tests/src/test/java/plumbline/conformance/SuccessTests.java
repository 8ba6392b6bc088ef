package plumbline.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.conformance.result.Report;
import plumbline.conformance.server.Handler;
import plumbline.conformance.server.Reply;
import plumbline.conformance.server.TestServer;
import plumbline.conformance.suite.ConformanceOptions;
import plumbline.finding.Finding;

/** What counts as success is said by the contract: a documented redirect does. */
class SuccessTests {
    private static final String WHERE = "https://shop.example.com/offers";

    @TempDir
    private Path folder;

    private String contract = "";

    @BeforeEach
    void writeContract() throws IOException {
        contract = Files.writeString(folder.resolve("redirects.yaml"), """
                        openapi: 3.0.3
                        info: {title: Redirects, version: '1'}
                        paths:
                          /offers:
                            get:
                              operationId: offers
                              parameters:
                                - name: page
                                  in: query
                                  schema: {type: integer, minimum: 1, example: 2}
                              responses:
                                '302':
                                  description: They have moved.
                                  headers:
                                    Location: {required: true, schema: {type: string}}
                                '400': {description: The page is no number above 0.}
                        """).toString();
    }

    @Test
    void aRunWhoseOnlySuccessesAreDocumentedRedirectsConforms() {
        Report report = run(request -> isRight(request.query()) ? redirect(WHERE) : Reply.of(400));

        assertThat(findings(report)).isEmpty();
        assertThat(report.conclusion()).isEqualTo(Report.Conclusion.CONFORMS);
    }

    @Test
    void aRedirectThatIsNotDocumentedIsNoSuccess() throws IOException {
        String other = Files.readString(Path.of(contract)).replace("'302'", "'200'");
        contract = Files.writeString(folder.resolve("other.yaml"), other).toString();

        Report report = run(request -> isRight(request.query()) ? redirect("/offers") : Reply.of(400));

        assertThat(report.conclusion()).isEqualTo(Report.Conclusion.VIOLATIONS);
    }

    @Test
    void aWrongRequestThatIsRedirectedAsARightOneIsAcceptedAndMustNotBe() {
        Report report = run(request -> redirect(WHERE));

        assertThat(findings(report)).contains("invalid-input-refused");
    }

    @Test
    void aWrongRequestThatIsRedirectedElsewhereMayHaveBeenRefused() {
        Report report = run(request -> redirect(isRight(request.query()) ? WHERE : WHERE + "?error=page"));

        assertThat(findings(report)).isEmpty();
    }

    @Test
    void aServerThatRefusesEverythingHasShownNothing() {
        Report report = run(request -> Reply.of(400));

        assertThat(report.conclusion()).isNotEqualTo(Report.Conclusion.CONFORMS);
    }

    private static boolean isRight(String query) {
        return query.isEmpty() || query.matches("page=[1-9][0-9]*");
    }

    private static Reply redirect(String where) {
        return Reply.of(302).with("Location", where);
    }

    private static List<String> findings(Report report) {
        return report.verdicts().stream()
                .flatMap(verdict -> verdict.findings().stream())
                .map(Finding::check)
                .toList();
    }

    private Report run(Handler handler) {
        Handler methods = request -> "GET".equals(request.method()) || "HEAD".equals(request.method())
                ? handler.answer(request)
                : Reply.of(405).with("Allow", "GET, HEAD");
        try (TestServer server = TestServer.start(methods)) {
            return Suites.run(ConformanceOptions.of(server.baseUrl()).withContract(contract));
        }
    }
}
