package plumbline.guard.rules.schemas;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import plumbline.contract.document.Node;
import plumbline.contract.json.JsonType;
import plumbline.contract.json.MeantValues;
import plumbline.finding.Severity;
import plumbline.guard.rules.FindingCollector;
import plumbline.guard.rules.GuardRule;
import plumbline.guard.rules.InspectedDocument;
import plumbline.guard.rules.Inspector;
import plumbline.json.jackson.databind.JsonNode;

/** Looks at the values of enums: can they occur, and are they told apart? */
final class EnumInspector implements Inspector {
    @Override
    public void inspect(InspectedDocument document, FindingCollector findings) {
        for (Node schema : document.schemas()) {
            Set<String> types = SchemaValues.types(schema);
            boolean mayBeNull = schema.flag("nullable");
            Map<JsonNode, Integer> seen = new HashMap<>();
            for (Node value : schema.items("enum")) {
                if (!SchemaValues.isOf(types, value.value())
                        && MeantValues.of(
                                        value.value(),
                                        JsonType.namedIn(schema.value().path("type")))
                                .isEmpty()
                        && !(mayBeNull && value.value().isNull())) {
                    findings.add(
                            GuardRule.SCHEMA_ENUM,
                            value,
                            "the value " + value.value() + " can never occur: it is not of type "
                                    + String.join(" or ", types),
                            value.value().isNull()
                                    ? "allow null, or remove it"
                                    : "write it as a value of the type (in quotes, if it is a text)");
                }
                if (seen.merge(value.value(), 1, Integer::sum) == 2) {
                    findings.add(
                            GuardRule.SCHEMA_ENUM,
                            value,
                            "the value " + value.value() + " stands more than once",
                            "keep one of them");
                }
            }
            schema.get("enum")
                    .filter(list -> list.value().isArray() && list.value().isEmpty())
                    .ifPresent(list -> findings.add(
                            GuardRule.SCHEMA_ENUM,
                            Severity.ERROR,
                            list,
                            "no value fits: the enum is empty",
                            "list the values"));
        }
    }
}
