package plumbline.guard.report;

import java.util.LinkedHashSet;
import java.util.Set;
import plumbline.contract.document.Place;
import plumbline.finding.Finding;
import plumbline.finding.Rule;
import plumbline.guard.Assessment;
import plumbline.guard.rules.GuardRule;
import plumbline.json.jackson.databind.node.ObjectNode;
import plumbline.output.SarifLog;

/** Writes findings as SARIF 2.1.0. */
final class SarifReport {
    private SarifReport() {}

    static String of(Assessment assessment) {
        SarifLog log = new SarifLog("Plumbline check", "plumbline-check/" + assessment.title());
        rules(assessment).forEach(rule -> rule(rule, log.addRule(rule.id())));
        assessment.findings().forEach(finding -> log.add(result(finding)));
        assessment.silenced().forEach((finding, silence) -> {
            ObjectNode result = result(finding);
            SarifLog.suppress(result, silence.reason());
            log.add(result);
        });
        return log.text();
    }

    private static Set<Rule> rules(Assessment assessment) {
        Set<Rule> rules = new LinkedHashSet<>(GuardRule.all());
        assessment.findings().forEach(finding -> rules.add(finding.rule()));
        assessment.silenced().keySet().forEach(finding -> rules.add(finding.rule()));
        return rules;
    }

    private static void rule(Rule rule, ObjectNode node) {
        node.putObject("shortDescription").put("text", rule.law());
        node.putObject("defaultConfiguration").put("level", rule.severity().toString());
    }

    private static ObjectNode result(Finding finding) {
        String hint = finding.hint().isEmpty() ? "" : "; to mend it: " + finding.hint();
        String level = finding.severity().toString();
        ObjectNode result = SarifLog.result(finding.rule().id(), level, finding.message() + hint, finding.place());
        name(finding.place(), (ObjectNode) result.path("locations").path(0));
        Place other = finding.other();
        if (other != null) {
            ObjectNode related = result.putArray("relatedLocations").addObject();
            SarifLog.locate(related, other);
            name(other, related);
        }
        return result;
    }

    private static void name(Place place, ObjectNode location) {
        if (!place.pointer().isEmpty()) {
            location.putArray("logicalLocations").addObject().put("fullyQualifiedName", place.pointer());
        }
    }
}
