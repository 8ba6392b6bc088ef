package plumbline.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.conformance.Case;
import plumbline.conformance.Suites;
import plumbline.conformance.plan.Selection;
import plumbline.conformance.plan.Shard;
import plumbline.conformance.report.html.HtmlReport;
import plumbline.conformance.report.results.CaseResult;
import plumbline.conformance.report.results.Results;
import plumbline.conformance.result.PlanPart;
import plumbline.conformance.result.Proof;
import plumbline.conformance.result.Report;
import plumbline.conformance.result.Transcript;
import plumbline.conformance.result.Verdict;
import plumbline.conformance.run.CheckOptions;
import plumbline.conformance.run.RunOptions;
import plumbline.conformance.server.Handler;
import plumbline.conformance.server.Reply;
import plumbline.conformance.server.TestServer;
import plumbline.conformance.server.UsersServer;
import plumbline.contract.json.Json;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.output.Format;
import plumbline.output.ReportFolder;

class FormatsTests {
    private static final String HOSTILE =
            "</pre><script>alert(1)</script><img src=x onerror=alert(2)>' \\\" &amp; \\u202e";
    private static final Handler RIGHT = new UsersServer();

    private static Report wrong;

    @BeforeAll
    static void askAWrongServer() {
        wrong = Suites.run(request -> {
            Reply reply = RIGHT.answer(request);
            return reply.status() == 200
                    ? reply.with("X-Drift", "<b onclick='x'>").change(FormatsTests::withHostileText)
                    : reply;
        });
    }

    private static String withHostileText(String body) {
        String hostile = "\"email\":7,\"evil\":\"" + HOSTILE + "\"";
        return body.replaceFirst("\"email\":\"[^\"]*\"", Matcher.quoteReplacement(hostile));
    }

    @TempDir
    private Path folder;

    @Test
    void everyJsonReportObeysItsSchema() {
        for (Report report : List.of(Reports.mixed(), Reports.good(), wrong, Suites.run(RIGHT))) {
            assertThat(ReportSchema.violations(JsonReport.write(report))).isEmpty();
        }
    }

    @Test
    void theSchemaRefusesWhatIsNoReport() throws Exception {
        String report = JsonReport.write(Reports.mixed());

        assertThat(ReportSchema.violations(report.replace("\"formatVersion\" : 1", "\"formatVersion\" : 2")))
                .isNotEmpty();
        assertThat(ReportSchema.violations(report.replace("\"FAILED\"", "\"FALED\"")))
                .isNotEmpty();
    }

    @Test
    void onlyTheFormatsThatAreWantedAreWritten() throws IOException {
        new ReportFolder(folder.resolve("new"))
                .write(new RunReporting(Results.of(Reports.good())), Set.of(Format.HTML, Format.SARIF));

        assertThat(folder.resolve("new"))
                .isDirectoryContaining("glob:**report.html")
                .isDirectoryContaining("glob:**.sarif");
        assertThat(folder.resolve("new/plumbline-report.json")).doesNotExist();
    }

    @Nested
    class Html {
        private final String page = html(wrong);

        @Test
        void holdsNothingOfTheServerAsMarkup() {
            assertThat(page)
                    .contains("&lt;script&gt;", "onerror=alert(2)&gt;")
                    .doesNotContain("<script>alert", "<img", "<b onclick", "\u202e");
            assertThat(page.split("<script", -1)).hasSize(2);
        }

        @Test
        void needsNothingElse() {
            assertThat(page).doesNotContain(" src=\"", "@import", "url(", "<link", "href=\"http");
            assertThat(page).contains("default-src 'none'; style-src 'unsafe-inline'");
        }

        @Test
        void runsNoScriptButItsOwn() {
            assertThat(page).containsPattern("script-src 'sha256-[A-Za-z0-9+/]{43}='");
        }

        @Test
        void tellsCausesFirst() {
            assertThat(page.indexOf("id=\"causes\"")).isPositive().isLessThan(page.indexOf("id=\"matrix\""));
            assertThat(page).contains("<details class=\"cause\" id=\"schema-", "ignore:\n  - {cause: schema-");
        }

        @Test
        void staysSmallWhenThousandsFail() {
            List<Verdict> verdicts = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                verdicts.add(largeFailure(i));
            }
            Report good = Reports.good();
            Report large = new Report(good.heading(), good.phases(), good.checks(), verdicts, good.omissions());

            String all = html(large);

            assertThat(all.length()).isLessThan(2_000_000);
            assertThat(all.split("<article ", -1)).hasSize(1_001);
        }

