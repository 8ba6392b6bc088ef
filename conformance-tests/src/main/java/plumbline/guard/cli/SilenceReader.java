package plumbline.guard.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plumbline.conformance.Glob;
import plumbline.conformance.Spelling;
import plumbline.contract.document.Node;
import plumbline.contract.document.Problem;
import plumbline.guard.finding.Silence;

/** Reads the findings that a user lives with. */
public final class SilenceReader {
    private static final List<String> MEMBERS = List.of("rule", "place", "operation", "file", "reason");
    private static final String EXAMPLE =
            "write it like '{rule: schema-empty, place: /paths/~1health, reason: any body will do}'";

    private final List<Problem> problems;

    /** Takes where to note what is wrong. */
    public SilenceReader(List<Problem> problems) {
        this.problems = problems;
    }

    /** {@return the silences in a list} */
    public List<Silence> read(Node list) {
        if (!list.value().isArray()) {
            problem(list, "'silence' is no list", EXAMPLE);
        }
        List<Silence> silences = new ArrayList<>();
        list.items().forEach(item -> silence(item).ifPresent(silences::add));
        return silences;
    }

    private Optional<Silence> silence(Node item) {
        int before = problems.size();
        item.members().forEach((name, value) -> {
            if (!MEMBERS.contains(name)) {
                problem(
                        value,
                        "'" + name + "' says nothing of a finding to silence" + Spelling.suggestion(name, MEMBERS),
                        "use " + String.join(", ", MEMBERS));
            } else if (!value.value().isString() || value.value().stringValue().isBlank()) {
                problem(value, "'" + name + "' is no text", "");
            }
        });
        for (String needed : List.of("rule", "reason")) {
            if (item.get(needed).isEmpty()) {
                problem(item, "lacks '" + needed + "'", EXAMPLE);
            }
        }
        if (item.get("place").isEmpty()
                && item.get("operation").isEmpty()
                && item.get("file").isEmpty()) {
            problem(item, "names no place", "add 'place' (a JSON pointer), 'operation' or 'file'; each may have *");
        }
        return problems.size() > before ? Optional.empty() : Optional.of(complete(item));
    }

    private static Silence complete(Node item) {
        return new Silence(
                new Glob(item.text("rule").orElseThrow()),
                new Silence.Where(
                        item.text("place").map(Glob::new),
                        item.text("operation").map(Glob::new),
                        item.text("file").map(Glob::new)),
                item.text("reason").orElseThrow(),
                item.place());
    }

    private void problem(Node node, String message, String hint) {
        problems.add(Problem.error(node.place(), message, hint));
    }
}
