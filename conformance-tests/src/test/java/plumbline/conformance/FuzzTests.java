package plumbline.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.conformance.cases.requests.Fuzzing;
import plumbline.conformance.result.Verdict;
import plumbline.conformance.run.ConformanceRun;
import plumbline.conformance.server.ContractServer;
import plumbline.conformance.server.Handler;
import plumbline.conformance.server.Reply;
import plumbline.conformance.server.TestServer;
import plumbline.conformance.suite.CaseOptions;
import plumbline.conformance.suite.ConformanceOptions;
import plumbline.conformance.suite.ConformanceSuite;

class FuzzTests {
    private static final Path CONTRACT = Suites.resource("keywords.yaml");

    @Test
    void randomCasesAreTheSameForTheSameSeedAndOthersForAnother() {
        assertThat(ids(7)).isEqualTo(ids(7)).isNotEqualTo(ids(8)).hasSizeGreaterThan(40);
    }

    @Test
    void aServerThatKeepsTheContractRaisesNoAlarm() {
        List<Verdict> verdicts = verdicts(ContractServer.of(CONTRACT), 60);

        assertThat(verdicts)
                .hasSizeGreaterThan(50)
                .allSatisfy(verdict -> assertThat(verdict.findings())
                        .as(verdict.subject().id())
                        .isEmpty());
    }

    @Test
    void aRightRequestThatIsRefusedIsMadeAsSmallAsItCanBe() {
        Handler right = ContractServer.of(CONTRACT);
        List<Verdict> verdicts = verdicts(
                request -> request.body().text().contains("\"count\":")
                                && !request.body().text().contains("\"count\":3,")
                        ? Reply.of(400)
                        : right.answer(request),
                30);

        assertThat(verdicts)
                .filteredOn(verdict -> verdict.findings().stream()
                        .anyMatch(finding -> finding.check().equals("valid-input-accepted")))
                .isNotEmpty()
                .allSatisfy(
                        verdict -> assertThat(verdict.subject().request().body().text())
                                .contains("\"count\":1")
                                .doesNotContain("born", "kinds", "labels", "size", "note"));
    }

    @Test
    void aFaultThatIsAcceptedIsMadeAsSmallAsItCanBe(@TempDir Path folder) throws IOException {
        String wider = Files.readString(CONTRACT).replaceFirst("kinds: \\{.*", "kinds: {}");
        List<Verdict> verdicts =
                verdicts(ContractServer.of(Files.writeString(folder.resolve("served.yaml"), wider)), 70);

        assertThat(verdicts)
                .filteredOn(verdict -> !verdict.findings().isEmpty())
                .isNotEmpty()
                .allSatisfy(
                        verdict -> assertThat(verdict.subject().request().body().text())
                                .contains("\"kinds\":")
                                .doesNotContain("born", "labels", "size", "note"));
    }

    @Test
    void shrinkingEnds() {
        AtomicInteger sent = new AtomicInteger();
        verdicts(
                request -> {
                    sent.incrementAndGet();
                    return Reply.of(500);
                },
                2);

        assertThat(sent.get()).isLessThan(210);
    }

    private static List<String> ids(long seed) {
        return ConformanceSuite.prepare(options(URI.create("http://127.0.0.1:1/api"), seed, 60)).plan().cases().stream()
                .map(Case::id)
                .filter(id -> id.contains("/fuzz-"))
                .toList();
    }

    private static List<Verdict> verdicts(Handler handler, int count) {
        try (TestServer server = TestServer.start(handler)) {
            ConformanceRun run = ConformanceSuite.prepare(options(server.baseUrl(), 1, count));
            return run.plan().cases().stream()
                    .filter(subject -> subject.id().contains("/fuzz-"))
                    .map(run::verify)
                    .toList();
        }
    }

    private static ConformanceOptions options(URI baseUrl, long seed, int count) {
        return ConformanceOptions.of(baseUrl)
                .withContract(CONTRACT.toString())
                .withPhases(EnumSet.of(Phase.COVERAGE))
                .withCases(new CaseOptions(null, new Fuzzing(seed, count)));
    }
}
