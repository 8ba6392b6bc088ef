package plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The script that users start; nothing is built here. */
@Timeout(60)
class LauncherTests {
    private static final Path LAUNCHER =
            Path.of("../plumbline").toAbsolutePath().normalize();
    private static final Path RUNNER = Path.of("src/launcher/plumbline").toAbsolutePath();

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void needsAShell() {
        assumeThat(Outcome.SHELL).exists();
    }

    private Outcome run(Path launcher, Map<String, String> environment, String... arguments) {
        return Outcome.of(folder, launcher, environment, arguments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "--help", "-h"})
    void tellsItsCommands(String command) {
        Outcome outcome = run(LAUNCHER, Map.of(), command);

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).startsWith("Usage: plumbline COMMAND").contains("mock", "verify", "check");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void tellsItsCommandsIfNoneIsGiven() {
        assertThat(run(LAUNCHER, Map.of()).out()).startsWith("Usage: plumbline COMMAND");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void endsWithTwoIfItCannotTellThem() throws IOException {
        Path script = Files.writeString(folder.resolve("full.sh"), RUNNER + " help > /dev/full");

        assertThat(run(script, Map.of()).status()).isEqualTo(2);
    }

    @Test
    void tellsItsVersion() {
        Outcome outcome = run(LAUNCHER, Map.of(), "version");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).matches("plumbline \\d+\\.\\d+\\.\\d+\\S*\\R");
    }

    @Test
    void refusesUnknownCommands() {
        Outcome outcome = run(LAUNCHER, Map.of(), "mcok");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("plumbline: unknown command 'mcok' (did you mean 'mock'?)");
        assertThat(run(LAUNCHER, Map.of(), "serve").err()).contains("'serve' (did you mean 'mock'?)");
        assertThat(run(LAUNCHER, Map.of(), "fetch").err()).contains("unknown command 'fetch'\n");
    }

    @Test
    void findsItsFolderThroughLinks() throws IOException {
        Path tree = Files.createDirectory(folder.resolve("tree"));
        Files.copy(LAUNCHER, tree.resolve("plumbline"));
        Files.copy(LAUNCHER.resolveSibling("pom.xml"), tree.resolve("pom.xml"));
        Path first = Files.createSymbolicLink(folder.resolve("first link"), tree.resolve("plumbline"));
        Path second = Files.createSymbolicLink(folder.resolve("second"), first.getFileName());

        assertThat(run(second, Map.of(), "version").out())
                .isEqualTo(run(LAUNCHER, Map.of(), "version").out());
    }

    @Nested
    class InAFolderOfAnyName {
        private Path home = Path.of("");
        private Path java = Path.of("");

        /** A tree in which everything is built, with a Java that only tells what it is given. */
        @BeforeEach
        void copy() throws IOException {
            home = Files.createDirectory(folder.resolve("with a blank, 'quotes' & $HOME"));
            Files.copy(LAUNCHER, home.resolve("plumbline"));
            Path runner = home.resolve("command-line/src/launcher/plumbline");
            Files.createDirectories(runner.getParent());
            Files.copy(RUNNER, runner, StandardCopyOption.COPY_ATTRIBUTES);
            Files.copy(LAUNCHER.resolveSibling("pom.xml"), home.resolve("pom.xml"));
            Files.setLastModifiedTime(home.resolve("pom.xml"), FileTime.from(Instant.EPOCH));
            Files.createDirectories(home.resolve("command-line/target"));
            Files.writeString(home.resolve("command-line/target/plumbline.jar"), "");
            java = Files.createDirectories(home.resolve("jdk/bin")).resolve("java");
            writeJava("for word; do printf '<%s>\\n' \"$word\"; done");
        }

        private void writeJava(String script) throws IOException {
            Files.writeString(java, "#!/bin/sh\n" + script + "\n", StandardCharsets.UTF_8);
            Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        }

        private Outcome start(String... arguments) {
            return run(
                    home.resolve("plumbline"),
                    Map.of("JAVA_HOME", home.resolve("jdk").toString()),
                    arguments);
        }

