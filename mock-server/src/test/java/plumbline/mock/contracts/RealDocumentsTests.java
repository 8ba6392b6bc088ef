package plumbline.mock.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.contract.operation.Operation;
import plumbline.mock.MockServer;
import plumbline.mock.MockServerOptions;

/**
 * Large public documents are answered as they describe, as far as they can be: {@code mvn -Preal-documents verify}, which
 * fetches them from npm. What was answered of each is written to {@code target/real-documents.md}.
 */
@Tag("real-documents")
class RealDocumentsTests {
    private static final Path FOLDER = Path.of("target/documents");
    private static final Path TABLE = Path.of("target/real-documents.md");

    @BeforeAll
    static void fetch() throws IOException, InterruptedException {
        Process fetching = new ProcessBuilder("bench/documents").inheritIO().start();
        assertThat(fetching.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(fetching.exitValue()).as("bench/documents").isZero();
        Files.writeString(
                TABLE,
                "| document | operations | responses asked for | as documented | own example at odds with its schema |"
                        + " no valid value found | read and started, ms |\n|---|---|---|---|---|---|---|\n");
    }

    static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"github.json", "stripe.json", "kubernetes.json", "figma.yaml"})
    void areThere(String name) {
        assertThat(FOLDER.resolve(name)).exists();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void areAnsweredAsTheyDescribe(Path document) throws IOException {
        long began = System.nanoTime();
        MockServerOptions options =
                MockServerOptions.defaults().withContract(document).withPort(0);
        try (MockServer server = MockServer.start(options)) {
            long milliseconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            PossibleAnswers answers = new PossibleAnswers(server);
            for (Operation operation : server.contract().operations()) {
                answers.ask(operation);
            }

            Files.writeString(TABLE, row(document, server, answers, milliseconds), StandardOpenOption.APPEND);
            assertThat(answers.faults()).isEmpty();
            assertThat(answers.impossible()).hasSizeLessThanOrEqualTo(answers.asked() / 200);
            assertThat(answers.asDocumented()).isGreaterThan(100);
        }
    }

    private static String row(Path document, MockServer server, PossibleAnswers answers, long milliseconds) {
        return "| %s | %d | %d | %d | %d | %d | %d |%n"
                .formatted(
                        document.getFileName(),
                        server.contract().operations().size(),
                        answers.asked(),
                        answers.asDocumented(),
                        answers.ownExamples(),
                        answers.impossible().size(),
                        milliseconds);
    }
}
