package plumbline.guard.comparison.schemas;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.document.ContractException;
import plumbline.contract.document.Node;
import plumbline.guard.comparison.changes.SchemaChange;
import plumbline.guard.comparison.flattening.FlatSchema;

/** Compares the properties that tell which schema is meant, and the values that they may have. */
record DiscriminatorComparison(SchemaDifferences differences) {
    private static final String KEYWORD = "discriminator";

    void compare() {
        Optional<Node> before = differences.before().first(KEYWORD);
        Optional<Node> now = differences.now().first(KEYWORD);
        if (before.isPresent() && now.isPresent()) {
            compare(before.get(), now.get());
        } else if (before.isPresent()) {
            differences.tell(SchemaChange.DISCRIMINATOR_REMOVED, "has no discriminator any more", KEYWORD);
        } else if (now.isPresent()) {
            differences.tell(SchemaChange.DISCRIMINATOR_ADDED, "has a discriminator now", KEYWORD);
        }
    }

    private void compare(Node before, Node now) {
        String property = before.text("propertyName").orElse("");
        String propertyNow = now.text("propertyName").orElse("");
        if (!property.equals(propertyNow)) {
            String what = "the property that tells which schema is meant is '" + propertyNow + "' now, it was '"
                    + property + "'";
            differences.tell(SchemaChange.DISCRIMINATOR_CHANGED, what, before, now);
            return;
        }
        Map<String, Node> values = before.members("mapping");
        Map<String, Node> valuesNow = now.members("mapping");
        values.forEach((value, target) -> {
            if (!valuesNow.containsKey(value) && !isImplied(differences.now(), value)) {
                String what = "'" + property + "' may no longer be '" + value + "'";
                differences.tell(SchemaChange.DISCRIMINATOR_VALUE_REMOVED, what, target, now);
            }
        });
        valuesNow.forEach((value, target) -> {
            if (!values.containsKey(value) && !isImplied(differences.before(), value)) {
                String what = "'" + property + "' may be '" + value + "' now";
                differences.tell(SchemaChange.DISCRIMINATOR_VALUE_ADDED, what, before, target);
            }
        });
        values.forEach((value, target) -> compareTargets(target, valuesNow.get(value)));
    }

    /** Names of components need no mapping. */
    private static boolean isImplied(FlatSchema shape, String value) {
        return shape.choices().stream()
                .flatMap(choice -> choice.branches().stream())
                .anyMatch(branch -> branch.text("$ref").orElse("").endsWith("/" + value));
    }

    private void compareTargets(Node before, @Nullable Node now) {
        Optional<Node> target = target(before);
        Optional<Node> targetNow = now == null ? Optional.empty() : target(now);
        if (target.isPresent() && targetNow.isPresent()) {
            differences.descend(List.of(target.get()), List.of(targetNow.get()), KEYWORD);
        }
    }

    private static Optional<Node> target(Node mapped) {
        String text = mapped.value().asString("");
        boolean isName = text.matches("[A-Za-z0-9._-]+");
        return isName
                ? target(mapped, "#/components/schemas/" + text).or(() -> target(mapped, text))
                : target(mapped, text);
    }

    private static Optional<Node> target(Node mapped, String reference) {
        try {
            return Optional.of(mapped.target(reference));
        } catch (ContractException e) {
            return Optional.empty();
        }
    }
}
