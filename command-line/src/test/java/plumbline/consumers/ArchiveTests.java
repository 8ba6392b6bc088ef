package plumbline.consumers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Unpacks what {@code mvn package} has made, and runs it as a new user would. */
class ArchiveTests {
    private static final String VERSION = System.getProperty("plumbline.version", "");
    private static final String NAME = "plumbline-" + VERSION;
    private static final Path TARGET = Path.of("target").toAbsolutePath();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void holdsAllThatIsNeeded() throws IOException {
        try (ZipFile zip = new ZipFile(TARGET.resolve(NAME + ".zip").toFile())) {
            assertThat(zip.stream().map(entry -> entry.getName().replaceFirst("^" + NAME + "/", "")))
                    .contains("plumbline", "plumbline.cmd", "plumbline.jar", "README.md", "LICENSE", "THIRD-PARTY.txt");
            assertThat(text(zip, "plumbline.cmd")).contains("@echo off\r\n").doesNotContain("\n\n");
            assertThat(text(zip, "README.md"))
                    .startsWith("# Plumbline " + VERSION)
                    .doesNotContain("${");
            assertThat(text(zip, "THIRD-PARTY.txt"))
                    .contains(
                            "org.wiremock:wiremock:", "info.picocli:picocli:", "com.networknt:json-schema-validator:");
        }
    }

    private static String text(ZipFile zip, String name) throws IOException {
        return new String(zip.getInputStream(zip.getEntry(NAME + "/" + name)).readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void runsWhereItWasUnpacked() throws Exception {
        assumeThat(Command.exists("tar") && Command.exists("sh"))
                .as("tar and sh are here")
                .isTrue();
        Command command = new Command(folder, Map.of());
        assertThat(command.run("tar", "-xzf", TARGET.resolve(NAME + ".tar.gz").toString())
                        .status())
                .isZero();
        String launcher = folder.resolve(NAME).resolve("plumbline").toString();

        assertThat(command.run(launcher, "version").out()).isEqualTo("plumbline " + VERSION + "\n");
        assertThat(command.run(launcher, "help").out()).startsWith("Usage: plumbline");
        assertThat(command.run(launcher, "check")).satisfies(checked -> {
            assertThat(checked.status()).isZero();
            assertThat(checked.out()).contains("0 errors");
        });
    }
}
