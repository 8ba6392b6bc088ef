package plumbline.mock.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plumbline.contract.document.ContractException;
import plumbline.mock.MockServer;
import plumbline.mock.MockServerOptions;
import plumbline.mock.answer.AnswerOptions;

/**
 * Sixty documents of many providers, sizes and versions start and are answered, and ajv finds nothing wrong with what the mock
 * makes: {@code mvn -Preal-documents verify}, which fetches them from npm. {@code target/real-documents-spread.md} tells what
 * became of each.
 */
@Tag("real-documents")
class RealDocumentsSpreadTests {
    private static final Path FOLDER = Path.of("target/documents/spread");
    private static final Path MODULES = Path.of("target/documents/.packages/ajv");
    private static final Path BODIES = Path.of("target/real-documents-spread.jsonl");
    private static final Path TABLE = Path.of("target/real-documents-spread.md");

    private final List<SuccessfulAnswers> answered = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();

    @BeforeAll
    static void fetch() throws IOException, InterruptedException {
        Process fetching =
                new ProcessBuilder("bench/documents", "spread").inheritIO().start();
        assertThat(fetching.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(fetching.exitValue()).as("bench/documents").isZero();
    }

    @Test
    void isStartedAnsweredAndValid() throws IOException, InterruptedException {
        List<String> documents = Files.readAllLines(Path.of("bench/spread.txt"));
        for (String document : documents) {
            ask(document);
        }

        List<String> judged = judged();
        List<String> invalid =
                judged.stream().filter(line -> line.contains("\"invalid\"")).toList();
        int asked = answered.stream().mapToInt(SuccessfulAnswers::asked).sum();
        int unanswered =
                answered.stream().mapToInt(one -> one.unanswered().size()).sum();
        String table = table(documents.size(), asked, unanswered, judged);
        Files.writeString(TABLE, table);
        System.out.println(table);
        assertThat(refused.size()).as(refused.toString()).isLessThanOrEqualTo(documents.size() / 100);
        assertThat(unanswered).isLessThanOrEqualTo(asked / 100);
        assertThat(asked).isGreaterThan(400);
        assertThat(invalid).isEmpty();
    }

    private void ask(String document) {
        // Ids are made up by whoever asks here, and no list was read before.
        AnswerOptions options = new AnswerOptions(false, AnswerOptions.Unknown.SAMPLE, 0);
        try (MockServer server = MockServer.start(MockServerOptions.defaults()
                .withContract(FOLDER.resolve(document))
                .withPort(0)
                .withAnswers(options))) {
            SuccessfulAnswers answers = new SuccessfulAnswers(document, server);
            answers.ask();
            answered.add(answers);
        } catch (ContractException e) {
            refused.add(document + ": " + e.getMessage());
        }
    }

    /** What ajv says against bodies, or why it could not judge them, a line each. */
    private List<String> judged() throws IOException, InterruptedException {
        Files.write(
                BODIES,
                answered.stream()
                        .flatMap(one -> one.bodies().stream())
                        .map(Object::toString)
                        .toList());
        Path lines = BODIES.resolveSibling("real-documents-judged.jsonl");
        Process judging = new ProcessBuilder(
                        "node", "bench/judge.mjs", MODULES.toString(), FOLDER.toString(), BODIES.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(lines.toFile())
                .start();
        assertThat(judging.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(judging.exitValue()).as("bench/judge.mjs").isZero();
        return Files.readAllLines(lines);
    }

    private String table(int documents, int asked, int unanswered, List<String> judged) {
        Map<Boolean, Long> kinds = judged.stream()
                .collect(Collectors.partitioningBy(line -> line.contains("\"invalid\""), Collectors.counting()));
        int bodies = answered.stream().mapToInt(one -> one.bodies().size()).sum();
        StringBuilder table =
                new StringBuilder("| document | asked | unanswered | own example at odds | told as at odds"
                        + " | bodies judged by ajv | left out or read as meant |\n|---|---|---|---|---|---|---|\n");
        answered.forEach(one -> table.append(one.row()));
        table.append(
                        "\n%d of %d documents started; %d of %d requests answered with a documented success; of %d bodies ajv"
                                .formatted(answered.size(), documents, asked - unanswered, asked, bodies))
                .append(" refuses %d and could not judge %d.\n".formatted(kinds.get(true), kinds.get(false)));
        refused.forEach(line -> table.append("- refused: ").append(line).append('\n'));
        answered.forEach(one -> one.unanswered()
                .forEach(line -> table.append("- unanswered: ").append(line).append('\n')));
        answered.forEach(one ->
                one.leftOut().forEach(line -> table.append("- ").append(line).append('\n')));
        judged.forEach(line -> table.append("- ajv: ").append(line).append('\n'));
        return table.toString();
    }
}
