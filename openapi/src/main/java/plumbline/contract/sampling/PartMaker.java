package plumbline.contract.sampling;

import java.util.List;
import plumbline.contract.sampling.source.Choices;
import plumbline.contract.validation.Effort;
import plumbline.contract.validation.Schemas;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;

/**
 * Makes parts of values, the same in every run.
 *
 * @param schemas knows what references stand for
 * @param heights tells what ends a recursion
 */
public record PartMaker(Schemas schemas, SchemaHeights heights) {
    /** {@return a value that should obey all these schemas; another one for another number} */
    public JsonNode make(List<JsonNode> parts, String name, int number) {
        try {
            return new ValueMaker(schemas, heights, choices(number)).value(parts, name);
        } catch (Effort.UndecidedException e) {
            return JsonNodeFactory.instance.nullNode();
        }
    }

    public Choices choices(int number) {
        return new Choices(number, number == 0 ? 0 : 1);
    }
}
