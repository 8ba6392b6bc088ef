package plumbline.guard.comparison.schemas;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plumbline.contract.document.Node;
import plumbline.contract.json.JsonType;
import plumbline.guard.comparison.changes.MessageSide;
import plumbline.guard.comparison.changes.SchemaChange;
import plumbline.guard.comparison.flattening.AllowedTypes;
import plumbline.guard.comparison.flattening.AllowedValues;
import plumbline.guard.comparison.flattening.FlatSchema;
import plumbline.guard.comparison.flattening.Nullability;
import plumbline.json.jackson.databind.JsonNode;

/** Compares types, values, formats and defaults. */
record ValueComparison(SchemaDifferences differences) {
    private static final String[] TYPE_KEYWORDS = {"type", "enum", "const"};
    private static final String[] NULL_KEYWORDS = {"nullable", "oneOf", "anyOf", "type", "enum", "const"};

    void compare() {
        compareTypes();
        compareNullness(differences);
        compareValues();
        new FormatComparison(differences).compare();
        compareExtensibleValues();
        compareDefaults();
        if (differences.now().flag("deprecated") && !differences.before().flag("deprecated")) {
            differences.tell(SchemaChange.DEPRECATED, "is deprecated now", "deprecated");
        }
    }

    private void compareTypes() {
        AllowedTypes before = differences.before().types();
        AllowedTypes now = differences.now().types();
        boolean isToldByValues = differences.before().values().isPresent()
                && differences.now().values().isPresent();
        // Names are texts, whether the schema says so or not.
        boolean isOfNames =
                "propertyNames".equals(differences.now().source().anchor().name());
        if (before.values().equals(now.values())
                || isToldByValues
                || isOfNames && now.values().contains(JsonType.STRING)) {
            return;
        }
        boolean isWider = asSent(differences.now()).containsAll(before.values());
        boolean isNarrower = asSent(differences.before()).containsAll(now.values());
        if (isWider && isNarrower) {
            return;
        }
        SchemaChange change = isWider
                ? SchemaChange.TYPE_WIDENED
                : isNarrower ? SchemaChange.TYPE_NARROWED : SchemaChange.TYPE_CHANGED;
        differences.tell(change, "takes " + now + " now, it took " + before, TYPE_KEYWORDS);
    }

    /** In parameters, numbers and truth values are texts as well. */
    private Set<JsonType> asSent(FlatSchema shape) {
        Set<JsonType> types = EnumSet.noneOf(JsonType.class);
        types.addAll(shape.types().values());
        boolean isAnyText = differences.side() == MessageSide.TEXT
                && types.contains(JsonType.STRING)
                && shape.place("enum", "format", "pattern", "maxLength", "minLength", "const")
                        .equals(shape.source().anchor());
        if (isAnyText) {
            types.addAll(EnumSet.of(JsonType.BOOLEAN, JsonType.INTEGER, JsonType.NUMBER));
        }
        return types;
    }

    static void compareNullness(SchemaDifferences differences) {
        boolean before = Nullability.isAllowed(differences.before());
        boolean now = Nullability.isAllowed(differences.now());
        boolean isToldByType = differences.before().types().isEverything()
                != differences.now().types().isEverything();
        if (before == now || isToldByType && !isWrapped(differences)) {
            return;
        }
        if (now) {
            differences.tell(SchemaChange.BECAME_NULLABLE, "may be null now", NULL_KEYWORDS);
        } else {
            differences.tell(SchemaChange.BECAME_NOT_NULLABLE, "may no longer be null", NULL_KEYWORDS);
        }
    }

    private static boolean isWrapped(SchemaDifferences differences) {
        return !differences.before().choices().isEmpty()
                || !differences.now().choices().isEmpty();
    }

    private void compareValues() {
        Optional<AllowedValues> before = differences.before().values();
        Optional<AllowedValues> now = differences.now().values();
        if (before.isPresent() && now.isPresent()) {
            compareValues(before.get().byText(), now.get().byText());
        } else if (now.isPresent()) {
            String values = String.join(", ", now.get().byText().keySet());
            differences.tell(SchemaChange.ENUM_INTRODUCED, "must be one of " + values + " now", "enum", "const");
        } else if (before.isPresent()) {
            differences.tell(SchemaChange.ENUM_DROPPED, "is no longer restricted to listed values", "enum", "const");
        }
    }

    private void compareValues(Map<String, Node> before, Map<String, Node> now) {
        before.forEach((text, value) -> {
            if (!now.containsKey(text)) {
                Node place = differences.now().place("enum", "const");
                differences.tell(SchemaChange.ENUM_VALUE_REMOVED, "the value " + text + " is gone", value, place);
            }
        });
        now.forEach((text, value) -> {
            if (!before.containsKey(text)) {
                Node place = differences.before().place("enum", "const");
                differences.tell(SchemaChange.ENUM_VALUE_ADDED, "the value " + text + " is new", place, value);
            }
        });
    }

    /** Values that are known today, where more may come (Zalando's guidelines, rule 112). */
    private void compareExtensibleValues() {
        String keyword = "x-extensible-enum";
        Optional<Node> before = differences.before().first(keyword);
        Optional<Node> now = differences.now().first(keyword);
        if (before.isEmpty() || now.isEmpty()) {
            return;
        }
        Map<String, Node> values = AllowedValues.texts(before.get().items());
        Map<String, Node> valuesNow = AllowedValues.texts(now.get().items());
        values.forEach((text, value) -> {
            if (!valuesNow.containsKey(text)) {
                differences.tell(
                        SchemaChange.EXTENSIBLE_VALUE_REMOVED,
                        "the known value " + text + " is gone",
                        value,
                        now.get());
            }
        });
        valuesNow.forEach((text, value) -> {
            if (!values.containsKey(text)) {
                differences.tell(
                        SchemaChange.EXTENSIBLE_VALUE_ADDED,
                        "the known value " + text + " is new",
                        before.get(),
                        value);
            }
        });
    }

    private void compareDefaults() {
        Optional<JsonNode> before = differences.before().first("default").map(Node::value);
        Optional<JsonNode> now = differences.now().first("default").map(Node::value);
        String textBefore = before.map(AllowedValues::text).orElse("");
        String textNow = now.map(AllowedValues::text).orElse("");
        if (textBefore.equals(textNow)) {
            return;
        }
        String was = textBefore.isEmpty() ? "" : ", it was " + textBefore;
        String what = textNow.isEmpty()
                ? "no longer has the default " + textBefore
                : "stands for " + textNow + " now where it is left out" + was;
        differences.tell(SchemaChange.DEFAULT_CHANGED, what, "default");
    }
}
