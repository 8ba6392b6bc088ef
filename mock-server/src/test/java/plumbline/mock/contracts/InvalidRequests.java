package plumbline.mock.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table of requests that must be refused, by document. */
final class InvalidRequests {
    private static final Path TABLE = Path.of("src/test/resources/invalid-requests.txt");

    private InvalidRequests() {}

    /**
     * A row.
     *
     * @param operation the operation
     * @param change what is changed in a valid request for it
     * @param refusal the status, the broken rule, where it is broken, and the end of the pointer to the rule in the contract
     */
    record Row(String operation, String change, String refusal) {
        static Row parse(String line) {
            String[] cells = line.split(" \\| ", 3);
            return new Row(cells[0].trim(), cells[1].trim(), cells[2].trim());
        }
    }

    static Map<String, List<Row>> byDocument() {
        Map<String, List<Row>> rows = new LinkedHashMap<>();
        String document = "";
        try {
            for (String line : Files.readAllLines(TABLE)) {
                if (line.startsWith("# ")) {
                    document = line.substring(2);
                } else {
                    rows.computeIfAbsent(document, name -> new ArrayList<>()).add(Row.parse(line));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}
