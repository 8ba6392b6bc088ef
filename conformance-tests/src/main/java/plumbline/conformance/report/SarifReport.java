package plumbline.conformance.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plumbline.conformance.CheckId;
import plumbline.conformance.causes.CauseId;
import plumbline.conformance.report.results.CaseResult;
import plumbline.conformance.report.results.Results;
import plumbline.conformance.result.Remark;
import plumbline.contract.document.Place;
import plumbline.finding.Finding;
import plumbline.json.jackson.databind.node.ObjectNode;
import plumbline.output.SarifLog;

/** Writes findings as SARIF 2.1.0, each at its place in the contract; the same finding in many cases is told once. */
final class SarifReport {
    private static final String OPENAPI = "https://spec.openapis.org/oas/latest.html";

    /** What HTTP says, whatever the contract does. */
    private static final Set<CheckId> HTTP = EnumSet.of(
            CheckId.NO_SERVER_ERROR,
            CheckId.CHALLENGE,
            CheckId.UNDOCUMENTED_METHOD_REFUSED,
            CheckId.MEDIA_TYPE_NEGOTIATED,
            CheckId.CONTENT_DECODABLE,
            CheckId.CONTENT_LENGTH,
            CheckId.REPEATABLE_GET,
            CheckId.HEAD_AGREES_WITH_GET,
            CheckId.CHARSET,
            CheckId.REDIRECT_LEADS_SOMEWHERE,
            CheckId.CONNECTION,
            CheckId.CONDITIONAL_GET);

    private final Results results;
    private final Map<String, ObjectNode> found = new LinkedHashMap<>();

    private SarifReport(Results results) {
        this.results = results;
    }

    static void write(Results results, Writer writer) {
        try {
            writer.write(new SarifReport(results).log().text() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SarifLog log() {
        for (CaseResult entry : results.failures()) {
            for (Finding finding : entry.findings()) {
                result(entry.operation(), finding, "error", entry.id());
            }
        }
        results.remarks().forEach((remark, answers) -> {
            ObjectNode result = result(remark.operation(), remark.finding(), "note", "");
            if (remark.kind() == Remark.Kind.IGNORED) {
                SarifLog.suppress(result, remark.reason());
            }
        });
        SarifLog log =
                new SarifLog("Plumbline", "plumbline/" + results.heading().title());
        rules().forEach(rule -> describe(rule, log.addRule(rule)));
        found.values().forEach(log::add);
        return log;
    }

    private static void describe(String id, ObjectNode rule) {
        CheckId.parse(id).ifPresent(check -> {
            rule.putObject("shortDescription").put("text", check.purpose());
            rule.putObject("help")
                    .put(
                            "text",
                            "Makes sure that " + check.purpose()
                                    + ". Mend the server, or the contract, whichever is wrong.");
            rule.put("helpUri", HTTP.contains(check) ? "https://www.rfc-editor.org/rfc/rfc9110" : OPENAPI);
        });
    }

    private Set<String> rules() {
        Set<String> rules = new LinkedHashSet<>(results.checks().keySet());
        found.values().forEach(result -> rules.add(result.path("ruleId").asString()));
        return rules;
    }

    private ObjectNode result(String operation, Finding finding, String level, String caseId) {
        Place place = finding.documented().orElse(new Place(results.heading().document(), 0, 0, ""));
        String key = String.join(" ", List.of(level, operation, finding.check(), kind(finding), place.toString()));
        return found.computeIfAbsent(key, first -> {
            ObjectNode result = SarifLog.result(finding.check(), level, operation + ": " + text(finding), place);
            result.putObject("partialFingerprints").put("plumblineCause/v1", CauseId.of(finding) + " " + operation);
            ObjectNode properties = result.putObject("properties")
                    .put("operation", operation)
                    .put("cause", CauseId.of(finding).toString());
            if (!caseId.isEmpty()) {
                properties.put("case", caseId);
            }
            return result;
        });
    }

    /** {@return what is the same for findings that are the same, in whichever step of a case they were made} */
    private static String kind(Finding finding) {
        return finding.actual().isEmpty()
                ? finding.message()
                : String.join(" ", List.of(finding.location(), finding.expected(), finding.actual()));
    }

    private static String text(Finding finding) {
        List<String> parts = new ArrayList<>(List.of(finding.message()));
        if (!finding.expected().isEmpty()) {
            parts.add("expected " + finding.expected());
        }
        if (!finding.actual().isEmpty()) {
            parts.add("got " + finding.actual());
        }
        if (!finding.hint().isEmpty()) {
            parts.add("to mend it: " + finding.hint());
        }
        return String.join("; ", parts);
    }
}
