package plumbline.cli.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import plumbline.contract.Contract;
import plumbline.contract.document.Problem;
import plumbline.contract.document.Topic;

class RehearsalTests {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aLargeContractIsServedAsThoseOfUsersAre() throws IOException {
        Contract contract = Contract.read(Files.writeString(folder.resolve("large.json"), Rehearsal.contract()));

        assertThat(contract.operations()).hasSizeGreaterThan(900);
        assertThat(contract.warnings()).extracting(Problem::topic).containsOnly(Topic.PATH_AMBIGUOUS);
    }

    @Test
    @Timeout(120)
    void goesOnAsTheCommandAndLeavesNothing() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Rehearsal.class.getName(),
                        "--version")
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(50, TimeUnit.SECONDS)).isTrue();
        assertThat(output.strip()).isEqualTo("plumbline (not packaged)");
        assertThat(folder).isEmptyDirectory();
    }
}
