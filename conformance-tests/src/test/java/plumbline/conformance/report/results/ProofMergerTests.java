package plumbline.conformance.report.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.conformance.report.Reports;
import plumbline.conformance.result.Proof;
import plumbline.conformance.result.Proof.Tally;
import plumbline.conformance.result.Proof.Unproven;
import plumbline.conformance.result.Report;

/** Of two promises, "a" is the one of which runs differ in what they know. */
class ProofMergerTests {

    @ParameterizedTest
    @CsvSource({
        "proven,     unproven,   2, 2",
        "unproven,   proven,     2, 2",
        "unproven,   unproven,   1, 2",
        "overlooked, proven,     1, 2",
        "idle,       proven,     2, 2",
        "proven,     idle,       2, 2",
        "idle,       unproven,   1, 1",
        "unproven,   idle,       1, 1",
        "idle,       idle,       1, 1",
        "overlooked, idle,       1, 2"
    })
    void aPromiseIsProvenIfOneRunHasAndNoneOverlookedIt(String first, String second, int proven, int constraints) {
        Proof merged = new ProofMerger(List.of(results(first), results(second))).merge();

        assertThat(merged.tallies()).isEqualTo(Map.of("type", new Tally(proven, constraints)));
        assertThat(merged.mutants()).isEqualTo(6);
    }

    @Test
    void oneRunIsMergedToItself() {
        for (String state : Arrays.asList("proven", "unproven", "overlooked", "idle")) {
            Results one = results(state);

            assertThat(new ProofMerger(List.of(one)).merge())
                    .isEqualTo(one.extent().proof());
        }
    }

    private static Results results(String state) {
        String reason = "overlooked".equals(state) ? Unproven.overlooked("a number") : state;
        Unproven one = new Unproven("type", "a", "a.yaml:1:2", reason, "do something");
        Proof proof = switch (state) {
            case "proven" -> new Proof(Map.of("type", 2), 3, List.of(), List.of());
            case "idle" -> new Proof(Map.of("type", 1), 3, List.of(), List.of(one));
            default -> new Proof(Map.of("type", 2), 3, List.of(one), List.of());
        };
        Report good = Reports.good();
        return Results.of(new Report(
                good.heading(),
                good.phases(),
                good.checks(),
                good.verdicts(),
                good.omissions(),
                new Report.Extent(List.of(), proof)));
    }
}
