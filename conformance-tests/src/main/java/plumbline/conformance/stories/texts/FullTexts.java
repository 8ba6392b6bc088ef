package plumbline.conformance.stories.texts;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.Schema;
import plumbline.contract.parameters.SchemaShape;
import plumbline.contract.validation.Schemas;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ObjectNode;

/**
 * Makes texts as long as they may be, of letters beyond ASCII: what is stored in too little room, or in another encoding, comes
 * back as something else.
 *
 * @param schemas tells which values are valid
 * @param names properties that stay as they are, since they name what they belong to
 */
public record FullTexts(Schemas schemas, Set<String> names) {
    private static final String LETTERS = "Größe Ωμέγα Жизнь 世界 naïve ";
    private static final int LONG_ENOUGH = 30;
    private static final int LONGEST = 1_000;

    public FullTexts {
        names = Set.copyOf(names);
    }

    /** {@return the body with such texts wherever the schema allows any}; the same body if that is nowhere} */
    public JsonNode in(Schema schema, JsonNode body) {
        JsonNode full = body;
        for (String name : body.propertyNames()) {
            if (body.path(name).isString() && !names.contains(name) && full.deepCopy() instanceof ObjectNode copy) {
                copy.put(name, text(SchemaShape.of(schema).property(name).orElse(null)));
                full = schemas.isValid(schema, Direction.REQUEST, copy) ? copy : full;
            }
        }
        return full;
    }

    private static String text(@Nullable Schema schema) {
        int most = schema == null
                ? LONG_ENOUGH
                : schema.node()
                        .resolved()
                        .get("maxLength")
                        .map(node -> node.value().asInt(LONG_ENOUGH))
                        .orElse(LONG_ENOUGH);
        int length = Math.min(most, LONGEST);
        return LETTERS.repeat(length / LETTERS.length() + 1)
                .substring(0, length)
                .replaceAll(" $", "ß");
    }
}
