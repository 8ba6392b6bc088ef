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
import tools.jackson.databind.JsonNode;

/** Finds which schemas judge which places of a value. */
final class Spots {
    private static final int MOST = 4_000;
    private static final int MOST_ITEMS = 20;

    private final List<Spot> found = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private Spots() {}

    /**
     * A place in a value, and a schema that judges it.
     *
     * @param pointer the place
     * @param value what stands there
     * @param schema the schema
     */
    record Spot(String pointer, JsonNode value, Node schema) {}

    static List<Spot> of(JsonNode value, Node schema) {
        Spots spots = new Spots();
        spots.visit(new Spot("", value, schema));
        return spots.found;
    }

    private void visit(Spot spot) {
        Node schema = spot.schema();
        boolean isNew = seen.add(spot.pointer() + " " + schema.identity());
        if (!schema.value().isObject() || found.size() >= MOST || !isNew) {
            return;
        }
        DynamicScope.of(schema).targets(schema).forEach(target -> visit(spot, target));
        if (schema.isReferenceAlone()) {
            return;
        }
        found.add(spot);
        for (String keyword : List.of("allOf", "anyOf", "oneOf")) {
            schema.items(keyword).forEach(part -> visit(spot, part));
        }
        for (String keyword : List.of("then", "else")) {
            schema.get(keyword).ifPresent(part -> visit(spot, part));
        }
        schema.members("dependentSchemas").forEach((name, part) -> {
            if (spot.value().has(name)) {
                visit(spot, part);
            }
        });
        properties(spot);
        items(spot);
    }

    private void visit(Spot spot, Node schema) {
        visit(new Spot(spot.pointer(), spot.value(), schema));
    }

    private void properties(Spot spot) {
        if (!spot.value().isObject()) {
            return;
        }
        Map<String, Node> declared = spot.schema().members("properties");
        Map<String, Node> patterns = spot.schema().members("patternProperties");
        spot.value().forEachEntry((name, member) -> {
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
                spot.schema().get("additionalProperties").ifPresent(schemas::add);
            }
            schemas.forEach(schema -> visit(new Spot(Pointers.child(spot.pointer(), name), member, schema)));
        });
    }

    private static boolean matches(String pattern, String name) {
        try {
            return Pattern.compile(pattern).matcher(name).find();
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private void items(Spot spot) {
        if (!spot.value().isArray()) {
            return;
        }
        List<Node> first = new ArrayList<>(spot.schema().items("prefixItems"));
        first.addAll(spot.schema().items("items"));
        for (int i = 0; i < Math.min(MOST_ITEMS, spot.value().size()); i++) {
            Spot item = new Spot(Pointers.child(spot.pointer(), i), spot.value().get(i), spot.schema());
            if (i < first.size()) {
                visit(item, first.get(i));
            } else {
                spot.schema().get("items").ifPresent(schema -> visit(item, schema));
            }
        }
    }
}
