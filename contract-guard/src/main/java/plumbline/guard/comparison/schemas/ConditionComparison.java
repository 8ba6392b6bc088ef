package plumbline.guard.comparison.schemas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import plumbline.contract.document.Node;
import plumbline.contract.json.JsonType;
import plumbline.guard.comparison.changes.Impact;
import plumbline.guard.comparison.changes.MessageSide;
import plumbline.guard.comparison.changes.SchemaChange;
import plumbline.guard.comparison.flattening.FlatSchema;
import plumbline.json.jackson.databind.JsonNode;

/** Compares the keywords that rule values out by conditions. */
record ConditionComparison(SchemaDifferences differences, SchemaComparison schemas) {
    private static final List<String> DYNAMIC = List.of("$dynamicRef", "$recursiveRef");
    private static final List<String> CONDITIONS = List.of("if", "then", "else");

    void compare() {
        compareNegations();
        compareBranches();
        if (differences.bothAllow(JsonType.OBJECT)) {
            new DependencyComparison(differences).compare();
        }
        if (differences.bothAllow(JsonType.ARRAY)) {
            compareContained();
        }
        for (String keyword : DYNAMIC) {
            if (!values(differences.before(), keyword).equals(values(differences.now(), keyword))) {
                tell(SchemaChange.CONDITION_CHANGED, keyword);
            }
        }
    }

    private void compareNegations() {
        List<Node> before = differences.before().all("not");
        List<Node> now = differences.now().all("not");
        if (before.isEmpty() && now.isEmpty()) {
            return;
        }
        if (before.isEmpty() || now.isEmpty()) {
            tell(before.isEmpty() ? SchemaChange.CONDITION_TIGHTENED : SchemaChange.CONDITION_LOOSENED, "not");
        } else if (before.size() > 1 || now.size() > 1) {
            if (!values(differences.before(), "not").equals(values(differences.now(), "not"))) {
                tell(SchemaChange.CONDITION_CHANGED, "not");
            }
        } else {
            // What takes less rules out less.
            boolean isMore = takesAll(before.get(0), now.get(0), MessageSide.REQUEST);
            boolean isLess = takesAll(before.get(0), now.get(0), MessageSide.RESPONSE);
            if (isMore != isLess) {
                tell(isMore ? SchemaChange.CONDITION_TIGHTENED : SchemaChange.CONDITION_LOOSENED, "not");
            } else if (!isMore) {
                tell(SchemaChange.CONDITION_CHANGED, "not");
            }
        }
    }

    /** Whether one side takes all that the other does; told by the letter, so that a new property may rule something out. */
    private boolean takesAll(Node before, Node now, MessageSide side) {
        return schemas.found(pair(before, now, side)).stream()
                .allMatch(difference -> difference.kind().impact() == Impact.COMPATIBLE
                        && !difference.kind().id().contains("property-"));
    }

    private boolean differ(Node before, Node now) {
        return schemas.differs(pair(before, now, MessageSide.REQUEST))
                || schemas.differs(pair(before, now, MessageSide.RESPONSE));
    }

    private SchemaPair pair(Node before, Node now, MessageSide side) {
        return new SchemaPair(
                differences.before().source().with(List.of(before), before),
                differences.now().source().with(List.of(now), now),
                side);
    }

    private void compareBranches() {
        List<Node> before = conditional(differences.before());
        List<Node> now = conditional(differences.now());
        if (before.isEmpty() && now.isEmpty()) {
            return;
        }
        if (before.isEmpty() || now.isEmpty()) {
            SchemaChange change = before.isEmpty() ? SchemaChange.CONDITION_TIGHTENED : SchemaChange.CONDITION_LOOSENED;
            tell(change, CONDITIONS.toArray(String[]::new));
        } else if (before.size() != 1 || now.size() != 1 || haveOtherTests(before.get(0), now.get(0))) {
            if (!values(before).equals(values(now))) {
                tell(SchemaChange.CONDITION_CHANGED, CONDITIONS.toArray(String[]::new));
            }
        } else {
            for (String keyword : List.of("then", "else")) {
                List<Node> branch = before.get(0).get(keyword).map(List::of).orElse(List.of());
                List<Node> branchNow = now.get(0).get(keyword).map(List::of).orElse(List.of());
                if (!branch.isEmpty() || !branchNow.isEmpty()) {
                    differences.descend(branch, branchNow, keyword, "if");
                }
            }
        }
    }

    private boolean haveOtherTests(Node before, Node now) {
        return differ(before.get("if").orElseThrow(), now.get("if").orElseThrow());
    }

    private static List<Node> conditional(FlatSchema shape) {
        return shape.parts().stream()
                .filter(part -> part.get("if").isPresent())
                .filter(part -> part.get("then").or(() -> part.get("else")).isPresent())
                .toList();
    }

    private static List<Map<String, JsonNode>> values(List<Node> parts) {
        List<Map<String, JsonNode>> values = new ArrayList<>();
        for (Node part : parts) {
            values.add(CONDITIONS.stream()
                    .collect(Collectors.toMap(
                            keyword -> keyword, keyword -> part.value().path(keyword))));
        }
        return values;
    }

    private void compareContained() {
        List<Node> before = differences.before().all("contains");
        List<Node> now = differences.now().all("contains");
        if (before.isEmpty() && now.isEmpty()) {
            return;
        }
        if (before.isEmpty() || now.isEmpty()) {
            // What need not be there rules nothing out.
            FlatSchema owner = before.isEmpty() ? differences.now() : differences.before();
            if (!isZero(owner, "minContains") || owner.first("maxContains").isPresent()) {
                tell(before.isEmpty() ? SchemaChange.CONDITION_TIGHTENED : SchemaChange.CONDITION_LOOSENED, "contains");
            }
        } else if (differences.before().first("maxContains").isEmpty()
                && differences.now().first("maxContains").isEmpty()) {
            differences.descend(before, now, "contains");
        } else if (differ(before.get(0), now.get(0))) {
            tell(SchemaChange.CONDITION_CHANGED, "contains");
        }
    }

    private static boolean isZero(FlatSchema shape, String keyword) {
        return shape.first(keyword)
                .map(Node::value)
                .filter(BoundComparison::isZero)
                .isPresent();
    }

    private void tell(SchemaChange change, String... keywords) {
        String how = switch (change) {
            case CONDITION_TIGHTENED -> " rules out more now";
            case CONDITION_LOOSENED -> " rules out less now";
            default -> " is different";
        };
        differences.tell(change, "'" + keywords[0] + "'" + how, keywords);
    }

    private static Set<JsonNode> values(FlatSchema shape, String keyword) {
        return shape.all(keyword).stream().map(Node::value).collect(Collectors.toSet());
    }
}
