package plumbline.contract.inspection;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import plumbline.contract.document.ContractException;
import plumbline.contract.document.DynamicScope;
import plumbline.contract.document.Node;
import plumbline.contract.document.Topic;

/** Finds schemas that refer to themselves without getting any deeper into the value, so that judging it never ends. */
final class EndlessSchemas {
    private static final int DEEPEST_COMPOSITION = 400;
    private static final List<String> LISTS = List.of("allOf", "anyOf", "oneOf");
    private static final List<String> SINGLES = List.of("not", "if", "then", "else");

    private final Problems problems;
    private final Set<Judged> settled = new HashSet<>();
    private final Set<Judged> path = new HashSet<>();

    /** A schema, and what its dynamic references mean. */
    private record Judged(Node schema, DynamicScope scope) {}

    EndlessSchemas(Problems problems) {
        this.problems = problems.about(Topic.SCHEMA_ENDLESS);
    }

    /** Notes a problem at the keyword that leads back to a schema which is being judged already. */
    void inspect(Node schema) {
        inspect(schema, schema, DynamicScope.of(schema));
    }

    private void inspect(Node schema, Node step, DynamicScope around) {
        DynamicScope scope = around.entering(schema);
        Judged judged = new Judged(schema, scope);
        if (settled.contains(judged)) {
            return;
        }
        if (path.size() > DEEPEST_COMPOSITION) {
            problems.error(
                    step,
                    "the schema is composed of others in more than " + DEEPEST_COMPOSITION + " steps",
                    "refer to what is meant in fewer steps");
            return;
        }
        if (path.contains(judged)) {
            problems.error(
                    step,
                    "the schema refers to itself without end",
                    "let it refer to itself only through properties or items");
            return;
        }
        path.add(judged);
        targets(schema, scope).forEach(target -> inspect(target, step, scope));
        for (String keyword : LISTS) {
            schema.get(keyword).ifPresent(list -> list.items().forEach(item -> inspect(item, list, scope)));
        }
        for (String keyword : SINGLES) {
            schema.get(keyword).ifPresent(part -> inspect(part, part, scope));
        }
        path.remove(judged);
        settled.add(judged);
    }

    private static List<Node> targets(Node schema, DynamicScope scope) {
        try {
            return scope.targets(schema);
        } catch (ContractException e) {
            // Reported where references are resolved.
            return List.of();
        }
    }
}
