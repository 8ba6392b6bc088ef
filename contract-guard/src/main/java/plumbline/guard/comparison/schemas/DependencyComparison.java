package plumbline.guard.comparison.schemas;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plumbline.contract.document.Node;
import plumbline.guard.comparison.changes.SchemaChange;
import plumbline.guard.comparison.flattening.FlatSchema;

/** Compares what objects must have or be once they have a property. */
record DependencyComparison(SchemaDifferences differences) {
    private static final String[] REQUIRED = {"dependentRequired", "dependencies"};
    private static final String[] SCHEMAS = {"dependentSchemas", "dependencies"};

    void compare() {
        compareRequired();
        compareSchemas();
    }

    private void compareRequired() {
        Map<String, Set<String>> before = required(differences.before());
        Map<String, Set<String>> now = required(differences.now());
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(now.keySet());
        for (String name : names) {
            Set<String> more = new LinkedHashSet<>(now.getOrDefault(name, Set.of()));
            more.removeAll(before.getOrDefault(name, Set.of()));
            Set<String> less = new LinkedHashSet<>(before.getOrDefault(name, Set.of()));
            less.removeAll(now.getOrDefault(name, Set.of()));
            if (!more.isEmpty()) {
                tell(SchemaChange.CONDITION_TIGHTENED, "'" + name + "' needs " + quoted(more) + " beside it now");
            }
            if (!less.isEmpty()) {
                tell(SchemaChange.CONDITION_LOOSENED, "'" + name + "' no longer needs " + quoted(less) + " beside it");
            }
        }
    }

    private void tell(SchemaChange change, String what) {
        differences.tell(change, what, REQUIRED);
    }

    private static String quoted(Set<String> names) {
        return "'" + String.join("' and '", names) + "'";
    }

    private static Map<String, Set<String>> required(FlatSchema shape) {
        Map<String, Set<String>> required = new LinkedHashMap<>();
        for (String keyword : REQUIRED) {
            for (Node all : shape.all(keyword)) {
                all.members()
                        .forEach((name, names) -> names.items()
                                .forEach(other -> required.computeIfAbsent(name, key -> new LinkedHashSet<>())
                                        .add(other.value().asString(""))));
            }
        }
        // What must be there anyway depends on nothing.
        required.values().forEach(names -> names.removeAll(shape.required().keySet()));
        return required;
    }

    private void compareSchemas() {
        Map<String, Node> before = schemas(differences.before());
        Map<String, Node> now = schemas(differences.now());
        before.forEach((name, schema) -> {
            Node other = now.get(name);
            if (other == null) {
                differences.tell(SchemaChange.CONDITION_LOOSENED, rule(name) + " is gone", SCHEMAS);
            } else {
                differences.descend(List.of(schema), List.of(other), SCHEMAS);
            }
        });
        now.forEach((name, schema) -> {
            if (!before.containsKey(name)) {
                differences.tell(SchemaChange.CONDITION_TIGHTENED, rule(name) + " is new", SCHEMAS);
            }
        });
    }

    private static String rule(String name) {
        return "what objects with '" + name + "' must be";
    }

    private static Map<String, Node> schemas(FlatSchema shape) {
        Map<String, Node> schemas = new LinkedHashMap<>();
        for (String keyword : SCHEMAS) {
            for (Node all : shape.all(keyword)) {
                all.members().forEach((name, schema) -> {
                    if (!schema.value().isArray()) {
                        schemas.putIfAbsent(name, schema);
                    }
                });
            }
        }
        return schemas;
    }
}
