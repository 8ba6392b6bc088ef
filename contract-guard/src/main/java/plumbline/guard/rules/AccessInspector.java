package plumbline.guard.rules;

import plumbline.contract.document.Node;

/** Looks for properties that can neither be sent nor be got. */
final class AccessInspector implements Inspector {
    @Override
    public void inspect(Subject subject, Notes notes) {
        for (Node schema : subject.schemas()) {
            if (schema.flag("readOnly") && schema.flag("writeOnly")) {
                notes.add(
                        Catalogue.SCHEMA_ACCESS,
                        schema,
                        "the value is both readOnly and writeOnly, so that it occurs in no message",
                        "remove one of them");
            }
        }
    }
}
