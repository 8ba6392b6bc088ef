package plumbline.contract.sampling.variation;

import java.util.ArrayList;
import java.util.List;
import plumbline.contract.json.Pointers;
import plumbline.json.jackson.databind.JsonNode;

/**
 * A place in a value.
 *
 * @param pointer the JSON pointer of the place
 * @param name the name of the property that stands there, or of the whole value; empty for none
 * @param value what stands there
 * @param schemas all rewritten schemas that judge it
 */
record PlaceInValue(String pointer, String name, JsonNode value, List<JsonNode> schemas) {
    PlaceInValue {
        schemas = List.copyOf(schemas);
    }

    Judged judged() {
        return new Judged(pointer, new Judges(schemas));
    }

    /** {@return the values of a keyword in all schemas} */
    List<JsonNode> all(String keyword) {
        List<JsonNode> found = new ArrayList<>();
        schemas.forEach(schema -> schema.optional(keyword).ifPresent(found::add));
        return found;
    }

    /** {@return whether any schema requires this property} */
    boolean requires(String property) {
        return all("required").stream()
                .flatMap(JsonNode::valueStream)
                .anyMatch(name -> name.asString("").equals(property));
    }

    /** {@return the whole value with something else in this place} */
    JsonNode replaced(JsonNode whole, JsonNode other) {
        return Pointers.replaced(whole, pointer, other);
    }
}
