package plumbline.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.conformance.Suites;
import plumbline.conformance.result.Remark;
import plumbline.conformance.result.Report;
import plumbline.conformance.result.Verdict;
import plumbline.conformance.server.Handler;
import plumbline.conformance.server.LibraryServer;
import plumbline.conformance.server.Reply;
import plumbline.conformance.server.TestServer;
import plumbline.conformance.suite.ConformanceOptions;
import plumbline.finding.Finding;
import plumbline.finding.Ignore;

class CheckOptionsTests {
    private static final String CONTRACT = Suites.resource("library.yaml").toString();
    private static final RunOptions STANDARD = RunOptions.standard();

    @Nested
    class Findings {
        private final Handler wrong = change(reply -> reply.without("X-Total-Count"));

        @Test
        void areIgnoredForAReasonAndToldAllTheSame() {
            Ignore ignore = Suites.ignore("listBooks", "headers-*", 200, "", "mended in 2.0");

            Report report =
                    run(wrong, STANDARD.withChecks(CheckOptions.standard().withIgnores(List.of(ignore))));

            assertThat(report.conclusion()).isEqualTo(Report.Conclusion.CONFORMS);
            assertThat(report.remarks().keySet())
                    .filteredOn(remark -> remark.kind() == Remark.Kind.IGNORED)
                    .singleElement()
                    .satisfies(remark -> {
                        assertThat(remark.reason()).isEqualTo("mended in 2.0");
                        assertThat(remark.finding().check()).isEqualTo("headers-documented");
                    });
        }

        @ParameterizedTest
        @CsvSource({
            "getBook, headers-documented, 200, ''",
            "listBooks, schema, 200, ''",
            "listBooks, headers-documented, 404, ''",
            "listBooks, headers-documented, 200, header 'ETag'"
        })
        void countIfTheyAreNotThoseThatAreIgnored(String operation, String check, int status, String place) {
            Ignore ignore = Suites.ignore(operation, check, status, place, "a reason");

            Report report =
                    run(wrong, STANDARD.withChecks(CheckOptions.standard().withIgnores(List.of(ignore))));

            assertThat(report.conclusion()).isEqualTo(Report.Conclusion.VIOLATIONS);
            assertThat(report.heading().notes())
                    .anySatisfy(note -> assertThat(note).startsWith("Nothing was found to ignore for '"));
        }

        @Test
        void comeFromTheChecksThatAreWantedOnly() {
            CheckOptions without = new CheckOptions(Set.of(), Set.of("headers-documented"), List.of(), false);
            CheckOptions only = new CheckOptions(Set.of("headers-documented"), Set.of(), List.of(), false);

            assertThat(run(wrong, STANDARD.withChecks(without)).conclusion()).isEqualTo(Report.Conclusion.CONFORMS);
            Report report = run(wrong, STANDARD.withChecks(only));
            assertThat(report.checks()).containsExactly("headers-documented");
            assertThat(report.conclusion()).isEqualTo(Report.Conclusion.VIOLATIONS);
        }

        @Test
        void cannotComeFromAnUnknownCheck() {
            CheckOptions judging = new CheckOptions(Set.of("shcema"), Set.of(), List.of(), false);

            assertThatThrownBy(() -> run(wrong, STANDARD.withChecks(judging)))
                    .hasMessageStartingWith("there is no check 'shcema' (did you mean 'schema'?)");
        }
    }

    @Nested
    class Drift {
        private final Handler drifting = change(
                reply -> reply.with("X-Shelf", "7").change(text -> text.replace("\"title\"", "\"shelf\":7,\"title\"")));

        @Test
        void isNotedOncePerPlaceHoweverManyAnswersShowIt() {
            Report report = run(drifting, STANDARD);

            assertThat(report.conclusion()).isEqualTo(Report.Conclusion.CONFORMS);
            assertThat(report.remarks().keySet())
                    .filteredOn(remark -> "getBook".equals(remark.operation()))
                    .extracting(remark -> remark.finding().message())
                    .containsExactlyInAnyOrder(
                            "body at /shelf: the property 'shelf' is not documented",
                            "header 'x-shelf' is not documented");
        }

        @Test
        void failsIfStrict() {
            Report report =
                    run(drifting, STANDARD.withChecks(CheckOptions.standard().withStrict(true)));

            assertThat(report.verdicts())
                    .flatExtracting(Verdict::findings)
                    .extracting(Finding::check)
                    .contains("undocumented-properties", "undocumented-headers");
            assertThat(report.conclusion()).isEqualTo(Report.Conclusion.VIOLATIONS);
        }

        @Test
        void isSeenBesidesThePropertiesThatPatternsName(@TempDir Path folder) throws IOException {
            String patterned = Files.readString(Path.of(CONTRACT))
                    .replace(
                            "required: [isbn, title, year]",
                            "required: [isbn, title, year]\n" + "      patternProperties: {'^x-': {type: integer}}");
            Path contract = Files.writeString(folder.resolve("patterned.yaml"), patterned);
            Handler drifted = change(
                    reply -> reply.change(text -> text.replace("\"title\"", "\"x-row\":1,\"shelf\":7,\"title\"")));

            Report report;
            try (TestServer server = TestServer.start(drifted)) {
                report = Suites.run(options(server.baseUrl()).withContract(contract.toString()));
            }

            assertThat(report.remarks().keySet())
                    .filteredOn(remark -> "getBook".equals(remark.operation()))
                    .extracting(remark -> remark.finding().message())
                    .containsExactly("body at /shelf: the property 'shelf' is not documented");
        }

        @Test
        void isNothingARightServerShows() {
            assertThat(run(new LibraryServer(), STANDARD).remarks()).isEmpty();
        }
    }

    private static Handler change(UnaryOperator<Reply> change) {
        Handler right = new LibraryServer();
        return request -> {
            Reply reply = right.answer(request);
            return reply.status() == 200 && request.path().contains("books") ? change.apply(reply) : reply;
        };
    }

    private static Report run(Handler handler, RunOptions running) {
        try (TestServer server = TestServer.start(handler)) {
            return Suites.run(options(server.baseUrl()).withRunOptions(running));
        }
    }

    private static ConformanceOptions options(URI baseUrl) {
        return ConformanceOptions.of(baseUrl).withContract(CONTRACT);
    }
}
