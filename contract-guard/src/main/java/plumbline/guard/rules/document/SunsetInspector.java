package plumbline.guard.rules.document;

import java.util.List;
import java.util.Optional;
import plumbline.contract.document.Node;
import plumbline.guard.anatomy.Sunset;
import plumbline.guard.rules.FindingCollector;
import plumbline.guard.rules.GuardRule;
import plumbline.guard.rules.InspectedDocument;
import plumbline.guard.rules.Inspector;

/** Looks for ends of deprecated things that nobody can put in a calendar. */
final class SunsetInspector implements Inspector {
    @Override
    public void inspect(InspectedDocument document, FindingCollector findings) {
        for (String kind : List.of("operation", "parameter", "schema")) {
            for (Node described : document.objects(kind)) {
                Optional<Node> said = described.get(Sunset.FIELD);
                if (said.isPresent() && Sunset.of(described).isEmpty()) {
                    findings.add(
                            GuardRule.SUNSET,
                            said.get(),
                            "'" + Sunset.FIELD + "' is no date, so it is not known how long this can be used",
                            "write it as 2030-12-31");
                }
            }
        }
    }
}
