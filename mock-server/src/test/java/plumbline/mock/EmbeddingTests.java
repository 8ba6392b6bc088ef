package plumbline.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the mock brings into the process of others. */
@Timeout(120)
class EmbeddingTests {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void theMockPrintsNothing() throws IOException, InterruptedException {
        Path errors = run(System.getProperty("java.class.path"));

        assertThat(errors).content().isEmpty();
        assertThat(folder.resolve("out.txt")).content().isEmpty();
    }

    /** It has none itself, or this would not be told. */
    @Test
    void onlySlf4jTellsThatItHasNoBindingWhereTheUserBringsNone() throws IOException, InterruptedException {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).getFileName().toString().startsWith("slf4j-nop-"))
                .collect(Collectors.joining(File.pathSeparator));

        Path errors = run(classPath);

        assertThat(errors).content().contains("No SLF4J providers were found");
        assertThat(Files.readAllLines(errors)).allMatch(line -> line.startsWith("SLF4J"));
        assertThat(folder.resolve("out.txt")).content().isEmpty();
    }

    private Path run(String classPath) throws IOException, InterruptedException {
        Path errors = folder.resolve("errors.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        EmbeddedMock.class.getName())
                .redirectOutput(folder.resolve("out.txt").toFile())
                .redirectError(errors.toFile())
                .start();
        try {
            assertThat(process.waitFor(100, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
        return errors;
    }
}
