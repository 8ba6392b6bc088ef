package plumbline.guard.comparison;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plumbline.contract.document.Node;
import tools.jackson.databind.JsonNode;

/** Notices differences in keywords of which it cannot be told which way they cut. */
record ConditionComparison(Findings findings, SchemaComparison schemas) {
    private static final List<String> SCHEMAS = List.of("not", "if", "then", "else", "contains");
    private static final List<String> OTHERS =
            List.of("dependentRequired", "dependentSchemas", "dependencies", "$dynamicRef", "$recursiveRef");

    void compare() {
        for (String keyword : SCHEMAS) {
            List<Node> before = findings.before().all(keyword);
            List<Node> now = findings.now().all(keyword);
            if (before.isEmpty() != now.isEmpty() || !before.isEmpty() && differ(keyword, before, now)) {
                tell(keyword);
            }
        }
        for (String keyword : OTHERS) {
            if (!values(findings.before(), keyword).equals(values(findings.now(), keyword))) {
                tell(keyword);
            }
        }
    }

    private boolean differ(String keyword, List<Node> before, List<Node> now) {
        // What arrays must contain is compared like items.
        return !"contains".equals(keyword)
                && Stream.of(Side.REQUEST, Side.RESPONSE)
                        .anyMatch(side -> schemas.differs(new Pair(
                                findings.before().source().with(before, before.get(0)),
                                findings.now().source().with(now, now.get(0)),
                                side)));
    }

    private void tell(String keyword) {
        findings.tell(SchemaRule.CONDITION_CHANGED, "'" + keyword + "' is different", keyword);
    }

    private static Set<JsonNode> values(Shape shape, String keyword) {
        return Optional.of(shape.all(keyword)).stream()
                .flatMap(List::stream)
                .map(Node::value)
                .collect(Collectors.toSet());
    }
}
