package plumbline.guard.rules.document;

import java.util.HashSet;
import java.util.Set;
import plumbline.contract.document.Node;
import plumbline.finding.Severity;
import plumbline.guard.rules.FindingCollector;
import plumbline.guard.rules.GuardRule;
import plumbline.guard.rules.InspectedDocument;
import plumbline.guard.rules.Inspector;
import plumbline.text.Spelling;

/** Looks for tags that are declared twice, or not at all where others are. */
final class TagInspector implements Inspector {
    @Override
    public void inspect(InspectedDocument document, FindingCollector findings) {
        Set<String> seen = new HashSet<>();
        for (Node tag : document.parts().of("tag")) {
            tag.text("name")
                    .filter(name -> !seen.add(name))
                    .ifPresent(name -> findings.add(
                            GuardRule.TAG, tag, "the tag '" + name + "' is declared twice", "remove one of them"));
        }
        if (!seen.isEmpty()) {
            document.parts().of("operation").forEach(operation -> undeclared(operation, seen, findings));
        }
    }

    private static void undeclared(Node operation, Set<String> known, FindingCollector findings) {
        for (Node tag : operation.items("tags")) {
            String name = tag.value().asString("");
            if (!known.contains(name)) {
                findings.add(
                        GuardRule.TAG,
                        Severity.NOTE,
                        tag,
                        "the tag '" + name + "' is not declared" + Spelling.suggestion(name, known),
                        "add it to 'tags' of the document, or mend the name");
            }
        }
    }
}
