package plumbline.conformance.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plumbline.conformance.Finding;
import plumbline.conformance.Remark;
import plumbline.contract.document.Place;
import plumbline.contract.http.PercentCoding;
import plumbline.contract.json.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes findings as SARIF 2.1.0, each at its place in the contract; the same finding in many cases is told once. */
final class SarifReport {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private final Results results;
    private final Map<String, ObjectNode> found = new LinkedHashMap<>();

    private SarifReport(Results results) {
        this.results = results;
    }

    static void write(Results results, Writer writer) {
        try {
            writer.write(Json.pretty(new SarifReport(results).log()) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode log() {
        for (Entry entry : results.failures()) {
            for (Finding finding : entry.findings()) {
                result(entry.operation(), finding, "error", entry.id());
            }
        }
        results.remarks().forEach((remark, answers) -> {
            ObjectNode result = result(remark.operation(), remark.finding(), "note", "");
            if (remark.kind() == Remark.Kind.IGNORED) {
                result.putArray("suppressions")
                        .addObject()
                        .put("kind", "external")
                        .put("justification", remark.reason());
            }
        });
        ObjectNode log =
                JsonNodeFactory.instance.objectNode().put("$schema", SCHEMA).put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver").put("name", "Plumbline");
        ArrayNode rules = driver.putArray("rules");
        rules().forEach(rule -> rules.addObject().put("id", rule));
        run.putObject("automationDetails")
                .put("id", "plumbline/" + results.heading().title());
        run.put("columnKind", "utf16CodeUnits");
        found.values().forEach(run.putArray("results")::add);
        return log;
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
            ObjectNode result = JsonNodeFactory.instance
                    .objectNode()
                    .put("ruleId", finding.check())
                    .put("level", level);
            result.putObject("message").put("text", operation + ": " + text(finding));
            ObjectNode physical = result.putArray("locations").addObject().putObject("physicalLocation");
            physical.putObject("artifactLocation").put("uri", uri(place.file()));
            physical.putObject("region")
                    .put("startLine", Math.max(1, place.line()))
                    .put("startColumn", Math.max(1, place.column()));
            ObjectNode properties = result.putObject("properties").put("operation", operation);
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

    private static String uri(String file) {
        if (file.matches("(?i)https?://.*")) {
            return file;
        }
        return file.startsWith("/") ? Path.of(file).toUri().toString() : PercentCoding.encode(file, "/");
    }
}
