package plumbline.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plumbline.contract.document.Node;
import plumbline.contract.document.Problem;
import plumbline.finding.Ignore;
import plumbline.text.Glob;
import plumbline.text.Spelling;

/** Reads the findings that a user lives with. */
final class IgnoreReader {
    /** {@code rule} and {@code check} are one: what finds something wrong with messages, and with documents. */
    private static final List<String> MEMBERS =
            List.of("operation", "cause", "check", "rule", "status", "place", "file", "reason");

    private static final String EXAMPLE =
            "write it like '{operation: getUser, check: schema, status: 200, place: /email, reason: mended in 2.1}'";

    private final List<Problem> problems;

    IgnoreReader(List<Problem> problems) {
        this.problems = problems;
    }

    /**
     * {@return the ignores in a list}
     *
     * @param name what the list is called
     * @param named whether each must name its rule, since none means all checks of messages
     */
    List<Ignore> read(String name, Node list, boolean named) {
        if (!list.value().isArray()) {
            problem(list, "'" + name + "' is no list", EXAMPLE);
        }
        List<Ignore> ignores = new ArrayList<>();
        list.items().forEach(item -> ignore(item, named).ifPresent(ignores::add));
        return ignores;
    }

    private Optional<Ignore> ignore(Node item, boolean named) {
        int before = problems.size();
        if (!item.value().isObject()) {
            problem(item, "names no finding", EXAMPLE);
            return Optional.empty();
        }
        item.members().forEach(this::member);
        if (named && text(item, "rule").isEmpty() && text(item, "check").isEmpty()) {
            problem(
                    item,
                    "lacks 'rule'",
                    "write it like '{rule: schema-empty, place: /paths/~1health, reason: any body will do}'");
        }
        if (text(item, "reason").isEmpty()) {
            problem(item, "lacks 'reason'", EXAMPLE);
        }
        if (List.of("cause", "operation", "place", "file").stream()
                .allMatch(where -> text(item, where).isEmpty())) {
            problem(item, "names no place: it lacks 'cause', 'operation', 'place' and 'file'", EXAMPLE);
        }
        if (item.get("check").isPresent() && item.get("rule").isPresent()) {
            problem(item, "has both 'check' and 'rule', which are one", "leave one of them out");
        }
        return problems.size() > before ? Optional.empty() : Optional.of(complete(item));
    }

    private void member(String name, Node value) {
        boolean isStatus = "status".equals(name);
        if (!MEMBERS.contains(name)) {
            problem(
                    value,
                    "'" + name + "' says nothing of a finding to ignore" + Spelling.suggestion(name, MEMBERS),
                    "use " + String.join(", ", MEMBERS));
        } else if (isStatus ? !value.value().isInt() : !value.value().isString()) {
            problem(value, "'" + name + "' is no " + (isStatus ? "number" : "text"), "");
        }
    }

    private static Optional<String> text(Node item, String member) {
        return item.text(member).filter(text -> !text.isBlank());
    }

    private static Ignore complete(Node item) {
        Optional<Glob> rule = text(item, "check").or(() -> text(item, "rule")).map(Glob::new);
        Ignore.Where where = new Ignore.Where(
                text(item, "operation").map(Glob::new),
                item.value().path("status").asInt(0),
                text(item, "place").orElse(""),
                text(item, "file").map(Glob::new));
        return new Ignore(
                rule,
                text(item, "cause").map(String::trim).orElse(""),
                where,
                item.text("reason").orElseThrow(),
                item.place());
    }

    private void problem(Node node, String message, String hint) {
        problems.add(Problem.error(node.place(), message, hint));
    }
}
