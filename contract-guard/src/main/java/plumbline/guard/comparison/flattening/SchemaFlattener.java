package plumbline.guard.comparison.flattening;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import plumbline.contract.document.ContractException;
import plumbline.contract.document.Node;

/** Flattens schemas that hold together. */
final class SchemaFlattener {
    private static final List<String> CHOICES = List.of("oneOf", "anyOf");

    private final Conjunction source;
    private final List<Node> parts = new ArrayList<>();
    private final List<FlatSchema.Choice> choices = new ArrayList<>();
    private final Set<Node> seen = new HashSet<>();
    private boolean isImpossible;

    SchemaFlattener(Conjunction source) {
        this.source = source;
    }

    FlatSchema read() {
        source.nodes().forEach(this::add);
        return new FlatSchema(source, parts, choices, isImpossible);
    }

    private void add(Node schema) {
        if (!seen.add(schema)) {
            return;
        }
        if (schema.value().isBoolean()) {
            isImpossible |= !schema.value().booleanValue();
            return;
        }
        if (!schema.value().isObject()) {
            return;
        }
        if (schema.isReference()) {
            add(target(schema));
            if (schema.isReferenceAlone()) {
                return;
            }
        }
        parts.add(schema);
        schema.items("allOf").forEach(this::add);
        CHOICES.forEach(keyword -> schema.get(keyword).ifPresent(this::addChoice));
    }

    /** A reference that the reader let pass, as nothing of the API depends on it, leads to any value. */
    private static Node target(Node schema) {
        try {
            return schema.target(schema.text("$ref").orElseThrow());
        } catch (ContractException e) {
            return schema;
        }
    }

    private void addChoice(Node keyword) {
        List<Node> branches =
                keyword.items().stream().filter(branch -> !isNull(branch)).toList();
        if (branches.size() == 1) {
            add(branches.get(0));
        } else if (branches.size() > 1) {
            choices.add(new FlatSchema.Choice(keyword, branches));
        }
    }

    private static boolean isNull(Node branch) {
        return "null".equals(branch.text("type").orElse(""))
                || branch.value().path("enum").size() == 1
                        && branch.value().path("enum").get(0).isNull()
                || branch.get("const").filter(value -> value.value().isNull()).isPresent();
    }
}
