package plumbline.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import plumbline.contract.document.ContractException;
import plumbline.contract.document.Node;

/** Finds schemas that refer to themselves without getting any deeper into the value, so that judging it never ends. */
final class EndlessSchemas {
    private static final int DEEPEST_COMPOSITION = 400;
    private static final List<String> LISTS = List.of("allOf", "anyOf", "oneOf");
    private static final List<String> SINGLES = List.of("not", "if", "then", "else");

    private final Problems problems;
    private final Set<String> settled = new HashSet<>();
    private final List<String> path = new ArrayList<>();

    EndlessSchemas(Problems problems) {
        this.problems = problems;
    }

    /** Notes a problem at the keyword that leads back to a schema which is being judged already. */
    void inspect(Node schema) {
        inspect(schema, schema);
    }

    private void inspect(Node schema, Node step) {
        if (settled.contains(schema.identity())) {
            return;
        }
        if (path.contains(schema.identity()) || path.size() > DEEPEST_COMPOSITION) {
            problems.error(
                    step,
                    "the schema refers to itself without end",
                    "let it refer to itself only through properties or items");
            return;
        }
        path.add(schema.identity());
        if (schema.isReference()) {
            target(schema, step);
        }
        for (String keyword : LISTS) {
            schema.get(keyword).ifPresent(list -> list.items().forEach(item -> inspect(item, list)));
        }
        for (String keyword : SINGLES) {
            schema.get(keyword).ifPresent(part -> inspect(part, part));
        }
        path.remove(path.size() - 1);
        settled.add(schema.identity());
    }

    private void target(Node reference, Node step) {
        try {
            inspect(reference.target(reference.value().path("$ref").stringValue()), step);
        } catch (ContractException e) {
            // Reported where references are resolved.
            settled.add(reference.identity());
        }
    }
}
