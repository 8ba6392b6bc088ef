package plumbline.guard.comparison.witnesses;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import plumbline.contract.document.Node;
import plumbline.guard.comparison.flattening.Conjunction;
import plumbline.guard.comparison.flattening.FlatSchema;
import plumbline.json.jackson.databind.JsonNode;

/** Tells values all of whose properties are described from those with properties that are only let pass. */
final class DescribedValues {
    private static final List<String> FURTHER = List.of("additionalProperties", "unevaluatedProperties");
    private static final List<String> BRANCHES = List.of("oneOf", "anyOf");
    private static final List<String> PARTS = List.of("then", "else", "if");
    private static final int DEEPEST = 20;

    private final BiPredicate<Node, JsonNode> takes;

    DescribedValues(BiPredicate<Node, JsonNode> takes) {
        this.takes = takes;
    }

    boolean isDescribed(Conjunction schemas, JsonNode value) {
        return isDescribed(schemas, value, 0);
    }

    private boolean isDescribed(Conjunction schemas, JsonNode value, int depth) {
        if (!value.isContainer() || depth > DEEPEST) {
            return true;
        }
        List<Node> parts = parts(schemas, value, depth);
        if (value.isArray()) {
            List<Node> items = new ArrayList<>();
            for (Node part : parts) {
                part.get("items").ifPresent(items::add);
                items.addAll(part.items("prefixItems"));
            }
            Conjunction each = schemas.with(items, schemas.anchor());
            return value.valueStream().allMatch(item -> isDescribed(each, item, depth + 1));
        }
        Map<String, List<Node>> properties = new LinkedHashMap<>();
        List<Node> further = new ArrayList<>();
        for (Node part : parts) {
            part.members("properties")
                    .forEach((name, schema) -> properties
                            .computeIfAbsent(name, key -> new ArrayList<>())
                            .add(schema));
            FURTHER.forEach(keyword -> part.get(keyword)
                    .filter(schema -> schema.value().isObject())
                    .ifPresent(further::add));
            further.addAll(part.members("patternProperties").values());
        }
        return value.propertyStream().allMatch(member -> {
            List<Node> described = properties.getOrDefault(member.getKey(), further);
            return !described.isEmpty()
                    && isDescribed(schemas.with(described, schemas.anchor()), member.getValue(), depth + 1);
        });
    }

    /** All schemas that describe a value, with the branches that take it, and those of conditions. */
    private List<Node> parts(Conjunction schemas, JsonNode value, int depth) {
        List<Node> parts = new ArrayList<>();
        for (Node part : FlatSchema.of(schemas).parts()) {
            parts.add(part);
            List<Node> branches = new ArrayList<>();
            for (String keyword : BRANCHES) {
                part.items(keyword).stream()
                        .filter(branch -> takes.test(branch, value))
                        .forEach(branches::add);
            }
            PARTS.forEach(keyword -> part.get(keyword).ifPresent(branches::add));
            branches.addAll(part.members("dependentSchemas").values());
            if (depth < DEEPEST) {
                for (Node branch : branches) {
                    parts.addAll(parts(schemas.with(List.of(branch), branch), value, depth + 1));
                }
            }
        }
        return parts;
    }
}
