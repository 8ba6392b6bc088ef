package plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** What a command loads that it has no use for, its users wait for. */
@Timeout(120)
class StartTests {
    @TempDir
    private Path folder = Path.of("");

    /** The classes that are loaded until a command prints its first line. */
    private List<String> loaded(String... arguments) throws IOException, InterruptedException {
        Path log = folder.resolve("classes.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + log + "::filecount=0",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(out.readLine()).isNotBlank();
        } finally {
            process.destroy();
            assertThat(process.waitFor(50, TimeUnit.SECONDS)).isTrue();
        }
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(" source: "))
                    .map(line -> line.substring(line.indexOf("] ") + 2))
                    .toList();
        }
    }

    private static Stream<String> of(List<String> classes, String... rooms) {
        return classes.stream().filter(name -> Stream.of(rooms).anyMatch(name::startsWith));
    }

    @Test
    void theMockLoadsNothingOfTheSuite() throws IOException, InterruptedException {
        List<String> classes = loaded("mock", "--port", "0");

        assertThat(of(classes, "org.eclipse.jetty.")).isNotEmpty();
        assertThat(of(classes, "groovy.", "io.restassured.", "plumbline.conformance.run.", "plumbline.guard."))
                .isEmpty();
    }

    /** Of two sets of locales. */
    @Test
    @EnabledForJreRange(max = JRE.JAVA_22)
    void theMockLoadsOneSetOfLocales() throws IOException, InterruptedException {
        assertThat(of(loaded("mock", "--port", "0"), "sun.util.locale.provider.JRELocaleProviderAdapter$AvailableJRE"))
                .isEmpty();
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_23)
    void theMockLoadsNoLocalesButEnglish() throws IOException, InterruptedException {
        assertThat(of(loaded("mock", "--port", "0"), "sun.util.cldr.")).isEmpty();
    }

    @Test
    void theGuardLoadsNoServerAndNoClient() throws IOException, InterruptedException {
        List<String> classes = loaded("check");

        assertThat(of(classes, "plumbline.guard.")).isNotEmpty();
        assertThat(of(classes, "org.eclipse.jetty.", "com.github.tomakehurst.", "groovy.", "io.restassured."))
                .isEmpty();
    }
}
