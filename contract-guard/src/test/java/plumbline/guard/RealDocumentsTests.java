package plumbline.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.finding.Finding;

/**
 * Large public documents are checked: {@code mvn -Preal-documents verify}, which fetches them from npm. What is found on
 * each is written to {@code target/real-documents.md}.
 */
@Tag("real-documents")
class RealDocumentsTests {
    private static final Path FOLDER = Path.of("../mock-server/target/documents");
    private static final Path TABLE = Path.of("target/real-documents.md");

    @BeforeAll
    static void fetch() throws IOException, InterruptedException {
        Process fetching =
                new ProcessBuilder("../mock-server/bench/documents").inheritIO().start();
        assertThat(fetching.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(fetching.exitValue()).as("bench/documents").isZero();
        Files.writeString(TABLE, "| document | ms | findings |\n|---|---|---|\n");
    }

    static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void areCheckedToTheEnd(Path document) throws IOException {
        long began = System.nanoTime();

        Assessment assessment = Guard.assess(GuardOptions.builtIn().withContract(document.toString()));

        Map<String, Long> counts = assessment.findings().stream()
                .collect(Collectors.groupingBy(
                        finding -> finding.severity() + " " + finding.rule(), TreeMap::new, Collectors.counting()));
        String row = "| %s | %d | %s |%n"
                .formatted(document.getFileName(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began), counts);
        Files.writeString(TABLE, row, StandardOpenOption.APPEND);
        assertThat(assessment.findings())
                .extracting(finding -> finding.rule().id())
                .doesNotContain("syntax", "structure", "reference", "operation-id", "schema", "unknown-field");
        assertThat(assessment.findings()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "schema-required /components/schemas/package-version/properties/metadata/properties/docker/required/0",
                "schema-type /components/schemas/dependency-graph-spdx-sbom/properties/sbom/properties/packages/required",
                "path-ambiguous /paths/~1user~1codespaces~1{codespace_name}~1machines/get"
            })
    void showFaultsThatAreKnownToBeTrue(String known) {
        Assessment assessment = Guard.assess(GuardOptions.builtIn()
                .withContract(FOLDER.resolve("github.json").toString()));

        assertThat(assessment.findings())
                .extracting((Finding finding) ->
                        finding.rule() + " " + finding.place().pointer())
                .contains(known);
    }
}
