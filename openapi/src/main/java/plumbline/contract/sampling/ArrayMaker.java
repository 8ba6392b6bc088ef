package plumbline.contract.sampling;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import plumbline.contract.sampling.source.Choices;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;

/**
 * Makes arrays.
 *
 * @param values makes the items
 * @param choices what is left open
 * @param depth how deep the array is nested
 */
record ArrayMaker(ValueMaker values, Choices choices, int depth) {
    private static final int LONGEST_ARRAY = 10_000;

    ArrayNode make(Constraints constraints, String name) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        Set<JsonNode> known = new HashSet<>();
        long size = size(constraints);
        long containing = constraints.contains.isEmpty() ? 0 : constraints.minContains;
        int tries = 0;
        while (array.size() < size && tries++ < size * 4 + 8) {
            boolean mustContain = array.size() >= size - containing;
            JsonNode item = values.value(schemas(constraints, array.size(), mustContain), name);
            if (!constraints.uniqueItems || known.add(item)) {
                array.add(item);
            }
        }
        return array;
    }

    private long size(Constraints constraints) {
        long prefix =
                constraints.prefixItems.stream().mapToInt(List::size).max().orElse(0);
        long containing = constraints.contains.isEmpty() ? 0 : constraints.minContains;
        long wished = choices.includeOptional(depth, constraints.items) ? Math.max(1 + choices.index(2), prefix) : 0;
        long size = Math.max(Math.max(constraints.minItems, containing), wished);
        boolean closed = constraints.items.stream().anyMatch(schema -> schema.isBoolean() && !schema.booleanValue());
        long most = closed ? Math.min(constraints.maxItems, prefix) : constraints.maxItems;
        return Math.min(Math.min(size, most), LONGEST_ARRAY);
    }

    private static List<JsonNode> schemas(Constraints constraints, int index, boolean mustContain) {
        List<JsonNode> schemas = new ArrayList<>();
        boolean inPrefix = false;
        for (List<JsonNode> prefix : constraints.prefixItems) {
            if (index < prefix.size()) {
                schemas.add(prefix.get(index));
                inPrefix = true;
            }
        }
        if (!inPrefix) {
            schemas.addAll(constraints.items);
        }
        if (mustContain) {
            schemas.addAll(constraints.contains);
        }
        return schemas;
    }
}
