package plumbline.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.conformance.Suites;
import plumbline.conformance.plan.Selection;
import plumbline.conformance.plan.Shard;
import plumbline.conformance.report.ConsoleWriter;
import plumbline.conformance.report.JsonReport;
import plumbline.conformance.report.Looks;
import plumbline.conformance.result.Report;
import plumbline.conformance.server.Handler;
import plumbline.conformance.server.Reply;
import plumbline.conformance.server.TestServer;
import plumbline.conformance.suite.ConformanceOptions;
import plumbline.text.Glob;

class AnswersTests {
    private static final String CONTRACT = """
        openapi: 3.1.0
        info: {title: Shops, version: '1'}
        paths:
          /shops:
            get:
              operationId: listShops
              responses:
                '200': {description: OK}
          /shops/{shopId}:
            get:
              operationId: getShop
              parameters:
                - {name: shopId, in: path, required: true, schema: {type: integer}}
              responses:
                '200': {description: OK}
                '400': {description: No number}
                '404': {description: No such shop}
        """;

    /** Has a list, and no shop at all. */
    private static final Handler EMPTY = request -> request.path().endsWith("/shops")
            ? answer(request.method(), 200)
            : answer(request.method(), request.path().matches(".*/-?[0-9]+") ? 404 : 400);

    /** Has any shop. */
    private static final Handler FULL =
            request -> answer(request.method(), request.path().matches(".*/(shops|-?[0-9]+)") ? 200 : 400);

    @TempDir
    private Path folder;

    private Path contract = Path.of("");

    @BeforeEach
    void write() throws IOException {
        contract = Files.writeString(folder.resolve("shops.yaml"), CONTRACT);
    }

    @Test
    void whatWasNeverAnsweredWithSuccessIsSaidInTheLastLine() {
        Report report = run(UnaryOperator.identity(), EMPTY);

        assertThat(report.conclusion()).isEqualTo(Report.Conclusion.CONFORMS);
        assertThat(lastLine(report))
                .startsWith("Conforms, but 1 of 2 operations were never answered with success (getShop): ");
        assertThat(JsonReport.write(report)).contains("\"operations\" : [ \"getShop\" ]");
    }

    @Test
    void itFailsWhereSuccessIsRequired() {
        Report report = run(ConformanceOptions::withRequiredSuccess, EMPTY);

        assertThat(report.conclusion()).isEqualTo(Report.Conclusion.VIOLATIONS);
        assertThat(lastLine(report))
                .startsWith("Does not conform: 1 of 2 operations were never answered with success (getShop)"
                        + " (success-required); ");
    }

    @Test
    void whereAllIsAnsweredWithSuccessNothingIsSaid() {
        Report report = run(ConformanceOptions::withRequiredSuccess, FULL);

        assertThat(report.extent().unanswered().operations()).isEmpty();
        assertThat(report.extent().unanswered().called()).isEqualTo(2);
        assertThat(report.conclusion()).isEqualTo(Report.Conclusion.CONFORMS);
        assertThat(lastLine(report)).startsWith("Conforms: ");
    }

    @Test
    void whatWasNotCalledIsNotBlamed() {
        Selection list = new Selection(List.of(new Glob("listShops")), List.of(), Set.of(), Shard.whole());

        Report report = run(
                options -> options.withRunOptions(RunOptions.standard().withSelection(list))
                        .withRequiredSuccess(),
                EMPTY);

        assertThat(report.extent().unanswered().called()).isEqualTo(1);
        assertThat(report.conclusion()).isEqualTo(Report.Conclusion.CONFORMS);
    }

    private static Reply answer(String method, int status) {
        return Set.of("GET", "HEAD").contains(method)
                ? Reply.of(status)
                : Reply.of(405).with("Allow", "GET, HEAD");
    }

    private static String lastLine(Report report) {
        StringWriter text = new StringWriter();
        new ConsoleWriter(new PrintWriter(text), new Looks(false, false)).end(report);
        return text.toString().lines().reduce("", (before, line) -> line);
    }

    private Report run(UnaryOperator<ConformanceOptions> how, Handler handler) {
        try (TestServer server = TestServer.start(handler)) {
            return Suites.run(how.apply(ConformanceOptions.of(server.baseUrl()).withContract(contract.toString())));
        }
    }
}
