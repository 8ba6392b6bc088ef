package plumbline.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.conformance.result.Report;
import plumbline.conformance.server.TestServer;
import plumbline.conformance.server.UsersServer;
import plumbline.finding.Finding;

@Execution(ExecutionMode.CONCURRENT)
class FaultyServersTests {

    @Test
    void thereAreManyWaysToBeWrongAndManyToBeUnusual() {
        assertThat(FaultyServers.all()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(HarmlessServers.all()).hasSizeGreaterThanOrEqualTo(15);
    }

    @ParameterizedTest
    @MethodSource("plumbline.conformance.FaultyServers#all")
    void aWrongServerIsSeenByTheCheckThatIsMeantToSeeIt(Faulty faulty) {
        List<Finding> findings;
        try (TestServer server = TestServer.start(faulty.server())) {
            findings = Suites.findings(Suites.users(server.baseUrl()), faulty.check());
        }

        assertThat(findings).extracting(Finding::check).contains(faulty.check());
        assertThat(findings).allSatisfy(FaultyServersTests::saysAll);
    }

    @ParameterizedTest
    @MethodSource("plumbline.conformance.FaultyServers#all")
    void aNewcomerIsToldOfItTooWhereThatCanBe(Faulty faulty) {
        Optional<String> check = Newcomer.check(faulty);

        List<Finding> findings = Newcomer.users(faulty.server(), check.orElse(faulty.check()));

        check.ifPresentOrElse(
                id -> assertThat(findings).extracting(Finding::check).contains(id),
                () -> assertThat(findings).isEmpty());
    }

    @Test
    void aNewcomerIsNotAlarmedByARightServer() {
        assertThat(Newcomer.users(new UsersServer(), "any")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("plumbline.conformance.HarmlessServers#all")
    void aRightServerRaisesNoAlarm(HarmlessServers.Harmless harmless) {
        Report report = Suites.run(harmless.server());

        assertThat(findings(report)).isEmpty();
        assertThat(report.conclusion()).isEqualTo(Report.Conclusion.CONFORMS);
        assertThat(report.counts().skipped()).isZero();
    }

    private static void saysAll(Finding finding) {
        assertThat(finding.message()).isNotBlank();
        assertThat(finding.expected()).isNotBlank();
        assertThat(finding.actual()).isNotBlank();
        assertThat(finding.hint()).isNotBlank();
    }

    private static List<Finding> findings(Report report) {
        return report.verdicts().stream()
                .flatMap(verdict -> verdict.findings().stream())
                .toList();
    }
}
