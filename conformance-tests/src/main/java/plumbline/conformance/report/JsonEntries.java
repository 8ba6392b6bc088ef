package plumbline.conformance.report;

import java.util.Locale;
import plumbline.conformance.causes.CauseId;
import plumbline.conformance.report.causes.Cause;
import plumbline.conformance.report.results.CaseResult;
import plumbline.conformance.result.OperationCoverage;
import plumbline.conformance.result.PlanPart;
import plumbline.conformance.result.Remark;
import plumbline.conformance.result.Transcript;
import plumbline.conformance.result.Verdict;
import plumbline.finding.Finding;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/** The parts of a JSON report. */
final class JsonEntries {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonEntries() {}

    static ObjectNode entry(CaseResult entry) {
        ObjectNode node = NODES.objectNode()
                .put("id", entry.id())
                .put("operation", entry.operation())
                .put("phase", entry.phase().toString())
                .put("expected", entry.expected())
                .put("outcome", entry.outcome().name());
        if (entry.outcome() == Verdict.Outcome.SKIPPED) {
            return node.put("reason", entry.reason());
        }
        Verdict.Trace trace = entry.trace();
        node.put("status", trace.status()).put("milliseconds", trace.elapsed().toMillis());
        trace.checks().forEach(node.putArray("checks")::add);
        ArrayNode findings = node.putArray("findings");
        entry.findings().forEach(finding -> findings.add(finding(finding)));
        trace.reproduction().forEach(node.putArray("reproduction")::add);
        Transcript transcript = trace.details().transcript();
        if (transcript != null) {
            node.putObject("exchange")
                    .set("request", message(transcript.request()))
                    .set("response", message(transcript.response()));
        }
        return node;
    }

    static ObjectNode part(PlanPart part) {
        return NODES.objectNode()
                .put("number", part.number())
                .put("of", part.of())
                .put("contract", part.contract())
                .put("cases", part.cases())
                .put("dealing", part.dealing());
    }

    private static ObjectNode message(Transcript.Message message) {
        return NODES.objectNode().put("head", message.head()).put("body", message.body());
    }

    private static ObjectNode finding(Finding finding) {
        ObjectNode node = NODES.objectNode()
                .put("check", finding.check())
                .put("message", finding.message())
                .put("expected", finding.expected())
                .put("actual", finding.actual())
                .put("location", finding.location())
                .put("hint", finding.hint())
                .put("cause", CauseId.of(finding).toString());
        finding.documented()
                .ifPresent(place -> node.putObject("contract")
                        .put("file", place.file())
                        .put("line", place.line())
                        .put("column", place.column())
                        .put("pointer", place.pointer()));
        return node;
    }

    static ObjectNode cause(Cause cause) {
        ObjectNode node = NODES.objectNode()
                .put("id", cause.id().toString())
                .put("check", cause.id().check())
                .put("message", cause.finding().message())
                .put("hint", cause.finding().hint())
                .put("example", cause.example().id());
        cause.operations().forEach(node.putArray("operations")::add);
        cause.cases().forEach(node.putArray("cases")::add);
        if (!cause.places().isEmpty()) {
            cause.places().keySet().forEach(node.putArray("places")::add);
        }
        return node;
    }

    static ObjectNode remark(Remark remark, int answers) {
        return NODES.objectNode()
                .put("kind", remark.kind().name().toLowerCase(Locale.ROOT))
                .put("operation", remark.operation())
                .put("reason", remark.reason())
                .put("answers", answers)
                .set("finding", finding(remark.finding()));
    }

    static ObjectNode reach(OperationCoverage reach) {
        ObjectNode node = NODES.objectNode().put("operation", reach.operation()).put("title", reach.title());
        ArrayNode parts = node.putArray("parts");
        reach.parts()
                .forEach(part -> parts.addObject()
                        .put("kind", part.kind().name().toLowerCase(Locale.ROOT))
                        .put("name", part.name())
                        .put("reached", part.reached()));
        return node;
    }
}
