package plumbline.guard.rules;

import java.util.Set;
import plumbline.contract.document.Node;
import plumbline.finding.Severity;
import plumbline.guard.anatomy.Parts;

/** Looks for what stands beside references and is ignored there. */
final class ReferenceInspector implements Inspector {
    private static final Set<String> TEXTS = Set.of("description", "summary", "title");
    private static final Set<String> BESIDE = Set.of("summary", "description");

    @Override
    public void inspect(Subject subject, Notes notes) {
        for (String kind : subject.parts().kinds()) {
            boolean isSchema = "schema".equals(kind);
            if (!subject.parts().anatomy().isReferable(kind)
                    || "pathItem".equals(kind)
                    || isSchema && !subject.isVersion30()) {
                continue;
            }
            subject.parts().of(kind).stream()
                    .filter(Node::isReference)
                    .forEach(reference -> inspect(reference, subject.isVersion30(), notes));
        }
    }

    private static void inspect(Node reference, boolean isOld, Notes notes) {
        reference.members().forEach((name, value) -> {
            boolean isMeant = "$ref".equals(name) || name.startsWith("x-") || !isOld && BESIDE.contains(name);
            if (!isMeant && !isRepeated(reference, name, value)) {
                notes.add(
                        Catalogue.REFERENCE_SIBLINGS,
                        TEXTS.contains(name) ? Severity.NOTE : Severity.WARNING,
                        value,
                        "'" + name + "' is ignored beside '$ref'",
                        isOld
                                ? "write it where the reference leads, or put the reference into 'allOf'"
                                : "write it where the reference leads");
            }
        });
    }

    /** What the target says, too, does no harm. */
    private static boolean isRepeated(Node reference, String name, Node value) {
        return Parts.end(reference)
                .flatMap(end -> end.get(name))
                .filter(same -> same.value().equals(value.value()))
                .isPresent();
    }
}