        private static Verdict largeFailure(int number) {
            Verdict failed = Reports.failed();
            Verdict.Trace trace = failed.trace();
            String body = "{\"text\":\"" + "x".repeat(10_000) + "\"}";
            Transcript transcript = new Transcript(
                    new Transcript.Message("GET /api HTTP/1.1", body), new Transcript.Message("HTTP/1.1 500", body));
            Case subject = failed.subject();
            return new Verdict.Failed(
                    Case.of(
                            subject.operation(),
                            subject.phase(),
                            "large " + number,
                            subject.request(),
                            subject.expectation()),
                    new Verdict.Trace(
                            trace.status(),
                            trace.elapsed(),
                            trace.checks(),
                            trace.reproduction(),
                            new Verdict.Details(List.of(), "", transcript)),
                    failed.findings());
        }

        @Test
        void marksThePlaceThatIsBroken() {
            assertThat(page).contains("<mark>7</mark>").doesNotContain("<mark>&quot;locale&quot;");
        }

        @Test
        void hasAnAimForEveryLinkAndOneOnly() {
            List<String> links = page.lines()
                    .flatMap(line ->
                            Pattern.compile("href=\"#([^\"]+)\"").matcher(line).results())
                    .map(result -> result.group(1))
                    .toList();

            assertThat(links)
                    .isNotEmpty()
                    .allSatisfy(link ->
                            assertThat(page.split("id=\"" + link + "\"", -1)).hasSize(2));
        }
    }

    @Test
    void sarifObeysTheSchemaOfOasis() {
        for (Report report : List.of(wrong, Reports.good(), Reports.mixed())) {
            StringWriter text = new StringWriter();
            SarifReport.write(Results.of(report), text);

            assertThat(ReportSchema.violationsOfSarif(text.toString())).isEmpty();
            assertThat(ReportSchema.violationsOfSarif(text.toString().replace("\"2.1.0\"", "\"2.2.0\"")))
                    .isNotEmpty();
        }
    }

    @Test
    void sarifTellsEachFindingOnceAtItsPlaceInTheContract() throws Exception {
        StringWriter text = new StringWriter();
        SarifReport.write(Results.of(wrong), text);
        JsonNode run = Json.read(text.toString()).path("runs").path(0);

        List<JsonNode> results = List.copyOf(run.path("results").values());
        assertThat(results)
                .filteredOn(result -> "schema".equals(result.path("ruleId").asString()))
                .singleElement()
                .satisfies(result -> {
                    JsonNode place = result.path("locations").path(0).path("physicalLocation");
                    assertThat(place.path("artifactLocation").path("uri").asString())
                            .isEqualTo("openapi/users.yaml");
                    assertThat(place.path("region").path("startLine").asInt()).isGreaterThan(1);
                    assertThat(result.path("level").asString()).isEqualTo("error");
                });
        assertThat(results)
                .filteredOn(result -> "note".equals(result.path("level").asString()))
                .extracting(result -> result.path("ruleId").asString())
                .contains("undocumented-headers");
    }

    @Test
    void sarifTellsCausesAndWhatItsRulesAreFor() throws Exception {
        StringWriter text = new StringWriter();
        SarifReport.write(Results.of(wrong), text);
        JsonNode run = Json.read(text.toString()).path("runs").path(0);

        assertThat(List.copyOf(run.path("tool").path("driver").path("rules").values()))
                .isNotEmpty()
                .allSatisfy(rule -> {
                    assertThat(rule.path("shortDescription").path("text").asString(""))
                            .isNotEmpty();
                    assertThat(rule.path("help").path("text").asString("")).startsWith("Makes sure that ");
                    assertThat(rule.path("helpUri").asString("")).startsWith("https://");
                });
        assertThat(List.copyOf(run.path("results").values()))
                .allSatisfy(result -> assertThat(result.path("partialFingerprints")
                                .path("plumblineCause/v1")
                                .asString(""))
                        .matches("[a-z-]+-[0-9a-f]{6} getUser"));
    }

    @Test
    void annotationsStandOnOneLineEachAndCannotBeBrokenOutOf() {
        assertThat(Annotations.of(Results.of(Reports.mixed())))
                .anySatisfy(
                        line -> assertThat(line)
                                .startsWith("::error title=Plumbline%3A getUser%3A no-server-error::the server failed")
                                .contains(
                                        "%0Aexpected a documented 2xx or 3xx status%0Agot 500%0A1 case, cause no-server-error-"))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.lines()).hasSize(1));
    }

    @Test
    void annotationsTellEachCauseOnce() {
        assertThat(Annotations.of(Results.of(wrong)))
                .filteredOn(line -> line.startsWith("::error"))
                .hasSize(1);
    }

    @Test
    void markdownTellsCausesAndHoldsNothingOfTheServerAsMarkup() throws IOException {
        StringWriter text = new StringWriter();
        new RunReporting(Results.of(wrong)).write(Format.MARKDOWN, text);

        assertThat(text.toString())
                .startsWith("## Plumbline: Sequence users does not conform\n")
                .contains(" failed for 1 cause**", "| Cause | Cases |", "<details><summary><code>schema-")
                .doesNotContain("<script", "<b onclick", "\u202e");
    }

    @Nested
    class Merging {

        @Test
        void shardsTellTheSameAsOneRun() throws IOException {
            Results whole = Results.of(run(new Shard(1, 1)));

            Results merged = Results.merged(List.of(
                    written(run(new Shard(1, 3))), written(run(new Shard(2, 3))), written(run(new Shard(3, 3)))));

            assertThat(merged.counts()).isEqualTo(whole.counts());
            assertThat(merged.conclusion()).isEqualTo(whole.conclusion());
            assertThat(merged.rows()).isEqualTo(whole.rows());
            assertThat(merged.checks()).isEqualTo(whole.checks());
            assertThat(merged.extent().reached()).isEqualTo(whole.extent().reached());
            assertThat(merged.entries())
                    .extracting(CaseResult::id)
                    .containsExactlyInAnyOrderElementsOf(
                            whole.entries().stream().map(CaseResult::id).toList());
            assertThat(merged.failures()).hasSameSizeAs(whole.failures());
            assertThat(merged.extent().proof().constraints())
                    .isPositive()
                    .isEqualTo(whole.extent().proof().constraints());
        }

        @Test
        void aPartConformsWhateverSingleCaseFallsToIt() {
            Report whole = Suites.run(new UsersServer());

            assertThat(whole.verdicts())
                    .filteredOn(verdict -> verdict.outcome() == Verdict.Outcome.PASSED)
                    .isNotEmpty()
                    .allSatisfy(verdict -> assertThat(part(whole, verdict).conclusion())
                            .as(verdict.subject().id())
                            .isEqualTo(Report.Conclusion.CONFORMS));
        }

        @Test
        void aPartThatAskedForSuccessInVainHasCheckedNothing() {
            Report whole = Suites.run(new UsersServer());

            assertThat(whole.verdicts())
                    .filteredOn(Verdict::isAskedForSuccess)
                    .isNotEmpty()
                    .map(verdict -> new Verdict.Passed(
                            verdict.subject(), new Verdict.Trace(429, Duration.ZERO, List.of(), List.of())))
                    .allSatisfy(verdict ->
                            assertThat(part(whole, verdict).conclusion()).isEqualTo(Report.Conclusion.NOTHING_CHECKED));
        }

        private static Report part(Report whole, Verdict verdict) {
            return new Report(
                    whole.heading(),
                    List.of(verdict.subject().phase()),
                    whole.checks(),
                    List.of(verdict),
                    List.of(),
                    new Report.Extent(
                            List.of(), Proof.NONE, Report.Unanswered.NONE, new PlanPart(1, 2, "a", "b", "c")));
        }

        @Test
        void whatIsReadIsWrittenTheSame() throws IOException {
            StringWriter again = new StringWriter();
            JsonReport.write(written(wrong), again);

            assertThat(again.toString()).isEqualTo(JsonReport.write(wrong));
        }

        @Test
        void theSameCaseTwiceIsRefused() throws IOException {
            Results good = written(Reports.good());

            assertThatThrownBy(() -> Results.merged(List.of(good, good)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("stands in two of the reports");
        }

        @Test
        void whatIsNoReportIsRefused() throws IOException {
            for (String text : List.of("{}", "{\"formatVersion\":9}", "{\"formatVersion\":1}", "[", "")) {
                Path file = Files.writeString(folder.resolve("no-report.json"), text);

                assertThatThrownBy(() -> ResultsReader.read(file))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageStartingWith(file.toString());
            }
            assertThatThrownBy(() -> ResultsReader.read(folder.resolve("missing.json")))
                    .hasMessageContaining("missing.json cannot be read");
        }

        private Results written(Report report) throws IOException {
            new ReportFolder(folder).write(new RunReporting(Results.of(report)), EnumSet.of(Format.JSON));
            return ResultsReader.read(folder.resolve("plumbline-report.json"));
        }

        private static Report run(Shard shard) {
            RunOptions running = new RunOptions(
                    new Selection(List.of(), List.of(), Set.of(), shard),
                    CheckOptions.standard(),
                    plumbline.conformance.run.Pace.steady());
            try (TestServer server = TestServer.start(request -> {
                Reply reply = RIGHT.answer(request);
                return reply.status() == 404 ? reply.withStatus(418) : reply;
            })) {
                return Suites.run(Suites.users(server.baseUrl()).withRunOptions(running));
            }
        }
    }

    private static String html(Report report) {
        StringWriter text = new StringWriter();
        HtmlReport.write(Results.of(report), text);
        return text.toString();
    }
}
