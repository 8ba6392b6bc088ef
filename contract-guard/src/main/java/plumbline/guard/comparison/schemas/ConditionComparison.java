package plumbline.guard.comparison.schemas;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plumbline.contract.document.Node;
import plumbline.guard.comparison.changes.MessageSide;
import plumbline.guard.comparison.changes.SchemaChange;
import plumbline.guard.comparison.flattening.FlatSchema;
import plumbline.json.jackson.databind.JsonNode;

/** Notices differences in keywords of which it cannot be told which way they cut. */
record ConditionComparison(SchemaDifferences differences, SchemaComparison schemas) {
    private static final List<String> SCHEMAS = List.of("not", "if", "then", "else", "contains");
    private static final List<String> OTHERS =
            List.of("dependentRequired", "dependentSchemas", "dependencies", "$dynamicRef", "$recursiveRef");

    void compare() {
        for (String keyword : SCHEMAS) {
            List<Node> before = differences.before().all(keyword);
            List<Node> now = differences.now().all(keyword);
            if (before.isEmpty() != now.isEmpty() || !before.isEmpty() && differ(keyword, before, now)) {
                tell(keyword);
            }
        }
        for (String keyword : OTHERS) {
            if (!values(differences.before(), keyword).equals(values(differences.now(), keyword))) {
                tell(keyword);
            }
        }
    }

    private boolean differ(String keyword, List<Node> before, List<Node> now) {
        // What arrays must contain is compared like items.
        return !"contains".equals(keyword)
                && Stream.of(MessageSide.REQUEST, MessageSide.RESPONSE)
                        .anyMatch(side -> schemas.differs(new SchemaPair(
                                differences.before().source().with(before, before.get(0)),
                                differences.now().source().with(now, now.get(0)),
                                side)));
    }

    private void tell(String keyword) {
        differences.tell(SchemaChange.CONDITION_CHANGED, "'" + keyword + "' is different", keyword);
    }

    private static Set<JsonNode> values(FlatSchema shape, String keyword) {
        return Optional.of(shape.all(keyword)).stream()
                .flatMap(List::stream)
                .map(Node::value)
                .collect(Collectors.toSet());
    }
}
