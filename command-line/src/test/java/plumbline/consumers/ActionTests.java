package plumbline.consumers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.consumers.Command.Outcome;

/** What the action for GitHub runs, beside a launcher that only tells what it is given. */
class ActionTests {
    private static final Path ACTION = Path.of("../.github/actions/plumbline");

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void copy() throws IOException {
        assumeThat(Command.exists("bash")).as("bash is here").isTrue();
        Path action = Files.createDirectories(folder.resolve(".github/actions/plumbline"));
        Files.copy(ACTION.resolve("run"), action.resolve("run"), StandardCopyOption.COPY_ATTRIBUTES);
        launcher("printf '<%s>' \"$@\"");
    }

    private void launcher(String script) throws IOException {
        Path launcher = Files.writeString(folder.resolve("plumbline"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Outcome run(Map<String, String> inputs) throws IOException, InterruptedException {
        Path action = folder.resolve(".github/actions/plumbline");
        Map<String, String> environment = new HashMap<>(inputs);
        environment.put("ACTION", action.toString());
        environment.put("CONTRACT", "my api.yaml");
        environment.put("REPORT_DIR", folder.resolve("reports").toString());
        environment.put("GITHUB_STEP_SUMMARY", folder.resolve("summary.md").toString());
        environment.put("GITHUB_OUTPUT", folder.resolve("output.txt").toString());
        environment.put("RUNNER_TEMP", folder.toString());
        return new Command(folder, environment)
                .run("bash", action.resolve("run").toString());
    }

    @Test
    void checksWithAnnotations() throws Exception {
        Outcome outcome = run(Map.of("COMMAND", "check", "SARIF", "x.sarif", "ARGS", "--fail-on\nwarning\n"));

        assertThat(outcome.out())
                .isEqualTo("<check><my api.yaml><--format><github><--fail-on><warning><--output><x.sarif>");
    }

    @Test
    void verifiesWithASummaryAndTheExitCode() throws Exception {
        launcher("mkdir reports; echo '# Two failed' >reports/report.md; exit 1");

        assertThat(run(Map.of("COMMAND", "verify", "BASE_URL", "http://127.0.0.1:1"))
                        .status())
                .isEqualTo(1);
        assertThat(folder.resolve("summary.md")).hasContent("# Two failed");
    }

    @Test
    void startsAMockForTheStepsThatFollow() throws Exception {
        launcher(listening("http://127.0.0.1:8080/v1"));

        assertThat(run(Map.of("COMMAND", "mock", "PORT", "8080"))).satisfies(ActionTests::succeeded);
        assertThat(folder.resolve("output.txt")).hasContent("url=http://127.0.0.1:8080/v1");
    }

    @Test
    void startsAnotherMockInTheSameJob() throws Exception {
        launcher(listening("http://127.0.0.1:8080/v1"));
        assertThat(run(Map.of("COMMAND", "mock", "PORT", "8080"))).satisfies(ActionTests::succeeded);
        launcher(listening("http://127.0.0.1:8081/v2"));

        assertThat(run(Map.of("COMMAND", "mock", "PORT", "8081"))).satisfies(ActionTests::succeeded);
        assertThat(folder.resolve("output.txt"))
                .hasContent("url=http://127.0.0.1:8080/v1\nurl=http://127.0.0.1:8081/v2");
    }

    @Test
    void showsWhyAMockDoesNotStart() throws Exception {
        launcher("echo 'Port 8080 is in use' >&2; exit 2");

        Outcome outcome = run(Map.of("COMMAND", "mock", "PORT", "8080"));

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("Port 8080 is in use");
        assertThat(folder.resolve("output.txt")).doesNotExist();
    }

    /** A mock that greets after a while, as one does, and then serves until the folder of this test goes. */
    private static String listening(String url) {
        return "sleep 0.2; echo 'Listening on " + url + "'; while [ -e \"$0\" ]; do sleep 0.1; done";
    }

    private static void succeeded(Outcome outcome) {
        assertThat(outcome.status()).as(outcome.toString()).isZero();
    }

    @Test
    void tellsWhatItDoesNotKnow() throws Exception {
        assertThat(run(Map.of("COMMAND", "lint")).out()).contains("::error::plumbline: command is 'lint'");
        assertThat(run(Map.of("COMMAND", "verify")).out()).contains("verify needs the input base-url");
    }
}
