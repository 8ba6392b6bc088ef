package plumbline.conformance.items;

import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.ObjectNode;

/** What one value has been made another by, carried over to a third one. */
final class BodyDifference {
    private BodyDifference() {}

    /** {@return the base, changed as {@code to} differs from {@code from}, as far as it has the same places} */
    static JsonNode carried(JsonNode from, JsonNode to, JsonNode base) {
        if (from.equals(to)) {
            return base;
        }
        if (from.isObject() && to.isObject() && base instanceof ObjectNode object) {
            return members(from, to, object);
        }
        if (from.isArray() && to.isArray() && from.size() == to.size() && base instanceof ArrayNode array) {
            return elements(from, to, array);
        }
        return to;
    }

    private static JsonNode members(JsonNode from, JsonNode to, ObjectNode base) {
        ObjectNode changed = base.deepCopy();
        for (String name : from.propertyNames()) {
            if (!to.has(name)) {
                changed.remove(name);
            }
        }
        for (String name : to.propertyNames()) {
            if (!from.has(name) || !base.has(name) && !from.path(name).equals(to.path(name))) {
                changed.set(name, to.path(name));
            } else if (base.has(name)) {
                changed.set(name, carried(from.path(name), to.path(name), base.path(name)));
            }
        }
        return changed;
    }

    private static JsonNode elements(JsonNode from, JsonNode to, ArrayNode base) {
        ArrayNode changed = base.deepCopy();
        for (int i = 0; i < Math.min(to.size(), changed.size()); i++) {
            changed.set(i, carried(from.get(i), to.get(i), base.get(i)));
        }
        return changed;
    }
}
