package plumbline.mock.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plumbline.contract.Contract;
import plumbline.contract.document.Node;
import plumbline.contract.operation.Operation;

/** Each word of the language that documents are written in is in one of ours; the table of them is written to target. */
class VocabularyTests {
    private static final Path WORDS = Path.of("src/test/resources/contracts-vocabulary.txt");
    private static final Path VALUES = Path.of("src/test/resources/contracts-values.txt");
    private static final Path TABLE = Path.of("target/contract-vocabulary.md");

    @Test
    void everyTermIsUsedByADocument() throws IOException {
        Grammar grammar = new Grammar(Files.readAllLines(WORDS));
        Map<String, List<String>> table = new LinkedHashMap<>();
        grammar.terms().forEach(term -> table.put(term, new ArrayList<>()));
        values().forEach(term -> table.put(term, new ArrayList<>()));

        for (Path document : Documents.all()) {
            used(grammar, document)
                    .forEach(term -> table.getOrDefault(term, new ArrayList<>()).add(Documents.title(document)));
        }

        Files.writeString(TABLE, markdown(table));
        assertThat(table).hasSizeGreaterThan(290);
        assertThat(table.keySet())
                .as("terms that no document uses")
                .allMatch(term -> !table.getOrDefault(term, List.of()).isEmpty());
    }

    private static List<String> values() throws IOException {
        List<String> terms = new ArrayList<>();
        for (String line : Files.readAllLines(VALUES)) {
            String[] parts = line.split(": ", 2);
            for (String value : parts[1].split(" ", -1)) {
                terms.add(parts[0] + ": " + value);
            }
        }
        return terms;
    }

    private static Set<String> used(Grammar grammar, Path document) {
        Contract contract = Contract.read(document);
        Set<String> used = new HashSet<>(ContractTerms.of(contract));
        used.addAll(grammar.used(root(contract, document)));
        return used;
    }

    private static Node root(Contract contract, Path document) {
        return contract.operations().stream()
                .map(Operation::node)
                .filter(node -> node.identity().contains(Documents.title(document) + "#"))
                .findFirst()
                .orElseThrow()
                .document()
                .root();
    }

    private static String markdown(Map<String, List<String>> table) {
        StringBuilder text = new StringBuilder("| Term | Documents |\n|---|---|\n");
        table.forEach((term, documents) -> text.append("| `")
                .append(term)
                .append("` | ")
                .append(String.join(", ", documents))
                .append(" |\n"));
        return text.toString();
    }
}
