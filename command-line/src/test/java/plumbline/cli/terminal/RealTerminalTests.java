package plumbline.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.cli.Main;

/** On a terminal that {@code script} of util-linux makes. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@EnabledOnOs(OS.LINUX)
class RealTerminalTests {
    private static final String SCRIPT = "script";

    /** What runs in the background of a shell ignores Ctrl-C, and so does all that it starts. */
    private static final List<String> HEARING_CONTROL_C = List.of("env", "--default-signal=INT");

    private static final char CONTROL_C = '\u0003';
    private static final char ESCAPE = '\u001b';

    @TempDir
    private Path folder;

    @BeforeAll
    static void lookForScript() {
        assumeTrue(runs("true"), "env(1) cannot let programs hear Ctrl-C");
        assumeTrue(runs(SCRIPT, "--version"), "script(1), which makes a terminal, is not installed");
    }

    private static boolean runs(String... command) {
        try {
            return new ProcessBuilder(hearing(command)).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static List<String> hearing(String... command) {
        return Stream.concat(HEARING_CONTROL_C.stream(), Stream.of(command)).toList();
    }

    private Process start(Map<String, String> environment, String command) throws IOException {
        String plumbline = Path.of(System.getProperty("java.home"), "bin", "java") + " -cp "
                + System.getProperty("java.class.path") + " " + Main.class.getName() + " ";
        ProcessBuilder builder = new ProcessBuilder(hearing(SCRIPT, "-qec", plumbline + command, "/dev/null"))
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().removeAll(Set.of("CI", "NO_COLOR"));
        builder.environment().put("TERM", "xterm");
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static String readUntil(InputStream stream, String end) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int octet = stream.read(); octet >= 0; octet = stream.read()) {
            text.append((char) octet);
            if (!end.isEmpty() && text.toString().endsWith(end)) {
                break;
            }
        }
        return text.toString();
    }

    @Test
    void theMockEndsWithControlCAndLeavesTheShellALineOfItsOwn() throws IOException, InterruptedException {
        Process process = start(Map.of(), "mock --port 0");
        try (InputStream out = process.getInputStream()) {
            String greeting = readUntil(out, "Stop with Ctrl-C.\r\n");
            process.getOutputStream().write(CONTROL_C);
            process.getOutputStream().flush();
            String rest = readUntil(out, "");

            assertThat(greeting).startsWith("Listening on http://");
            assertThat(process.waitFor(50, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(130);
            assertThat(rest).contains("^C").endsWith("\r\n").doesNotContain("Exception");
        } finally {
            process.destroyForcibly();
        }
    }

    @ParameterizedTest
    @CsvSource({"TERM, xterm, true", "NO_COLOR, 1, false", "TERM, dumb, false"})
    void colorsAreForTerminalsThatHaveThem(String name, String value, boolean areThere)
            throws IOException, InterruptedException {
        Files.writeString(folder.resolve("api.yaml"), """
                openapi: 3.1.0
                info: {title: T, version: '1'}
                paths:
                  /a:
                    get:
                      responses: {'200': {description: ok, content: {application/json: {schema: {type: string}, example: 1}}}}
                """);
        Process process = start(Map.of(name, value), "check api.yaml");
        try (InputStream stream = process.getInputStream()) {
            String out = new String(stream.readAllBytes(), StandardCharsets.UTF_8);

            assertThat(process.waitFor(50, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(1);
            assertThat(out).contains("example");
            assertThat(out.indexOf(ESCAPE) >= 0).isEqualTo(areThere);
        } finally {
            process.destroyForcibly();
        }
    }
}
