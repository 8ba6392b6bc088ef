package plumbline.guard.report;

import plumbline.contract.document.Place;
import plumbline.contract.json.Json;
import plumbline.finding.Finding;
import plumbline.finding.Severity;
import plumbline.guard.Assessment;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/** Writes findings as JSON. */
final class JsonReport {
    private JsonReport() {}

    static String of(Assessment assessment) {
        ObjectNode report = JsonNodeFactory.instance
                .objectNode()
                .put("title", assessment.title())
                .put("document", assessment.document());
        ObjectNode counts = report.putObject("counts");
        for (Severity severity : Severity.values()) {
            counts.put(severity.toString(), assessment.count(severity));
        }
        ArrayNode findings = report.putArray("findings");
        assessment.findings().forEach(finding -> write(finding, findings.addObject()));
        ArrayNode silenced = report.putArray("silenced");
        assessment.silenced().forEach((finding, silence) -> {
            ObjectNode node = silenced.addObject();
            write(finding, node);
            node.put("reason", silence.reason());
        });
        return Json.pretty(report);
    }

    private static void write(Finding finding, ObjectNode node) {
        node.put("rule", finding.rule().id())
                .put("severity", finding.severity().toString())
                .put("message", finding.message())
                .put("hint", finding.hint());
        place(finding.place(), node.putObject("place"));
        Place other = finding.other();
        if (other != null) {
            place(other, node.putObject("other"));
        }
    }

    private static void place(Place place, ObjectNode node) {
        node.put("file", place.file())
                .put("line", place.line())
                .put("column", place.column())
                .put("pointer", place.pointer());
    }
}
