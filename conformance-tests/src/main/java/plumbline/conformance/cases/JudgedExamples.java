package plumbline.conformance.cases;

import org.jspecify.annotations.Nullable;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.Schema;
import plumbline.contract.validation.Schemas;
import plumbline.json.jackson.databind.JsonNode;

/**
 * Tells examples that obey their own schemas.
 *
 * @param schemas the schemas of the contract
 */
record JudgedExamples(Schemas schemas) {
    boolean obeys(Parameter parameter, JsonNode value) {
        return parameter
                .valueSchema()
                .map(schema -> schemas.isValid(schema, Direction.REQUEST, value))
                .orElse(true);
    }

    /** A text for a media type that is no JSON is the content as it is sent. */
    boolean obeys(MediaTypeSpec type, JsonNode value) {
        @Nullable Schema schema = type.schema();
        boolean isRaw = value.isString() && !type.mediaType().isJson();
        return schema == null || isRaw || schemas.isValid(schema, Direction.REQUEST, value);
    }
}
