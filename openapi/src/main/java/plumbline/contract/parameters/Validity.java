package plumbline.contract.parameters;

import plumbline.contract.operation.Schema;
import plumbline.json.jackson.databind.JsonNode;

/** Says whether a value obeys a schema; of the values that a text may stand for, one that does is meant. */
@FunctionalInterface
public interface Validity {
    boolean holds(Schema schema, JsonNode value);

    /** {@return the shape of values of a schema, which whoever is asked often may remember} */
    default SchemaShape shape(Schema schema) {
        return SchemaShape.of(schema);
    }
}
