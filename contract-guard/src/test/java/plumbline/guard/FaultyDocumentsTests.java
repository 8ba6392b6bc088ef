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
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.finding.Rule;
import plumbline.guard.rules.GuardRule;

class FaultyDocumentsTests {
    @TempDir
    private Path folder;

    /** A document and one of the findings on it, as they stand in faulty-documents.txt. */
    record Faulty(String severity, String rule, String pointer, String document) {
        static Faulty parse(String text) {
            int end = text.indexOf('\n');
            String[] expected = text.substring(0, end).split(" \\| ?", 3);
            return new Faulty(expected[0].trim(), expected[1].trim(), expected[2], text.substring(end + 1));
        }

        @Override
        public String toString() {
            return rule + " at #" + pointer;
        }
    }

    static List<Faulty> documents() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                FaultyDocumentsTests.class.getResourceAsStream("faulty-documents.txt"), "documents")) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(all.split("(?m)^### ", -1))
                    .skip(1)
                    .map(Faulty::parse)
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void areFoundFaultyByRuleAndPlace(Faulty faulty) throws IOException {
        Path file = Files.writeString(folder.resolve("api.yaml"), faulty.document());

        Assessment assessment = Guard.assess(GuardOptions.builtIn().withContract(file.toString()));

        assertThat(assessment.findings())
                .anySatisfy(finding -> {
                    assertThat(finding.rule().id()).isEqualTo(faulty.rule());
                    assertThat(finding.severity()).hasToString(faulty.severity());
                    assertThat(finding.place().pointer()).isEqualTo(faulty.pointer());
                    assertThat(finding.place().line()).isPositive();
                })
                .allSatisfy(finding -> assertThat(finding.toString())
                        .startsWith(file.toString())
                        .doesNotContain("Exception", "plumbline.", "java."));
    }

    @Test
    void areOfEveryRuleThatLooksAtDocuments() throws IOException {
        Set<String> shown = documents().stream().map(Faulty::rule).collect(Collectors.toCollection(TreeSet::new));
        Stream.of(
                        "fixture",
                        "fixture-unserved",
                        "not-compared",
                        "document-added",
                        "version-not-raised",
                        "silence-unused",
                        "baseline-outdated")
                .forEach(shown::add);

        assertThat(documents()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(shown)
                .containsExactlyInAnyOrderElementsOf(
                        GuardRule.all().stream().map(Rule::id).toList());
    }
}
