package plumbline.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.conformance.server.TestServer;
import plumbline.conformance.target.Target;
import plumbline.finding.Finding;

class FaultyShopsTests {

    @ParameterizedTest
    @MethodSource("plumbline.conformance.FaultyShops#all")
    void aWrongShopIsSeenByTheCheckThatIsMeantToSeeIt(FaultyShop faulty) {
        List<Finding> findings;
        try (TestServer server = TestServer.start(faulty.server().get())) {
            Target target = Target.of(server.baseUrl()).withTimeout(Duration.ofSeconds(3));
            findings = Suites.findings(Suites.shop(target), faulty.check());
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

    @Test
    void theTableOfFaultsIsThatOfTheDocumentation() throws IOException {
        String table = table();
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "FAULTS.md"), table);

        assertThat(FaultyServers.all().size() + FaultyShops.all().size()).isGreaterThanOrEqualTo(120);
        assertThat(HarmlessServers.all().size() + HarmlessShops.all().size()).isGreaterThanOrEqualTo(30);
        assertThat(Path.of("FAULTS.md")).as("copy target/FAULTS.md").content().isEqualTo(table);
    }

    private static String table() {
        List<String> lines = new ArrayList<>(List.of(
                "# Faults that are found",
                "",
                "Each of these servers is wrong in one way, and found out by the check beside it; the servers at the end are"
                        + " unusual but right, and raise no alarm. The tests write this page.",
                "",
                "| Contract | Fault | Check |",
                "|---|---|---|"));
        FaultyServers.all().forEach(fault -> lines.add("| users | " + fault.name() + " | `" + fault.check() + "` |"));
        FaultyShops.all().forEach(fault -> lines.add("| shop | " + fault.name() + " | `" + fault.check() + "` |"));
        lines.addAll(List.of("", "| Contract | Unusual, but right |", "|---|---|"));
        HarmlessServers.all().forEach(one -> lines.add("| users | " + one.name() + " |"));
        HarmlessShops.all().forEach(one -> lines.add("| shop | " + one.name() + " |"));
        return String.join("\n", lines) + "\n";
    }
}
