package plumbline.conformance.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plumbline.conformance.Glob;
import plumbline.conformance.Ignore;
import plumbline.conformance.Spelling;
import plumbline.contract.document.Node;
import plumbline.contract.document.Problem;

/** Reads the findings that a user lives with. */
final class IgnoreReader {
    private static final List<String> MEMBERS = List.of("operation", "check", "status", "place", "reason");
    private static final String EXAMPLE =
            "write it like '{operation: getUser, check: schema, status: 200, place: /email, reason: mended in 2.1}'";

    private final List<Problem> problems;

    IgnoreReader(List<Problem> problems) {
        this.problems = problems;
    }

    List<Ignore> read(Node list) {
        if (!list.value().isArray()) {
            problem(list, "'ignore' is no list", EXAMPLE);
        }
        List<Ignore> ignores = new ArrayList<>();
        list.items().forEach(item -> ignore(item).ifPresent(ignores::add));
        return ignores;
    }

    private Optional<Ignore> ignore(Node item) {
        int before = problems.size();
        if (!item.value().isObject()) {
            problem(item, "names no finding", EXAMPLE);
            return Optional.empty();
        }
        item.members().forEach((name, value) -> {
            if (!MEMBERS.contains(name)) {
                problem(
                        value,
                        "'" + name + "' says nothing of a finding to ignore" + Spelling.suggestion(name, MEMBERS),
                        "use " + String.join(", ", MEMBERS));
            } else if ("status".equals(name)
                    ? !value.value().isInt()
                    : !value.value().isString()) {
                problem(value, "'" + name + "' is no " + ("status".equals(name) ? "number" : "text"), "");
            }
        });
        for (String needed : List.of("operation", "reason")) {
            if (item.text(needed).filter(text -> !text.isBlank()).isEmpty()) {
                problem(item, "lacks '" + needed + "'", EXAMPLE);
            }
        }
        return problems.size() > before ? Optional.empty() : Optional.of(complete(item));
    }

    private static Ignore complete(Node item) {
        return new Ignore(
                new Glob(item.text("operation").orElseThrow()),
                new Glob(item.text("check").orElse("*")),
                item.value().path("status").asInt(0),
                item.text("place").orElse(""),
                item.text("reason").orElseThrow());
    }

    private void problem(Node node, String message, String hint) {
        problems.add(Problem.error(node.place(), message, hint));
    }
}
