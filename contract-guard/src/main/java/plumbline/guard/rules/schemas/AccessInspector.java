package plumbline.guard.rules.schemas;

import plumbline.contract.document.Node;
import plumbline.guard.rules.FindingCollector;
import plumbline.guard.rules.GuardRule;
import plumbline.guard.rules.InspectedDocument;
import plumbline.guard.rules.Inspector;

/** Looks for properties that can neither be sent nor be got. */
final class AccessInspector implements Inspector {
    @Override
    public void inspect(InspectedDocument document, FindingCollector findings) {
        for (Node schema : document.schemas()) {
            if (schema.flag("readOnly") && schema.flag("writeOnly")) {
                findings.add(
                        GuardRule.SCHEMA_ACCESS,
                        schema,
                        "the value is both readOnly and writeOnly, so that it occurs in no message",
                        "remove one of them");
            }
        }
    }
}
