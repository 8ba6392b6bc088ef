package plumbline.guard.rules.document;

import java.util.Set;
import plumbline.contract.document.Node;
import plumbline.finding.Severity;
import plumbline.guard.anatomy.DocumentParts;
import plumbline.guard.rules.FindingCollector;
import plumbline.guard.rules.GuardRule;
import plumbline.guard.rules.InspectedDocument;
import plumbline.guard.rules.Inspector;

/** Looks for what stands beside references and is ignored there. */
final class ReferenceInspector implements Inspector {
    private static final Set<String> TEXTS = Set.of("description", "summary", "title");
    private static final Set<String> BESIDE = Set.of("summary", "description");

    @Override
    public void inspect(InspectedDocument document, FindingCollector findings) {
        for (String kind : document.parts().kinds()) {
            boolean isSchema = "schema".equals(kind);
            if (!document.parts().anatomy().isReferable(kind)
                    || "pathItem".equals(kind)
                    || isSchema && !document.isVersion30()) {
                continue;
            }
            document.parts().of(kind).stream()
                    .filter(Node::isReference)
                    .forEach(reference -> inspect(reference, document.isVersion30(), findings));
        }
    }

    private static void inspect(Node reference, boolean isOld, FindingCollector findings) {
        reference.members().forEach((name, value) -> {
            boolean isMeant = "$ref".equals(name) || name.startsWith("x-") || !isOld && BESIDE.contains(name);
            if (!isMeant && !isRepeated(reference, name, value)) {
                findings.add(
                        GuardRule.REFERENCE_SIBLINGS,
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
        return DocumentParts.end(reference)
                .flatMap(end -> end.get(name))
                .filter(same -> same.value().equals(value.value()))
                .isPresent();
    }
}
