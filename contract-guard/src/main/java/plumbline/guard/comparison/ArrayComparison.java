package plumbline.guard.comparison;

import java.util.List;
import plumbline.contract.document.Node;
import plumbline.contract.json.JsonType;

/** Compares the items of arrays, position by position. */
record ArrayComparison(Findings findings) {
    void compare() {
        if (!findings.before().allows(JsonType.ARRAY) || !findings.now().allows(JsonType.ARRAY)) {
            return;
        }
        List<Node> first = positions(findings.before());
        List<Node> firstNow = positions(findings.now());
        for (int i = 0; i < Math.max(first.size(), firstNow.size()); i++) {
            descend(item(findings.before(), first, i), item(findings.now(), firstNow, i));
        }
        descend(findings.before().all("items"), findings.now().all("items"));
        if (findings.before().first("contains").isPresent()
                && findings.now().first("contains").isPresent()) {
            findings.descend(findings.before().all("contains"), findings.now().all("contains"), "contains");
        }
    }

    private void descend(List<Node> before, List<Node> now) {
        if (!before.isEmpty() || !now.isEmpty()) {
            findings.descend(before, now, "items", "prefixItems");
        }
    }

    private static List<Node> positions(Shape shape) {
        return shape.first("prefixItems").map(Node::items).orElse(List.of());
    }

    private static List<Node> item(Shape shape, List<Node> first, int index) {
        return index < first.size() ? List.of(first.get(index)) : shape.all("items");
    }
}
