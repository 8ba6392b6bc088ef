package plumbline.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.conformance.result.Report;
import plumbline.conformance.server.TestServer;
import plumbline.finding.Finding;

@Execution(ExecutionMode.CONCURRENT)
class FaultyShopsTests {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("plumbline.conformance.FaultyShops#all")
    void aNewcomerSeesAWrongShopByTheCheckThatIsMeantToSeeIt(FaultyShop faulty) throws IOException {
        List<Finding> findings;
        try (TestServer server = TestServer.start(faulty.server().get())) {
            findings = Suites.findings(Newcomer.shop(server.baseUrl(), folder), faulty.check());
        }

        assertThat(findings).extracting(Finding::check).contains(faulty.check());
    }

    @ParameterizedTest
    @MethodSource("plumbline.conformance.HarmlessShops#all")
    void aRightShopRaisesNoAlarm(HarmlessShops.HarmlessShop harmless) {
        Report report = Suites.runShop(harmless.server().get());

        assertThat(report.verdicts().stream().flatMap(verdict -> verdict.findings().stream()))
                .isEmpty();
        assertThat(report.conclusion()).isEqualTo(Report.Conclusion.CONFORMS);
    }
}
