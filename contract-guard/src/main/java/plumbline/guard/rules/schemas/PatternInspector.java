package plumbline.guard.rules.schemas;

import plumbline.contract.document.Node;
import plumbline.guard.rules.FindingCollector;
import plumbline.guard.rules.GuardRule;
import plumbline.guard.rules.InspectedDocument;
import plumbline.guard.rules.Inspector;

/** Looks for patterns that are written like literals of JavaScript. */
final class PatternInspector implements Inspector {
    @Override
    public void inspect(InspectedDocument document, FindingCollector findings) {
        for (Node schema : document.schemas()) {
            schema.get("pattern").ifPresent(pattern -> {
                String text = pattern.value().asString("");
                if (text.matches("(?s)/\\^.*/[a-z]*") || text.matches("(?s)/.*\\$/[a-z]*")) {
                    findings.add(
                            GuardRule.PATTERN,
                            pattern,
                            "the pattern " + text + " fits no text: its slashes stand for themselves",
                            "remove the slashes around it");
                }
            });
        }
    }
}
