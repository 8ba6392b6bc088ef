package plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.conformance.Suites;
import plumbline.conformance.report.ReportSchema;
import plumbline.conformance.report.ResultsReader;
import plumbline.conformance.report.results.CaseResult;
import plumbline.conformance.server.TestServer;
import plumbline.conformance.server.UsersServer;

/** Jobs that know how long all took before share the time, and merged they have done all of the work. */
class BalancedShardTests {
    private static final String REPORT = "plumbline-report.json";

    @TempDir
    Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path whole = Path.of("");

    @BeforeEach
    void runAll() {
        whole = verified("whole");
    }

    /** Runs the suite as a job of several would, and returns its report. */
    private Path verified(String name, String... options) {
        Path reports = folder.resolve(name);
        try (TestServer server = TestServer.start(new UsersServer())) {
            List<String> arguments = new ArrayList<>(List.of("verify", "--user", UsersServer.USER));
            arguments.addAll(List.of("--base-url", server.baseUrl().toString()));
            arguments.addAll(List.of("--fixtures", Suites.resource("fixtures").toString()));
            arguments.addAll(List.of("--report-dir", reports.toString()));
            arguments.addAll(List.of(options));
            assertThat(run(arguments.toArray(String[]::new))).isZero();
        }
        return reports.resolve(REPORT);
    }

    private int run(String... arguments) {
        return new Main(Surroundings.of(Map.of(), new PrintWriter(out, true), new PrintWriter(err, true)))
                .run(arguments);
    }

    private int merge(Path... parts) {
        List<String> arguments = new ArrayList<>(List.of("merge-reports", "--report-dir"));
        arguments.add(folder.resolve("merged").toString());
        for (Path part : parts) {
            arguments.add(part.toString());
        }
        return run(arguments.toArray(String[]::new));
    }

    private static List<String> ids(Path report) {
        return ResultsReader.read(report).entries().stream().map(CaseResult::id).toList();
    }

    /** A report of the same cases, of which one took very long. */
    private Path slow(String id) throws IOException {
        String text = Files.readString(whole);
        int milliseconds = text.indexOf("\"milliseconds\" : ", text.indexOf("\"id\" : \"" + id + "\""));
        return Files.writeString(
                folder.resolve("slow.json"),
                text.substring(0, milliseconds)
                        + text.substring(milliseconds)
                                .replaceFirst("\"milliseconds\" : [0-9]+", "\"milliseconds\" : 900000"));
    }

    private Path part(String shard, Path times) {
        return verified(shard.replace('/', '-'), "--shard", shard, "--shard-times", times.toString());
    }

    @Test
    void jobsDoAllOfTheWorkAndNothingTwice() throws IOException {
        Path[] parts = {part("1/3", whole), part("2/3", whole), part("3/3", whole)};

        for (Path part : parts) {
            assertThat(ReportSchema.violations(Files.readString(part))).isEmpty();
        }
        assertThat(merge(parts)).isZero();
        Path merged = folder.resolve("merged").resolve(REPORT);
        assertThat(ids(merged)).containsExactlyInAnyOrderElementsOf(ids(whole)).doesNotHaveDuplicates();
        assertThat(out.toString())
                .contains("This is part 2/3 of the cases, which were dealt out by the times that " + whole + " tells.");
        // What was merged is as good as what was run in one piece.
        assertThat(ids(part("2/3", merged))).isNotEmpty();
    }

    @Test
    void whatTakesLongerThanAllElseIsLeftToAJobOfItsOwn() throws IOException {
        String id = ids(whole).get(0);
        Path times = slow(id);

        assertThat(ids(part("1/2", times))).containsExactly(id);
        assertThat(ids(part("2/2", times)))
                .doesNotContain(id)
                .hasSize(ids(whole).size() - 1);
    }

    @Test
    void jobsThatWereGivenDifferentTimesAreNotMerged() throws IOException {
        Path one = part("1/2", whole);
        Path other = part("2/2", slow(ids(whole).get(0)));

        assertThat(merge(one, other)).isEqualTo(2);
        assertThat(err.toString())
                .contains("the parts 1/2 and 2/2 do not belong together: their cases were dealt out by different times;"
                        + " give all parts the same report of an earlier run");
        assertThat(folder.resolve("merged")).doesNotExist();
    }

    @Test
    void aJobThatIsMissingIsTold() {
        Path one = part("1/2", whole);

        assertThat(merge(one)).isEqualTo(2);
        assertThat(out.toString()).contains("Parts are missing: 2/2. ", "Ended early");
        assertThat(folder.resolve("merged").resolve(REPORT)).exists();

        assertThat(merge(one, one)).isEqualTo(2);
        assertThat(err.toString()).contains("part 1/2 is there twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[1]", "{\"formatVersion\": 1, \"cases\": 3}"})
    void whatIsNoReportIsRefused(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("no-report.json"), text);

        assertThat(dryRun("--shard", "1/2", "--shard-times", file.toString())).isEqualTo(2);
        assertThat(err.toString()).startsWith("plumbline: " + file).doesNotContain("\tat ");
    }

    @Test
    void aReportThatIsNotThereOrOfAnotherContractIsRefused() throws IOException {
        assertThat(dryRun("--shard", "1/2", "--shard-times", "missing.json")).isEqualTo(2);
        assertThat(err.toString()).contains("missing.json cannot be read");

        Path other = Files.writeString(
                folder.resolve("other.json"),
                Files.readString(whole).replaceFirst("\"title\" : \"[^\"]*\"", "\"title\" : \"Books\""));
        assertThat(dryRun("--shard", "1/2", "--shard-times", other.toString())).isEqualTo(2);
        assertThat(err.toString())
                .contains(other + " is a report about 'Books', not about 'Sequence users': name one of an earlier run");
    }

    @Test
    void timesWithoutPartsHaveNothingToDo() {
        assertThat(dryRun("--shard-times", "missing.json")).isZero();
        assertThat(err.toString())
                .contains("plumbline: --shard-times has nothing to do, since all cases are run: give --shard, too");
    }

    private int dryRun(String... options) {
        List<String> arguments = new ArrayList<>(List.of("verify", "--base-url", "http://127.0.0.1:1", "--dry-run"));
        arguments.addAll(List.of(options));
        return run(arguments.toArray(String[]::new));
    }
}
