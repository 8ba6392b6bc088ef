package plumbline.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.conformance.run.Pace;
import plumbline.conformance.run.RunOptions;
import plumbline.conformance.suite.ConformanceOptions;
import plumbline.conformance.target.Target;

/**
 * What the suite finds of a server that was not written for it, has rules that its contract does not tell, and of which nobody
 * says what exists.
 */
@Tag("foreign-server")
class ForeignServerWithRulesTests {
    private static final Path DOCUMENT = Suites.resource("alertmanager-0.25.0.yaml");
    private static final double LEAST_THAT_IS_PROVEN = 0.70;

    @TempDir
    private Path folder;

    @Test
    void silencesAndAlertsOfAlertmanagerLiveAndDie() throws Exception {
        assumeTrue(Alertmanager.isPossible(), "prometheus-alertmanager is not installed");
        try (Alertmanager alertmanager = Alertmanager.start(folder)) {
            for (int i = 0; i < 2; i++) {
                Report report = Suites.run(
                        ConformanceOptions.of(Target.of(alertmanager.baseUrl()).withWrites())
                                .withContract(DOCUMENT.toString())
                                .withRunOptions(RunOptions.standard().withPace(new Pace(1, 0, Duration.ofMinutes(1)))));

                assertThat(report.extent().unanswered().operations()).isEmpty();
                assertThat(report.heading().notes()).noneMatch(note -> note.startsWith("Left behind"));
                assertThat(report.verdicts())
                        .filteredOn(verdict -> verdict.subject().id().startsWith("postSilences/lifecycle/create-and-"))
                        .hasSize(2)
                        .allSatisfy(verdict -> assertThat(verdict).isInstanceOf(Verdict.Passed.class));
                Proof proof = report.extent().proof();
                assertThat((double) proof.proven() / proof.constraints()).isGreaterThanOrEqualTo(LEAST_THAT_IS_PROVEN);
            }
        }
    }
}
