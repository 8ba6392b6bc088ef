package plumbline.guard.comparison.schemas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.PatternSyntaxException;
import plumbline.contract.document.Node;
import plumbline.contract.pattern.EcmaPattern;
import plumbline.contract.pattern.PatternTooCostlyException;
import plumbline.guard.comparison.changes.SchemaChange;
import plumbline.guard.comparison.flattening.FlatSchema;

/** Compares the properties that objects may have without being named: those of a pattern, and all others. */
record FurtherProperties(SchemaDifferences differences) {
    private static final String[] KEYWORDS = {"additionalProperties", "unevaluatedProperties"};

    void compare() {
        compareOthers();
        comparePatterned();
    }

    static boolean isClosed(FlatSchema shape) {
        return others(shape).stream()
                .anyMatch(
                        schema -> schema.value().isBoolean() && !schema.value().booleanValue());
    }

    /** {@return what is said of a property that is not named} */
    static List<Node> described(FlatSchema shape, String name) {
        List<Node> schemas = new ArrayList<>();
        patterned(shape).forEach((pattern, schema) -> {
            if (matches(pattern, name)) {
                schemas.add(schema);
            }
        });
        return schemas.isEmpty() ? schemasOnly(others(shape)) : schemas;
    }

    private static boolean matches(String pattern, String name) {
        try {
            return EcmaPattern.compile(pattern).isFoundIn(name);
        } catch (PatternSyntaxException | PatternTooCostlyException e) {
            return false;
        }
    }

    private static List<Node> others(FlatSchema shape) {
        List<Node> others = new ArrayList<>(shape.all("additionalProperties"));
        others.addAll(shape.all("unevaluatedProperties"));
        return others;
    }

    private void compareOthers() {
        boolean wasClosed = isClosed(differences.before());
        boolean isClosed = isClosed(differences.now());
        if (wasClosed != isClosed) {
            SchemaChange change = isClosed ? SchemaChange.OBJECT_CLOSED : SchemaChange.OBJECT_OPENED;
            differences.tell(
                    change, isClosed ? "takes no further properties now" : "takes further properties now", KEYWORDS);
        } else if (!isClosed) {
            List<Node> before = schemasOnly(others(differences.before()));
            List<Node> now = schemasOnly(others(differences.now()));
            if (!before.isEmpty() || !now.isEmpty()) {
                differences.descend(before, now, KEYWORDS);
            }
        }
    }

    private static List<Node> schemasOnly(List<Node> schemas) {
        return schemas.stream().filter(schema -> schema.value().isObject()).toList();
    }

    private void comparePatterned() {
        Map<String, Node> before = patterned(differences.before());
        Map<String, Node> now = patterned(differences.now());
        before.forEach((pattern, schema) -> {
            Node other = now.get(pattern);
            if (other == null) {
                boolean isRefused = isClosed(differences.now());
                tell(
                        isRefused ? SchemaChange.CONDITION_TIGHTENED : SchemaChange.CONDITION_LOOSENED,
                        pattern + " is gone",
                        schema,
                        differences.now().place("patternProperties"));
            } else {
                differences.descend(List.of(schema), List.of(other), "patternProperties");
            }
        });
        now.forEach((pattern, schema) -> {
            if (!before.containsKey(pattern)) {
                boolean wasRefused = isClosed(differences.before());
                tell(
                        wasRefused ? SchemaChange.CONDITION_LOOSENED : SchemaChange.CONDITION_TIGHTENED,
                        pattern + " is new",
                        differences.before().place("patternProperties"),
                        schema);
            }
        });
    }

    private void tell(SchemaChange change, String what, Node before, Node now) {
        differences.tell(change, "the rule for properties that match " + what, before, now);
    }

    private static Map<String, Node> patterned(FlatSchema shape) {
        return shape.first("patternProperties").map(Node::members).orElse(Map.of());
    }
}
