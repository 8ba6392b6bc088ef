package plumbline.guard.report;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import plumbline.contract.document.Place;
import plumbline.contract.http.PercentCoding;
import plumbline.contract.json.Json;
import plumbline.guard.Assessment;
import plumbline.guard.finding.Finding;
import plumbline.guard.finding.Rule;
import plumbline.guard.finding.Severity;
import plumbline.guard.rules.Catalogue;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes findings as SARIF 2.1.0. */
final class SarifReport {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private SarifReport() {}

    static String of(Assessment assessment) {
        ObjectNode log =
                JsonNodeFactory.instance.objectNode().put("$schema", SCHEMA).put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver").put("name", "Plumbline check");
        rules(assessment).forEach(rule -> rule(rule, driver.withArray("rules").addObject()));
        run.putObject("automationDetails").put("id", "plumbline-check/" + assessment.title());
        run.put("columnKind", "utf16CodeUnits");
        ArrayNode results = run.putArray("results");
        assessment.findings().forEach(finding -> result(finding, results.addObject()));
        assessment.silenced().forEach((finding, silence) -> {
            ObjectNode result = results.addObject();
            result(finding, result);
            result.putArray("suppressions").addObject().put("kind", "external").put("justification", silence.reason());
        });
        return Json.pretty(log);
    }

    private static Set<Rule> rules(Assessment assessment) {
        Set<Rule> rules = new LinkedHashSet<>(Catalogue.all());
        assessment.findings().forEach(finding -> rules.add(finding.rule()));
        assessment.silenced().keySet().forEach(finding -> rules.add(finding.rule()));
        return rules;
    }

    private static void rule(Rule rule, ObjectNode node) {
        node.put("id", rule.id()).putObject("shortDescription").put("text", rule.law());
        node.putObject("defaultConfiguration").put("level", level(rule.severity()));
    }

    private static String level(Severity severity) {
        return severity.toString();
    }

    private static void result(Finding finding, ObjectNode node) {
        String hint = finding.hint().isEmpty() ? "" : "; to mend it: " + finding.hint();
        node.put("ruleId", finding.rule().id()).put("level", level(finding.severity()));
        node.putObject("message").put("text", finding.message() + hint);
        location(finding.place(), node.putArray("locations").addObject());
        Place other = finding.other();
        if (other != null) {
            location(other, node.putArray("relatedLocations").addObject());
        }
    }

    private static void location(Place place, ObjectNode node) {
        ObjectNode physical = node.putObject("physicalLocation");
        physical.putObject("artifactLocation").put("uri", uri(place.file()));
        physical.putObject("region")
                .put("startLine", Math.max(1, place.line()))
                .put("startColumn", Math.max(1, place.column()));
        if (!place.pointer().isEmpty()) {
            node.putArray("logicalLocations").addObject().put("fullyQualifiedName", place.pointer());
        }
    }

    private static String uri(String file) {
        if (file.matches("(?i)https?://.*")) {
            return file;
        }
        return file.startsWith("/") ? Path.of(file).toUri().toString() : PercentCoding.encode(file, "/");
    }
}
