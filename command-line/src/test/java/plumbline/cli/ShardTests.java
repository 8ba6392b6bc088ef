package plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jobs that do not know of each other do all of the work, and nothing twice. */
class ShardTests {
    private final StringWriter err = new StringWriter();

    private List<String> cases(Map<String, String> environment, String... shard) {
        StringWriter out = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of("verify", "--base-url", "http://127.0.0.1:1", "--dry-run"));
        arguments.addAll(List.of(shard));
        new Main(Surroundings.of(environment, new PrintWriter(out, true), new PrintWriter(err, true)))
                .run(arguments.toArray(String[]::new));
        return out.toString()
                .lines()
                .map(line -> line.strip().split("\\s+", 2)[0])
                .filter(id -> id.startsWith("getUser/"))
                .toList();
    }

    @Test
    void jobsOfKubernetesShareAllCases() {
        List<String> all = cases(Map.of());
        List<String> together = new ArrayList<>();
        for (int index = 0; index < 3; index++) {
            List<String> part = cases(
                    Map.of("JOB_COMPLETION_INDEX", String.valueOf(index), "JOB_COMPLETIONS", "3"), "--shard", "auto");
            assertThat(part).isNotEmpty().isEqualTo(cases(Map.of(), "--shard", (index + 1) + "/3"));
            together.addAll(part);
        }

        assertThat(together).containsExactlyInAnyOrderElementsOf(all).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "GITHUB_JOB_INDEX, 1, GITHUB_JOB_TOTAL",
        "CI_NODE_INDEX, 2, CI_NODE_TOTAL",
        "CIRCLE_NODE_INDEX, 1, CIRCLE_NODE_TOTAL",
        "BUILDKITE_PARALLEL_JOB, 1, BUILDKITE_PARALLEL_JOB_COUNT",
        "SYSTEM_JOBPOSITIONINPHASE, 2, SYSTEM_TOTALJOBSINPHASE"
    })
    void buildServersNumberJobsInTheirOwnWays(String number, String second, String total) {
        assertThat(cases(Map.of(number, second, total, "4"), "--shard", "auto"))
                .isNotEmpty()
                .isEqualTo(cases(Map.of(), "--shard", "2/4"));
    }

    @Test
    void aJobOfItsOwnDoesAll() {
        assertThat(cases(Map.of("CI_NODE_TOTAL", "1"), "--shard", "auto")).isEqualTo(cases(Map.of()));
    }

    @Test
    void refusesToGuess() {
        assertThat(cases(Map.of(), "--shard", "auto")).isEmpty();
        assertThat(err.toString()).contains("--shard auto: nothing tells which of several jobs this is");
        assertThat(cases(Map.of("CI_NODE_INDEX", "5", "CI_NODE_TOTAL", "4"), "--shard", "auto"))
                .isEmpty();
        assertThat(err.toString()).contains("CI_NODE_INDEX is '5' and CI_NODE_TOTAL is '4', which is no part");
    }
}
