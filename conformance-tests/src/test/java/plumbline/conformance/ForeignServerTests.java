package plumbline.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plumbline.conformance.result.Verdict;
import plumbline.conformance.run.ConformanceRun;
import plumbline.conformance.run.Pace;
import plumbline.conformance.run.RunOptions;
import plumbline.conformance.suite.ConformanceOptions;
import plumbline.conformance.suite.ConformanceSuite;
import plumbline.conformance.target.Target;

/**
 * What the suite says of a server that was not written for it: {@code mvn -Pforeign-server verify}, which fetches Prism from
 * npm and lets it mock the users contract. Each finding is a true departure of Prism from the contract or from HTTP.
 */
@Tag("foreign-server")
class ForeignServerTests {
    private static final Path DOCUMENT = Path.of("..", "openapi", "users.yaml");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Test
    void prismIsFoundOutWhereItDepartsAndNowhereElse() throws Exception {
        assumeTrue(Prism.isPossible(), "there is no npm on the PATH to fetch Prism with");
        try (Prism prism = Prism.start(DOCUMENT)) {
            assertThat(findings(prism))
                    .containsExactlyEntriesOf(new TreeMap<>(Map.ofEntries(
                            // RFC 9110, section 15.5.2: a 401 must carry a challenge.
                            Map.entry("security/no-credentials", "challenge"),
                            Map.entry("security/empty-credentials", "challenge"),
                            Map.entry("security/wrong-scheme", "challenge"),
                            Map.entry("security/malformed-credentials", "challenge"),
                            Map.entry("security/credentials-without-colon", "challenge"),
                            // An empty header is none to it.
                            Map.entry("coverage/header-Sequence-Version-not-in-enum,-empty", "invalid-input-refused"),
                            // Its answer is the example of the contract, whichever item is asked for.
                            Map.entry("protocol/unknown-id", "path-value-returned unknown-item-not-found"),
                            Map.entry("protocol/over-long-path-value", "path-value-returned"),
                            Map.entry("protocol/path-value-with-a-zero", "path-value-returned"),
                            Map.entry("protocol/path-value-with-an-escaped-slash", "path-value-returned"),
                            Map.entry("protocol/path-value-with-odd-characters", "path-value-returned"),
                            // The whole process ends with an uncaught URIError.
                            Map.entry("protocol/path-value-that-is-no-UTF-8", "connection"))));
            assertThat(prism.deaths()).isEqualTo(1);
        }
    }

    private static Map<String, String> findings(Prism prism) throws IOException, InterruptedException {
        Target target = Target.of(prism.baseUrl());
        ConformanceOptions options = ConformanceOptions.of(target)
                .withContract(DOCUMENT.toString())
                .withValue("id", "7b1f28b9-a4ad-450b-a0ea-fd647d5109b2")
                .withRunOptions(RunOptions.standard().withPace(new Pace(1, 0, PATIENCE)));
        Map<String, String> findings = new TreeMap<>();
        ConformanceRun run = ConformanceSuite.prepare(options);
        for (Case subject : run.plan().cases()) {
            Verdict verdict = run.verify(subject);
            TreeSet<String> checks = new TreeSet<>();
            verdict.findings().forEach(finding -> checks.add(finding.check()));
            if (!checks.isEmpty()) {
                findings.put(subject.id().replaceFirst("^getUser/", ""), String.join(" ", checks));
            }
            if (verdict instanceof Verdict.Broken && prism.isDead()) {
                prism.revive();
                // A new run, since only the first request of one waits for its target.
                run = ConformanceSuite.prepare(options);
            }
        }
        return findings;
    }
}
