package plumbline.conformance.proof;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import plumbline.contract.document.DynamicScope;
import plumbline.contract.document.Node;
import plumbline.contract.json.Pointers;
import plumbline.json.jackson.databind.JsonNode;

/** Finds which schemas judge which places of a value. */
final class JudgedValues {
    private static final int MOST = 4_000;
    private static final int MOST_ITEMS = 20;

    private final List<JudgedValue> found = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private JudgedValues() {}

    /**
     * A place in a value, and a schema that judges it.
     *
     * @param pointer the place
     * @param value what stands there
     * @param schema the schema
     */
    record JudgedValue(String pointer, JsonNode value, Node schema) {}

    static List<JudgedValue> of(JsonNode value, Node schema) {
        JudgedValues values = new JudgedValues();
        values.visit(new JudgedValue("", value, schema));
        return values.found;
    }

    private void visit(JudgedValue judged) {
        Node schema = judged.schema();
        boolean isNew = seen.add(judged.pointer() + " " + schema.identity());
        if (!schema.value().isObject() || found.size() >= MOST || !isNew) {
            return;
        }
        DynamicScope.of(schema).targets(schema).forEach(target -> visit(judged, target));
        if (schema.isReferenceAlone()) {
            return;
        }
        found.add(judged);
        for (String keyword : List.of("allOf", "anyOf", "oneOf")) {
            schema.items(keyword).forEach(part -> visit(judged, part));
        }
        for (String keyword : List.of("then", "else")) {
            schema.get(keyword).ifPresent(part -> visit(judged, part));
        }
        schema.members("dependentSchemas").forEach((name, part) -> {
            if (judged.value().has(name)) {
                visit(judged, part);
            }
        });
        properties(judged);
        items(judged);
    }

    private void visit(JudgedValue judged, Node schema) {
        visit(new JudgedValue(judged.pointer(), judged.value(), schema));
    }

    private void properties(JudgedValue judged) {
        if (!judged.value().isObject()) {
            return;
        }
        Map<String, Node> declared = judged.schema().members("properties");
        Map<String, Node> patterns = judged.schema().members("patternProperties");
        judged.value().forEachEntry((name, member) -> {
            List<Node> schemas = new ArrayList<>();
            if (declared.containsKey(name)) {
                schemas.add(declared.get(name));
            }
            patterns.forEach((pattern, schema) -> {
                if (matches(pattern, name)) {
                    schemas.add(schema);
                }
            });
            if (schemas.isEmpty()) {
                judged.schema().get("additionalProperties").ifPresent(schemas::add);
            }
            schemas.forEach(schema -> visit(new JudgedValue(Pointers.child(judged.pointer(), name), member, schema)));
        });
    }

    private static boolean matches(String pattern, String name) {
        try {
            return Pattern.compile(pattern).matcher(name).find();
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private void items(JudgedValue judged) {
        if (!judged.value().isArray()) {
            return;
        }
        List<Node> first = new ArrayList<>(judged.schema().items("prefixItems"));
        first.addAll(judged.schema().items("items"));
        for (int i = 0; i < Math.min(MOST_ITEMS, judged.value().size()); i++) {
            JudgedValue item = new JudgedValue(
                    Pointers.child(judged.pointer(), i), judged.value().get(i), judged.schema());
            if (i < first.size()) {
                visit(item, first.get(i));
            } else {
                judged.schema().get("items").ifPresent(schema -> visit(item, schema));
            }
        }
    }
}