        @Test
        void startsTheMockWithTheArgumentsAsTheyAre() {
            Outcome outcome = start("mock", "--contract", "my api.yaml", "*", "", "$HOME");

            assertThat(outcome.status()).isZero();
            assertThat(outcome.out())
                    .contains("<" + home.toAbsolutePath().normalize() + "/command-line/target/plumbline.jar>\n<mock>\n")
                    .endsWith("<--contract>\n<my api.yaml>\n<*>\n<>\n<$HOME>\n");
        }

        @ParameterizedTest
        @CsvSource({
            "-Xmx24m, false",
            "-Xmx33554432, false",
            "-Xss2m -Xmx16M, false",
            "-XX:MaxHeapSize=20000k, false",
            "-Xmx24m -Xmx1g, true",
            "-Xmx64m, true",
            "-Xmx1T, true",
            "-Dx=y, true"
        })
        void asksForNoLargerHeapAtFirstThanTheUserAllows(String options, boolean isOurs) {
            Outcome outcome = run(
                    home.resolve("plumbline"),
                    Map.of("JAVA_HOME", home.resolve("jdk").toString(), "PLUMBLINE_JAVA_OPTS", options),
                    "mock");

            assertThat(outcome.status()).isZero();
            assertThat(outcome.out().contains("<-Xms48m>\n<-Xmn32m>")).isEqualTo(isOurs);
            assertThat(outcome.out()).contains("<-Xmx256m>", "<" + options.replace(" ", ">\n<") + ">\n<-jar>");
        }

        @Test
        void startsTheSuiteWithItsCommand() {
            Outcome outcome = start("verify", "--base-url", "http://127.0.0.1:8080");

            assertThat(outcome.out()).contains("/command-line/target/plumbline.jar>\n<verify>\n<--base-url>\n");
        }

        @Test
        void handsSecretsToTheSuiteWhereOtherProcessesCannotSeeThem() throws IOException {
            writeJava("echo \"$*\"; printf 'user <%s>, bearer <%s>, key <%s>, header <%s>' \"$PLUMBLINE_USER\""
                    + " \"$PLUMBLINE_BEARER\" \"$PLUMBLINE_API_KEY\" \"$PLUMBLINE_HEADER\"");

            Outcome outcome = start(
                    "verify",
                    "--user",
                    "me:s3cret",
                    "--bearer=t0ken",
                    "--api-key",
                    "t0ken",
                    "--set",
                    "id=a b",
                    "--header",
                    "A: t0ken",
                    "--header=B: *",
                    "--user");

            assertThat(outcome.out().split("user <", -1)[0])
                    .contains("verify --set id=a b --user")
                    .doesNotContain("s3cret", "t0ken");
            assertThat(outcome.out())
                    .endsWith("user <me:s3cret>, bearer <t0ken>, key <t0ken>, header <A: t0ken\nB: *>");
        }

        @Test
        void startsTheGuardWithItsCommand() {
            assertThat(start("check", "--fail-on", "warning").out())
                    .contains("/command-line/target/plumbline.jar>\n<check>\n<--fail-on>\n<warning>\n");
        }

        @Test
        void passesTheExitCodeOn() throws IOException {
            writeJava("exit 3");

            assertThat(start("verify").status()).isEqualTo(3);
        }

        @Test
        void refusesAJavaThatIsTooOldToBuildWith() throws IOException {
            Files.delete(home.resolve("command-line/target/plumbline.jar"));
            writeJava("echo 'openjdk version \"11.0.2\"' >&2");

            Outcome outcome = start("mock");

            assertThat(outcome.status()).isEqualTo(2);
            assertThat(outcome.err()).contains("Java 17 or newer is needed").contains("version 11");
        }

        @Test
        void worksWhereNothingCanBeWritten() throws IOException {
            Path target = home.resolve("command-line/target");
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("r-xr-xr-x"));

            Outcome outcome = start("mock", "--port", "0");

            assertThat(outcome.status()).isZero();
            assertThat(outcome.out()).endsWith("<--port>\n<0>\n");
        }
    }
}
