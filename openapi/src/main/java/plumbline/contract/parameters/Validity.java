package plumbline.contract.parameters;

import plumbline.contract.Schema;
import plumbline.json.jackson.databind.JsonNode;

/** Says whether a value obeys a schema; of the values that a text may stand for, one that does is meant. */
@FunctionalInterface
public interface Validity {
    boolean holds(Schema schema, JsonNode value);
}
