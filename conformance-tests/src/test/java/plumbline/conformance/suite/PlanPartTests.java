package plumbline.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.conformance.Case;
import plumbline.conformance.Phase;
import plumbline.conformance.cases.requests.Fuzzing;
import plumbline.conformance.plan.CaseTimes;
import plumbline.conformance.plan.Plan;
import plumbline.conformance.plan.Selection;
import plumbline.conformance.plan.Shard;
import plumbline.conformance.result.PlanPart;
import plumbline.conformance.run.RunOptions;
import plumbline.settings.Settings;

/** By what the parts of one plan know each other, though they are run apart. */
class PlanPartTests {
    private static final String DOCUMENT = """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            servers: [{url: 'http://localhost:8080'}]
            paths:
              /a:
                get:
                  operationId: a
                  parameters: [{name: q, in: query, schema: {type: string, maxLength: 5}}]
                  responses: {'200': {description: OK}, '400': {description: Bad}}
            """;

    @TempDir
    Path folder = Path.of("");

    private ConformanceOptions options(String document) throws IOException {
        Path file = Files.writeString(folder.resolve("contract.yaml"), document);
        return ConformanceOptions.of(URI.create("http://127.0.0.1:1")).withContract(file.toString());
    }

    private static Plan plan(ConformanceOptions options, Shard shard) {
        return ConformanceSuite.prepare(options.withRunOptions(
                        RunOptions.standard().withSelection(new Selection(List.of(), List.of(), Set.of(), shard))))
                .plan();
    }

    private static PlanPart part(ConformanceOptions options, Shard shard) {
        return Objects.requireNonNull(plan(options, shard).part());
    }

    private static ConformanceOptions fuzzing(ConformanceOptions options, long seed) {
        return options.withCases(new CaseOptions(null, new Fuzzing(seed, 2)));
    }

    @Test
    void twoOfOnePlanDifferInNothingButTheirNumber() throws IOException {
        PlanPart one = part(options(DOCUMENT), new Shard(1, 2));
        PlanPart other = part(options(DOCUMENT), new Shard(2, 2));

        assertThat(one)
                .isEqualTo(new PlanPart(1, 2, other.contract(), other.cases(), other.dealing()))
                .isNotEqualTo(other);
    }

    @Test
    void allCasesAreNoPart() throws IOException {
        assertThat(plan(options(DOCUMENT), Shard.whole()).part()).isNull();
    }

    @Test
    void contractsDifferInMoreThanTheirServers() throws IOException {
        PlanPart part = part(options(DOCUMENT), new Shard(1, 2));

        assertThat(part(options(DOCUMENT.replace(":8080", ":8081")), new Shard(1, 2)))
                .isEqualTo(part);
        assertThat(part(options(DOCUMENT.replace("description: Bad", "description: Worse")), new Shard(1, 2))
                        .contract())
                .isNotEqualTo(part.contract());
    }

    @Test
    void seedsAreOfDifferentCases() throws IOException {
        PlanPart part = part(fuzzing(options(DOCUMENT), 1), new Shard(1, 2));
        PlanPart other = part(fuzzing(options(DOCUMENT), 2), new Shard(1, 2));

        assertThat(other.contract()).isEqualTo(part.contract());
        assertThat(other.cases()).isNotEqualTo(part.cases());
    }

    @Test
    void timesDealTheSameCasesOutAnew() throws IOException {
        ConformanceOptions options = options(DOCUMENT);
        Case last = plan(options, Shard.whole()).cases().get(0);
        CaseTimes times =
                new CaseTimes("earlier.json", "T", Map.of(last.phase(), Map.of(last.id(), Duration.ofHours(1))));

        PlanPart part = part(options, new Shard(1, 2));
        PlanPart other = part(options, new Shard(1, 2).balancedBy(times));

        assertThat(other.cases()).isEqualTo(part.cases());
        assertThat(other.dealing()).isNotEqualTo(part.dealing());
    }

    @Test
    void settingsNameTheEarlierReportFromTheirFolder() throws IOException {
        Path file = Files.writeString(folder.resolve(Settings.FILE), """
                verify: {shard: 1/2, shard-times: earlier.json}
                """);
        ConformanceOptions options = options(DOCUMENT);

        assertThatThrownBy(() -> SuiteSettings.in(folder).complete(options))
                .hasMessageContaining(folder.resolve("earlier.json") + " cannot be read");
        Files.writeString(folder.resolve("earlier.json"), """
                {"formatVersion": 1, "target": "", "contract": {"title": "T", "document": ""}, "conclusion": "CONFORMS",
                 "start": "2026-11-01T12:00:00Z", "cases": [{"id": "a/examples/x", "operation": "a", "phase": "examples",
                 "expected": "", "outcome": "PASSED", "milliseconds": 12}]}
                """);
        assertThat(SuiteSettings.in(folder)
                        .complete(options)
                        .runOptions()
                        .selection()
                        .shard()
                        .times()
                        .phases())
                .isEqualTo(Map.of(Phase.EXAMPLES, Map.of("a/examples/x", Duration.ofMillis(12))));
        Files.writeString(file, "verify: {shard-times: missing.json}");
        assertThat(SuiteSettings.in(folder).complete(options).runOptions().selection())
                .isEqualTo(Selection.all());
    }
}
