package plumbline.conformance.checks.message;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.conformance.Check;
import plumbline.conformance.CheckId;
import plumbline.conformance.Exchange;
import plumbline.conformance.checks.scope.Scope;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.Schema;
import plumbline.contract.validation.Schemas;
import plumbline.finding.Finding;
import plumbline.json.jackson.databind.JsonNode;

/** A body holds no properties that its schema allows without naming them; notes only, as clients can pass over them. */
final class UndocumentedProperties implements Check {
    private final Schemas schemas;

    UndocumentedProperties(Schemas schemas) {
        this.schemas = schemas;
    }

    @Override
    public CheckId id() {
        return CheckId.UNDOCUMENTED_PROPERTIES;
    }

    @Override
    public Judgement judge(Exchange exchange) {
        Optional<Schema> schema = Scope.content(exchange).map(MediaTypeSpec::schema);
        Optional<JsonNode> body = Scope.json(exchange.response());
        if (schema.isEmpty() || body.isEmpty() || !schemas.isValid(schema.get(), Direction.RESPONSE, body.get())) {
            return Judgement.notApplied();
        }
        Map<String, Finding> byShape = new LinkedHashMap<>();
        DocumentedProperties.undeclared(schemas, schema.get(), body.get())
                .forEach((pointer, name) -> byShape.putIfAbsent(
                        pointer.replaceAll("/[0-9]+(?=/)", "/*"), finding(schema.get(), pointer, name)));
        List<Finding> findings = new ArrayList<>(byShape.values());
        return Judgement.noting(findings);
    }

    private Finding finding(Schema schema, String pointer, String name) {
        return id().finding("body at " + pointer + ": the property '" + name + "' is not documented")
                .comparing("documented properties only", name)
                .at("body at " + pointer)
                .documentedAt(schema.node().place())
                .withHint("document it, or do not send it");
    }
}
