package plumbline.conformance.report;

import plumbline.conformance.Finding;
import plumbline.conformance.Proof;
import plumbline.conformance.Report;
import plumbline.conformance.Report.Counts;
import plumbline.conformance.Verdict;
import plumbline.contract.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a report as JSON. Within one {@code formatVersion}, members are added but never removed or given another meaning.
 */
public final class JsonReport {
    private static final int FORMAT_VERSION = 1;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonReport() {}

    /** {@return the report as indented JSON} */
    public static String write(Report report) {
        ObjectNode root = NODES.objectNode();
        Report.Heading heading = report.heading();
        root.put("formatVersion", FORMAT_VERSION);
        root.put("conclusion", report.conclusion().name());
        root.put("target", heading.target());
        root.putObject("contract").put("title", heading.title()).put("document", heading.document());
        root.put("start", heading.start().toString());
        root.put("milliseconds", heading.elapsed().toMillis());
        heading.notes().forEach(root.putArray("notes")::add);
        root.set("counts", counts(report.counts()));
        ObjectNode checks = root.putObject("checks");
        report.applied().forEach(checks::put);
        root.set("proof", proof(report.proof()));
        root.set("operations", operations(report));
        root.set("notChecked", notChecked(report));
        ArrayNode cases = root.putArray("cases");
        report.verdicts().forEach(verdict -> cases.add(verdict(verdict)));
        return Json.pretty(root) + "\n";
    }

    private static ObjectNode counts(Counts counts) {
        return NODES.objectNode()
                .put("passed", counts.passed())
                .put("failed", counts.failed())
                .put("broken", counts.broken())
                .put("skipped", counts.skipped());
    }

    private static ObjectNode proof(Proof proof) {
        ObjectNode node = NODES.objectNode()
                .put("constraints", proof.constraints())
                .put("proven", proof.proven())
                .put("mutants", proof.mutants());
        ArrayNode unproven = node.putArray("unproven");
        proof.unproven()
                .forEach(one -> unproven.addObject()
                        .put("constraint", one.constraint())
                        .put("contract", one.place())
                        .put("reason", one.reason())
                        .put("advice", one.advice()));
        return node;
    }

    private static JsonNode operations(Report report) {
        ArrayNode operations = NODES.arrayNode();
        report.coverage().forEach((id, cells) -> {
            ObjectNode operation = operations.addObject().put("id", id);
            ArrayNode statuses = operation.putArray("statuses");
            report.statuses().getOrDefault(id, new java.util.TreeSet<>()).forEach(statuses::add);
            ObjectNode phases = operation.putObject("phases");
            report.phases().stream()
                    .filter(cells::containsKey)
                    .forEach(phase ->
                            phases.set(phase.toString(), counts(java.util.Objects.requireNonNull(cells.get(phase)))));
        });
        return operations;
    }

    private static JsonNode notChecked(Report report) {
        ArrayNode omissions = NODES.arrayNode();
        report.omissions()
                .forEach(omission -> omissions
                        .addObject()
                        .put("operation", omission.operation())
                        .put("phase", omission.phase().toString())
                        .put("what", omission.what())
                        .put("reason", omission.reason()));
        return omissions;
    }

    private static ObjectNode verdict(Verdict verdict) {
        ObjectNode node = NODES.objectNode()
                .put("id", verdict.subject().id())
                .put("operation", verdict.subject().operation().id())
                .put("phase", verdict.subject().phase().toString())
                .put("expected", verdict.subject().expectation().text())
                .put("outcome", verdict.outcome().name());
        if (verdict instanceof Verdict.Skipped skipped) {
            return node.put("reason", skipped.reason());
        }
        Verdict.Trace trace = verdict.trace();
        node.put("status", trace.status()).put("milliseconds", trace.elapsed().toMillis());
        trace.checks().forEach(node.putArray("checks")::add);
        ArrayNode findings = node.putArray("findings");
        verdict.findings().forEach(finding -> findings.add(finding(finding)));
        trace.reproduction().forEach(node.putArray("reproduction")::add);
        return node;
    }

    private static ObjectNode finding(Finding finding) {
        ObjectNode node = NODES.objectNode()
                .put("check", finding.check())
                .put("message", finding.message())
                .put("expected", finding.expected())
                .put("actual", finding.actual())
                .put("location", finding.location())
                .put("hint", finding.hint());
        finding.documented()
                .ifPresent(place -> node.putObject("contract")
                        .put("file", place.file())
                        .put("line", place.line())
                        .put("column", place.column())
                        .put("pointer", place.pointer()));
        return node;
    }
}
