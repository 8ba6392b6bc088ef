package plumbline.contract.validation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.MediaTypeSpec;
import plumbline.contract.Schema;
import plumbline.contract.http.Body;
import plumbline.contract.http.MediaType;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonFault;
import plumbline.contract.json.JsonSequence;
import plumbline.contract.parameters.FormBody;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Judges the content of a body whose media type is documented.
 *
 * @param schemas the schemas of the contract
 * @param direction the direction of the message
 */
record BodyValidator(Schemas schemas, Direction direction) {
    List<Violation> validate(MediaTypeSpec spec, MediaType type, Body body) {
        @Nullable Schema schema = spec.schema();
        if (type.isJson()) {
            return json(spec, schema, body);
        }
        Optional<JsonSequence> sequence = JsonSequence.of(type);
        if (sequence.isPresent()) {
            return new SequenceValidator(spec, schemas, direction).violations(sequence.get(), body);
        }
        if (schema == null) {
            return List.of();
        }
        if (type.isForm()) {
            return schemas.violations(schema, direction, FormBody.decode(body.text(), spec), Location.body());
        }
        return type.isText() && !type.isXml()
                ? schemas.violations(
                        schema, direction, JsonNodeFactory.instance.stringNode(body.text()), Location.body())
                : List.of();
    }

    private List<Violation> json(MediaTypeSpec spec, @Nullable Schema schema, Body body) {
        try {
            JsonNode value = Json.read(body.bytes());
            return schema == null ? List.of() : schemas.violations(schema, direction, value, Location.body());
        } catch (JsonFault e) {
            return List.of(fault(spec, body, e));
        }
    }

    static Violation fault(MediaTypeSpec spec, Body body, JsonFault fault) {
        return new Violation(
                "json",
                Location.body(),
                "is not strict JSON: " + fault.getMessage() + " (line " + fault.line() + ", column " + fault.column()
                        + ")",
                "one JSON value in UTF-8 without duplicate names (RFC 8259)",
                KeywordMessage.excerpt(JsonNodeFactory.instance.stringNode(body.text())),
                spec.node().place());
    }
}
