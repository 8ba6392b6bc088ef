package plumbline.guard.comparison.schemas;

import java.util.List;
import plumbline.contract.document.Node;
import plumbline.contract.json.JsonType;
import plumbline.guard.comparison.flattening.FlatSchema;

/** Compares the items of arrays, position by position. */
record ArrayComparison(SchemaDifferences differences) {
    private static final String[] KEYWORDS = {"items", "unevaluatedItems", "prefixItems"};

    void compare() {
        if (!differences.bothAllow(JsonType.ARRAY)) {
            return;
        }
        List<Node> first = positions(differences.before());
        List<Node> firstNow = positions(differences.now());
        for (int i = 0; i < Math.max(first.size(), firstNow.size()); i++) {
            descend(item(differences.before(), first, i), item(differences.now(), firstNow, i));
        }
        descend(others(differences.before()), others(differences.now()));
    }

    private void descend(List<Node> before, List<Node> now) {
        if (!before.isEmpty() || !now.isEmpty()) {
            differences.descend(before, now, KEYWORDS);
        }
    }

    private static List<Node> positions(FlatSchema shape) {
        return shape.first("prefixItems").map(Node::items).orElse(List.of());
    }

    private static List<Node> item(FlatSchema shape, List<Node> first, int index) {
        return index < first.size() ? List.of(first.get(index)) : others(shape);
    }

    /** What is said of the items that no position names; {@code items} leaves nothing unevaluated. */
    private static List<Node> others(FlatSchema shape) {
        List<Node> items = shape.all("items");
        return items.isEmpty() ? shape.all("unevaluatedItems") : items;
    }
}
