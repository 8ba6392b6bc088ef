package plumbline.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.finding.Finding;
import plumbline.finding.Severity;

class SoundDocumentsTests {
    private static final Path CORPUS = Path.of("../mock-server/src/test/resources/contracts");

    @TempDir
    private Path folder;

    /** What is sound, and a document that shows it, as they stand in sound-documents.txt. */
    record Sound(String what, String document) {
        static Sound parse(String text) {
            int end = text.indexOf('\n');
            return new Sound(text.substring(0, end), text.substring(end + 1));
        }

        @Override
        public String toString() {
            return what;
        }
    }

    static List<Sound> documents() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                SoundDocumentsTests.class.getResourceAsStream("sound-documents.txt"), "documents")) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(all.split("(?m)^### ", -1))
                    .skip(1)
                    .map(Sound::parse)
                    .toList();
        }
    }

    static List<Path> corpus() throws IOException {
        try (Stream<Path> entries = Files.list(CORPUS)) {
            return entries.map(entry -> Files.isDirectory(entry) ? entry.resolve("openapi.yaml") : entry)
                    .filter(file -> !file.endsWith("legacy.yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void raiseNothing(Sound sound) throws IOException {
        Path file = Files.writeString(folder.resolve("api.yaml"), sound.document());

        Assessment assessment = Guard.assess(GuardOptions.builtIn().withContract(file.toString()));

        assertThat(assessment.findings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void raiseNoMoreThanNotes(Path file) {
        Assessment assessment = Guard.assess(GuardOptions.builtIn().withContract(file.toString()));

        assertThat(assessment.findings()).extracting(Finding::severity).containsOnly(Severity.NOTE);
    }

    @Test
    void includeTheBuiltInOneWithItsFixtures() {
        assertThat(Guard.assess(GuardOptions.builtIn()).findings()).isEmpty();
    }
}
