package plumbline.guard.comparison;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.contract.Contract;
import plumbline.guard.comparison.changes.Change;
import plumbline.guard.comparison.changes.Impact;

/** Pairs of schemas on both sides of messages; they stand in schema-changes.txt. */
class SchemaChangesTests {
    private static final String HEADING = """
            openapi: %s.1
            info: {title: T, version: '1'}
            components: {schemas: {A: {type: string}}}
            """;
    private static final String REQUEST =
            "paths: {/t: {post: {responses: {'204': {description: None}}, requestBody: {content: {application/json: {schema: %s}}}}}}";
    private static final String RESPONSE =
            "paths: {/t: {get: {responses: {'200': {description: OK, content: {application/json: {schema: %s}}}}}}}";

    /** A pair of schemas on one side. */
    record Row(String version, String around, String old, String now, List<String> expected) {
        String text() {
            return old + now;
        }

        static Stream<Row> parse(String line) {
            List<String> cells = List.of(line.split(" \\| ", -1));
            return Arrays.stream(cells.get(0).split(" ", -1))
                    .flatMap(version -> Stream.of(
                            new Row(version, REQUEST, cells.get(1), cells.get(2), changes("request", cells.get(3))),
                            new Row(version, RESPONSE, cells.get(1), cells.get(2), changes("response", cells.get(4)))));
        }

        private static List<String> changes(String side, String cell) {
            return "-".equals(cell)
                    ? List.of()
                    : Arrays.stream(cell.split(", ", -1))
                            .map(change -> change.charAt(0) + " " + side + "-" + change.substring(2))
                            .toList();
        }
    }

    @TempDir
    private Path folder;

    /** Each row once, since versions matter little to which way a change cuts. */
    static Stream<Row> rowsOfNewVersion() throws IOException {
        return rows().filter(row -> "3.1".equals(row.version()));
    }

    static Stream<Row> rows() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                SchemaChangesTests.class.getResourceAsStream("schema-changes.txt"), "schema-changes.txt")) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines().filter(line -> line.startsWith("3.")).toList().stream()
                            .flatMap(Row::parse);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void tellsEachChangeWithItsImpact(Row row) throws IOException {
        assertThat(compare(row, row.old(), row.now()))
                .extracting(change ->
                        change.impact().name().charAt(0) + " " + change.kind().id())
                .containsExactlyInAnyOrderElementsOf(row.expected());
    }

    /** What is the same both ways is a change of nothing; and what only narrows one way only widens the other. */
    @ParameterizedTest
    @MethodSource("rowsOfNewVersion")
    void tellsTheOppositeInTheOtherDirection(Row row) throws IOException {
        List<Change> back = compare(row, row.now(), row.old());

        if (row.expected().isEmpty()) {
            assertThat(back).extracting(Change::impact).doesNotContain(Impact.BREAKING);
        } else if (!row.text().matches(".*oneOf.*enum.*")
                && row.expected().stream().allMatch(change -> change.startsWith("C "))
                && row.expected().stream()
                        .noneMatch(change ->
                                change.matches(".*(property-|deprecated|extensible|object-closed|default).*"))) {
            assertThat(back).extracting(Change::impact).contains(Impact.BREAKING);
        }
    }

    private List<Change> compare(Row row, String old, String now) throws IOException {
        String text = HEADING.formatted(row.version()) + row.around();
        Path before = Files.writeString(folder.resolve("old.yaml"), text.formatted(old));
        Path after = Files.writeString(folder.resolve("new.yaml"), text.formatted(now));
        return Comparison.between(Contract.read(before), Contract.read(after));
    }
}
