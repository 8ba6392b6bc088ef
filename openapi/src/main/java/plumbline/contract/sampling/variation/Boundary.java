package plumbline.contract.sampling.variation;

import plumbline.json.jackson.databind.JsonNode;

/**
 * A value that is just about valid, or shows one of the choices that a schema leaves.
 *
 * @param value the value as a whole
 * @param change what is special about it, such as {@code at maximum 50}; the same in every run
 * @param keyword the schema keyword that it tries
 * @param pointer the JSON pointer of the part that tries it
 */
public record Boundary(JsonNode value, String change, String keyword, String pointer) {
    @Override
    public String toString() {
        return (pointer.isEmpty() ? "" : pointer + " ") + change;
    }
}
