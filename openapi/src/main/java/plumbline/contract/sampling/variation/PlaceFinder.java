package plumbline.contract.sampling.variation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import plumbline.contract.json.Pointers;
import plumbline.contract.pattern.EcmaPattern;
import plumbline.contract.validation.Schemas;
import plumbline.json.jackson.databind.JsonNode;

/**
 * Finds the places of a valid value that differ in what judges them: of items and members that the same schema judges, the
 * first, and of a recursion, the first round.
 */
final class PlaceFinder {
    private static final int MOST_PLACES = 300;

    private final Schemas schemas;
    private final List<PlaceInValue> places = new ArrayList<>();
    private boolean cut;

    PlaceFinder(Schemas schemas) {
        this.schemas = schemas;
    }

    List<PlaceInValue> find(JsonNode schema, JsonNode value, String name) {
        visit(new PlaceInValue("", name, value, List.of(schema)), Set.of());
        return places;
    }

    /** {@return whether there are more places than were looked at} */
    boolean isCut() {
        return cut;
    }

    private void visit(PlaceInValue place, Set<JsonNode> around) {
        if (places.size() >= MOST_PLACES) {
            cut = true;
            return;
        }
        List<JsonNode> applied = AppliedSchemas.of(schemas, place.schemas(), place.value());
        Set<JsonNode> inside = identities(around);
        boolean isNew = applied.isEmpty();
        for (JsonNode schema : applied) {
            isNew |= inside.add(schema);
        }
        if (!isNew) {
            return;
        }
        PlaceInValue judged = new PlaceInValue(place.pointer(), place.name(), place.value(), applied);
        places.add(judged);
        Set<Judges> known = new HashSet<>();
        for (PlaceInValue child : children(judged)) {
            if (!child.schemas().isEmpty() && known.add(new Judges(child.schemas()))) {
                visit(child, inside);
            }
        }
    }

    private static Set<JsonNode> identities(Set<JsonNode> around) {
        Set<JsonNode> copy = Collections.newSetFromMap(new IdentityHashMap<>());
        copy.addAll(around);
        return copy;
    }

    private static List<PlaceInValue> children(PlaceInValue place) {
        List<PlaceInValue> children = new ArrayList<>();
        JsonNode value = place.value();
        if (value.isObject()) {
            value.forEachEntry((name, member) -> children.add(new PlaceInValue(
                    Pointers.child(place.pointer(), name), name, member, ofMember(place.schemas(), name))));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                children.add(new PlaceInValue(
                        Pointers.child(place.pointer(), i), place.name(), value.get(i), ofItem(place.schemas(), i)));
            }
        }
        return children;
    }

    /** {@return the schemas that judge a member, as far as the schemas of its object tell} */
    static List<JsonNode> ofMember(List<JsonNode> schemas, String name) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode schema : schemas) {
            boolean declared = schema.path("properties").has(name);
            schema.path("properties").optional(name).ifPresent(found::add);
            for (Map.Entry<String, JsonNode> entry :
                    schema.path("patternProperties").properties()) {
                if (isFound(entry.getKey(), name)) {
                    declared = true;
                    found.add(entry.getValue());
                }
            }
            if (!declared) {
                schema.optional("additionalProperties").ifPresent(found::add);
            }
        }
        if (found.isEmpty()) {
            schemas.forEach(schema -> schema.optional("unevaluatedProperties").ifPresent(found::add));
        }
        return found;
    }

    /** {@return the schemas that judge an item, as far as the schemas of its array tell} */
    static List<JsonNode> ofItem(List<JsonNode> schemas, int index) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode schema : schemas) {
            JsonNode prefix = schema.path("prefixItems");
            (index < prefix.size() ? prefix.optional(index) : schema.optional("items")).ifPresent(found::add);
        }
        if (found.isEmpty()) {
            schemas.forEach(schema -> schema.optional("unevaluatedItems").ifPresent(found::add));
        }
        return found;
    }

    private static boolean isFound(String pattern, String name) {
        try {
            return EcmaPattern.compile(pattern).isFoundIn(name);
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
