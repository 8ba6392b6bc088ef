package plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The mock as a process of its own. */
@Timeout(120)
class ProcessTests {
    @TempDir
    private Path folder = Path.of("");

    private Path errors = Path.of("");

    @BeforeEach
    void keepErrors() {
        errors = folder.resolve("errors.txt");
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "mock"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(errors.toFile()).start();
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void stopsWhenItIsTold() throws IOException, InterruptedException {
        Process process = start("--port", "0");
        try (BufferedReader out = reader(process)) {
            assertThat(out.readLine()).startsWith("Listening on http://127.0.0.1:");

            process.destroy();

            assertThat(process.waitFor(50, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isIn(0, 143);
            assertThat(errors).content().isEmpty();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void endsWithTwoIfTheInputCannotBeUsed() throws IOException, InterruptedException {
        Process process = start("--contract", "no-such.yaml");
        try (BufferedReader out = reader(process)) {
            assertThat(out.readLine()).isNull();
            assertThat(process.waitFor(50, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(2);
            assertThat(errors).content().contains("no-such.yaml");
        } finally {
            process.destroyForcibly();
        }
    }

    /** Runs a line of a shell, in which {@code $plumbline} stands for the command line. */
    private int shell(String line) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", line).directory(folder.toFile());
        builder.environment()
                .put(
                        "plumbline",
                        Path.of(System.getProperty("java.home"), "bin", "java") + " -cp "
                                + System.getProperty("java.class.path") + " " + Main.class.getName());
        Process process = builder.redirectError(errors.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(100, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @ParameterizedTest
    @EnabledOnOs(OS.LINUX)
    @ValueSource(
            strings = {
                "$plumbline check > /dev/full",
                "$plumbline check --format json > /dev/full",
                "$plumbline check --output /dev/full",
                "$plumbline mock --port 0 > /dev/full"
            })
    void endsWithTwoIfTheDiskIsFull(String line) throws IOException, InterruptedException {
        assertThat(shell(line)).isEqualTo(2);
        assertThat(errors).content().contains("the disk is full", "make room").hasLineCount(1);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void saysNothingIfNobodyReadsOn() throws IOException, InterruptedException {
        assertThat(shell("mkfifo pipe; ( : < pipe ) & ($plumbline check --format json; echo $? > code) > pipe;"
                        + " exit $(cat code)"))
                .isEqualTo(141);
        assertThat(errors).content().isEmpty();
    }

    @ParameterizedTest
    @DisabledOnOs(OS.WINDOWS)
    @ValueSource(
            strings = {
                "check --contract pipe",
                "check --contract /dev/zero",
                "check --baseline pipe",
                "merge-reports pipe",
                "mock --port 0 --state pipe",
                "mock --port 0 --https --cert pipe",
                "mock --port 0 --fixtures stubs"
            })
    void waitsForNothingThatIsNoFile(String arguments) throws IOException, InterruptedException {
        assertThat(shell("mkdir -p stubs/mappings; mkfifo pipe stubs/mappings/pipe.json; $plumbline " + arguments))
                .isEqualTo(2);
        assertThat(errors).content().contains("is no regular file");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void readsAContractFromTheStandardInput() throws IOException, InterruptedException {
        String line = "printf 'openapi: 3.1.0\\ninfo: {title: Given, version: v}\\npaths: {/a: {get: 5}}\\n'";
        String found = "grep -q 'stdin:3:14: error .*the operation is no mapping'";

        assertThat(shell(line + " | $plumbline check --contract - | " + found)).isZero();
        assertThat(shell("echo 'openapi: [' | $plumbline check --contract -")).isPositive();
    }
}
