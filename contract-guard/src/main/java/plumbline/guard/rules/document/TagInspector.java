package plumbline.guard.rules.document;

import java.util.HashSet;
import java.util.Set;
import plumbline.contract.document.Node;
import plumbline.guard.rules.FindingCollector;
import plumbline.guard.rules.GuardRule;
import plumbline.guard.rules.InspectedDocument;
import plumbline.guard.rules.Inspector;

/** Looks for tags that are declared twice. */
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
    }
}
