package plumbline.contract.sampling.variation;

import java.util.function.Consumer;
import plumbline.json.jackson.databind.JsonNode;

/** Makes variants of what stands at a place, after one of the schemas that judge it. They are attempts, to be judged. */
interface VariantMaker {
    /** Makes what the schema should refuse. */
    void faults(PlaceInValue place, JsonNode schema, Consumer<Variant> out);

    /** Makes what the schema should just accept. */
    void edges(PlaceInValue place, JsonNode schema, Consumer<Variant> out);
}
