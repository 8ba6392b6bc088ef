package plumbline.guard.rules.document;

import plumbline.guard.rules.FindingCollector;
import plumbline.guard.rules.GuardRule;
import plumbline.guard.rules.InspectedDocument;
import plumbline.guard.rules.Inspector;

/** Tells what reading the document has found. */
final class ReaderInspector implements Inspector {
    @Override
    public void inspect(InspectedDocument document, FindingCollector findings) {
        document.reading().problems().forEach(problem -> findings.add(GuardRule.finding(problem)));
    }
}
