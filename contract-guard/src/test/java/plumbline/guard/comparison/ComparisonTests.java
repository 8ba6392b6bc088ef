package plumbline.guard.comparison;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.contract.Contract;
import plumbline.contract.document.Documents;
import plumbline.contract.document.Node;
import plumbline.contract.document.ReferencePolicy;
import plumbline.contract.document.UriSource;
import plumbline.contract.json.Json;
import plumbline.guard.comparison.changes.Change;
import plumbline.guard.comparison.changes.ChangeKind;
import plumbline.guard.comparison.changes.Impact;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

class ComparisonTests {
    @TempDir
    private Path folder;

    static Stream<ChangeCase> changes() throws IOException {
        return ChangeCase.all();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void tellsEachChangeWithItsImpactAndBothPlaces(ChangeCase both) throws IOException {
        List<Change> changes = compare(both.old().text(), both.now().text());

        assertThat(changes)
                .extracting(change -> change.impact() + " " + change.kind().id())
                .containsExactlyInAnyOrderElementsOf(both.expected());
        if (!both.expected().isEmpty()) {
            assertThat(changes)
                    .filteredOn(change ->
                            both.expected().get(0).endsWith(" " + change.kind().id()))
                    .extracting(
                            change -> change.before().position(),
                            change -> change.now().position())
                    .contains(tuple(place("old.yaml", both.old()), place("new.yaml", both.now())));
        }
    }

    private String place(String file, ChangeCase.Marked document) {
        assertThat(document.position()).as("mark in " + document.text()).isNotEmpty();
        return folder.resolve(file) + ":" + document.position();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void tellsNothingOfADocumentThatStaysAsItIs(ChangeCase both) throws IOException {
        assertThat(compare(both.old().text(), both.old().text())).isEmpty();
        assertThat(compare(both.now().text(), both.now().text())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void findsSomethingInTheOtherDirectionToo(ChangeCase both) throws IOException {
        List<Change> back = compare(both.now().text(), both.old().text());

        boolean isOneWay = both.expected().toString().matches(".*(deprecated|brought-forward).*");
        assertThat(back.isEmpty())
                .isEqualTo(isOneWay && back.isEmpty() || both.expected().isEmpty());
        if (both.expected().size() == 1 && isNarrowing(both.expected().get(0))) {
            assertThat(back).extracting(Change::impact).doesNotContain(Impact.BREAKING);
        }
    }

    private static boolean isNarrowing(String expected) {
        return expected.matches("BREAKING (request-(.*removed|.*tightened|.*narrowed|.*introduced|.*-nullable|.*-added"
                + "|.*-required)|response-(.*widened|.*loosened|became-nullable|.*-optional|enum-.*|choice-added))");
    }

    @Test
    void knowsChangesOfManyKinds() throws IOException {
        Set<String> shown = new HashSet<>();
        ChangeCase.all().forEach(both -> both.expected().forEach(change -> shown.add(change.replaceAll("^.* ", ""))));

        assertThat(changes()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(shown).hasSizeGreaterThanOrEqualTo(60);
        assertThat(ChangeKind.all())
                .extracting(ChangeKind::id)
                .doesNotHaveDuplicates()
                .containsAll(shown);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void doesNotCareForTheOrderOfKeys(ChangeCase both) throws IOException {
        List<Change> changes = compare(both.old().text(), both.now().text());
        List<Change> reversed = compare(reversed("old.yaml"), reversed("new.yaml"));

        assertThat(reversed)
                .extracting(
                        Change::kind,
                        change -> change.before().pointer(),
                        change -> change.now().pointer())
                .containsExactlyInAnyOrderElementsOf(changes.stream()
                        .map(change -> tuple(
                                change.kind(),
                                change.before().pointer(),
                                change.now().pointer()))
                        .toList());
    }

    private String reversed(String file) {
        Node root = Documents.read(UriSource.of(folder.resolve(file), ReferencePolicy.strict()))
                .root();
        return new String(Json.write(reversed(root.value())), UTF_8);
    }

    private static JsonNode reversed(JsonNode value) {
        if (value.isObject()) {
            ObjectNode all = JsonNodeFactory.instance.objectNode();
            List<Map.Entry<String, JsonNode>> members = new ArrayList<>(value.properties());
            Collections.reverse(members);
            members.forEach(member -> all.set(member.getKey(), reversed(member.getValue())));
            return all;
        }
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        value.forEach(item -> items.add(reversed(item)));
        return value.isArray() ? items : value;
    }

    /** Each of these schemas is reached in twice as many ways as the one before it. */
    @Test
    @Timeout(60)
    void comparesSchemasOnceHoweverManyWaysLeadToThem() throws IOException {
        List<Change> changes = compare(branching("integer"), branching("string"));

        assertThat(changes)
                .extracting(change -> change.kind().id())
                .containsExactly("request-type-changed", "response-type-changed");
        assertThat(changes).allSatisfy(change -> {
            assertThat(change.before().pointer()).isEqualTo("/components/schemas/S50/type");
            assertThat(change.operations()).hasSize(200);
        });
    }

    private static String branching(String typeOfLast) {
        StringBuilder text = new StringBuilder("openapi: 3.1.1\ninfo: {title: T, version: '1'}\npaths:\n");
        String content = "content: {application/json: {schema: {$ref: '#/components/schemas/S0'}}}";
        for (int i = 0; i < 200; i++) {
            text.append("  /p%d: {post: {requestBody: {%s}, responses: {'200': {description: OK, %s}}}}\n"
                    .formatted(i, content, content));
        }
        text.append("components:\n  schemas:\n");
        for (int i = 0; i < 50; i++) {
            text.append(
                    "    S%d: {type: object, properties: {a: {$ref: '#/components/schemas/S%d'}, b: {$ref: '#/components/schemas/S%d'}}}\n"
                            .formatted(i, i + 1, i + 1));
        }
        return text + "    S50: {type: %s}\n".formatted(typeOfLast);
    }

    private List<Change> compare(String old, String now) throws IOException {
        Files.writeString(folder.resolve("old.yaml"), old);
        Files.writeString(folder.resolve("new.yaml"), now);
        return Comparison.between(Contract.read(folder.resolve("old.yaml")), Contract.read(folder.resolve("new.yaml")));
    }
}
