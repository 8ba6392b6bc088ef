package plumbline.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeRunTests {
    private static final String HEAP = "-Xmx224m";

    @Test
    void twoThousandOperationsAndFiftyThousandCasesFitIntoLessMemoryThanTheirBodies(@TempDir Path folder)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        LargeRun.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(output).containsPattern("^5[0-9]{4} cases, [0-9]+ failed");
        assertThat(process.exitValue()).isZero();
        assertThat(folder.resolve("plumbline-report.json")).isNotEmptyFile();
        assertThat(folder.resolve("report.html")).isNotEmptyFile();
    }
}
