package plumbline.conformance.report.causes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import plumbline.conformance.Suites;
import plumbline.conformance.report.ConsoleWriter;
import plumbline.conformance.report.Looks;
import plumbline.conformance.report.results.CaseResult;
import plumbline.conformance.report.results.Results;
import plumbline.conformance.result.Remark;
import plumbline.conformance.result.Report;
import plumbline.conformance.result.Verdict;
import plumbline.conformance.run.CheckOptions;
import plumbline.conformance.run.RunOptions;
import plumbline.conformance.server.Handler;
import plumbline.conformance.server.Reply;
import plumbline.conformance.server.TestServer;
import plumbline.conformance.server.UsersServer;
import plumbline.contract.document.Place;
import plumbline.finding.Ignore;

class CausesTests {
    /** Refuses with a status that nobody documents, and sends a number where a text is documented. */
    private static final Handler WRONG = new Handler() {
        private final UsersServer right = new UsersServer();

        @Override
        public Reply answer(plumbline.contract.http.Request request) {
            Reply reply = right.answer(request);
            if (reply.status() == 200) {
                return reply.change(body -> body.replaceFirst("\"email\":\"[^\"]*\"", "\"email\":7"));
            }
            return reply.status() == 404 || reply.status() == 400 || reply.status() == 422
                    ? Reply.of(418).with("Content-Type", "text/plain").change(body -> "no \u202Esuch\u009B31m user")
                    : reply;
        }
    };

    private static Report report;
    private static List<Cause> causes;

    @BeforeAll
    static void run() {
        report = run(RunOptions.standard());
        causes = Causes.of(Results.of(report));
    }

    private static Report run(RunOptions options) {
        try (TestServer server = TestServer.start(WRONG)) {
            return Suites.run(Suites.users(server.baseUrl()).withRunOptions(options));
        }
    }

    @Test
    void areFewThoughManyCasesFail() {
        assertThat(report.counts().failed()).isGreaterThan(10);
        assertThat(causes)
                .extracting(cause -> cause.id().check())
                .containsExactlyInAnyOrder("schema", "status-documented", "expected-status");
    }

    @Test
    void thoseOfMostCasesComeFirst() {
        assertThat(causes).extracting(cause -> -cause.cases().size()).isSorted();
    }

    @Test
    void holdEachFailedCase() {
        assertThat(causes.stream().flatMap(cause -> cause.cases().stream()).distinct())
                .containsExactlyInAnyOrderElementsOf(report.verdicts().stream()
                        .filter(verdict -> verdict.outcome() == Verdict.Outcome.FAILED)
                        .map(verdict -> verdict.subject().id())
                        .toList());
    }

    @Test
    void showTheSmallestRequestThatShowsThem() {
        for (Cause cause : causes) {
            int shown = sent(cause.example());

            assertThat(Results.of(report).failures().stream()
                            .filter(entry -> cause.cases().contains(entry.id())))
                    .allSatisfy(entry -> assertThat(sent(entry)).isGreaterThanOrEqualTo(shown));
        }
    }

    private static int sent(CaseResult entry) {
        return entry.trace().reproduction().stream().mapToInt(String::length).sum();
    }

    @Test
    void areSilencedByTheEntryThatTheyTell() {
        Cause first = causes.get(0);
        Ignore ignore = new Ignore(
                Optional.empty(),
                first.id().toString(),
                new Ignore.Where(Optional.empty(), 0, "", Optional.empty()),
                "known",
                Place.NOWHERE);

        Report again =
                run(RunOptions.standard().withChecks(CheckOptions.standard().withIgnores(List.of(ignore))));

        assertThat(Causes.of(Results.of(again)))
                .extracting(Cause::id)
                .isNotEmpty()
                .doesNotContain(first.id());
        assertThat(again.remarks().keySet())
                .filteredOn(remark -> remark.kind() == Remark.Kind.IGNORED)
                .isNotEmpty();
        assertThat(first.ignoreEntry()).isEqualTo("- {cause: " + first.id() + ", reason: say why}");
    }

    @Test
    void areWhatTheConsoleTells() throws Exception {
        String text = console(Looks.Detail.USUAL);

        assertThat(unvarying(text)).isEqualToNormalizingNewlines(Files.readString(Suites.resource("causes.txt")));
        assertThat(text.lines()).hasSizeLessThan(60);
    }

    @Test
    void areAllThatIsToldQuietly() {
        String text = console(Looks.Detail.QUIET);

        assertThat(text)
                .startsWith(causes.get(0).id().toString())
                .contains(report.counts().failed() + " cases failed for 3 causes")
                .doesNotContain("Checking", "Not checked", "Proven");
    }

    @Test
    void bringNothingToTheTerminalThatCouldSteerIt() {
        assertThat(console(Looks.Detail.VERBOSE) + console(Looks.Detail.USUAL))
                .contains("\uFFFDsuch\uFFFD31m user")
                .doesNotContain("\u202E", "\u009B");
    }

    static String unvarying(String text) {
        return text.replaceAll("127\\.0\\.0\\.1:[0-9]+", "127.0.0.1:PORT")
                .replaceAll(" in [0-9.]+ s", " in TIME")
                .replaceAll("/[^ ]*/(?=[a-z-]+\\.yaml)", "");
    }

    private static String console(Looks.Detail detail) {
        return console(report, detail);
    }

    static String console(Report report, Looks.Detail detail) {
        StringWriter text = new StringWriter();
        ConsoleWriter writer = new ConsoleWriter(new PrintWriter(text), new Looks(false, false).withDetail(detail));
        writer.begin("Checking it", report.verdicts().size(), List.of());
        report.verdicts().forEach(writer::verdict);
        writer.end(report);
        return text.toString();
    }
}
