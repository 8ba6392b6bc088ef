package plumbline.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plumbline.contract.document.Node;
import plumbline.contract.document.Problem;
import plumbline.finding.Ignore;
import plumbline.finding.Severity;
import plumbline.finding.SeverityChange;
import plumbline.text.Glob;
import plumbline.text.Spelling;

/** Reads how much findings matter to a user. */
record SeverityReader(List<Problem> problems) {
    private static final List<String> MEMBERS = List.of("rule", "severity", "operation", "place", "file");
    private static final String EXAMPLE =
            "write it like '{rule: response-property-removed, operation: /internal/*, severity: note}'";

    List<SeverityChange> read(String name, Node list) {
        if (!list.value().isArray()) {
            problem(list, "'" + name + "' is no list", EXAMPLE);
        }
        List<SeverityChange> changes = new ArrayList<>();
        list.items().forEach(item -> change(item).ifPresent(changes::add));
        return changes;
    }

    private Optional<SeverityChange> change(Node item) {
        int before = problems.size();
        item.members().forEach((name, value) -> {
            if (!MEMBERS.contains(name)) {
                problem(
                        value,
                        "'" + name + "' says nothing of how much a finding matters"
                                + Spelling.suggestion(name, MEMBERS),
                        "use " + String.join(", ", MEMBERS));
            }
        });
        String rule = item.text("rule").orElse("");
        // YAML 1.1 reads off as false.
        boolean isOff = "off".equals(item.text("severity").orElse(""))
                || item.value().path("severity").isBoolean();
        Optional<Severity> severity = item.text("severity").flatMap(Severity::parse);
        if (rule.isBlank()) {
            problem(item, "lacks 'rule'", EXAMPLE);
        }
        if (severity.isEmpty() && !isOff) {
            problem(
                    item.get("severity").orElse(item),
                    "says no severity that there is",
                    "use error, warning, note or off");
        }
        if (problems.size() > before) {
            return Optional.empty();
        }
        Ignore.Where where = new Ignore.Where(
                item.text("operation").map(Glob::new),
                0,
                item.text("place").orElse(""),
                item.text("file").map(Glob::new));
        return Optional.of(new SeverityChange(new Glob(rule), where, severity.orElse(null), item.place()));
    }

    private void problem(Node node, String message, String hint) {
        problems.add(Problem.error(node.place(), message, hint));
    }
}
