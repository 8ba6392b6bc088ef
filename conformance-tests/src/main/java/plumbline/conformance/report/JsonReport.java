package plumbline.conformance.report;

import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import plumbline.conformance.report.causes.Causes;
import plumbline.conformance.report.results.CaseResult;
import plumbline.conformance.report.results.OperationResult;
import plumbline.conformance.report.results.Results;
import plumbline.conformance.result.PlanPart;
import plumbline.conformance.result.Proof;
import plumbline.conformance.result.Report;
import plumbline.conformance.result.Report.Counts;
import plumbline.json.jackson.core.JsonGenerator;
import plumbline.json.jackson.core.StreamWriteFeature;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.json.JsonMapper;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/**
 * Writes a report as JSON, as {@code report.schema.json} beside this class describes it. Within one {@code formatVersion},
 * members are added but never removed or given another meaning.
 */
public final class JsonReport {
    static final int FORMAT_VERSION = 1;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private JsonReport() {}

    /** {@return the report as indented JSON} */
    public static String write(Report report) {
        StringWriter text = new StringWriter();
        write(Results.of(report), text);
        return text.toString();
    }

    /** Writes the cases one by one, since there may be very many. */
    static void write(Results results, Writer writer) {
        try (JsonGenerator json = MAPPER.writerWithDefaultPrettyPrinter()
                .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .createGenerator(writer)) {
            json.writeStartObject();
            ObjectNode head = head(results);
            for (String name : head.propertyNames()) {
                json.writeName(name);
                json.writeTree(head.get(name));
            }
            json.writeName("cases");
            json.writeStartArray();
            for (CaseResult entry : results.entries()) {
                json.writeTree(JsonEntries.entry(entry));
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw("\n");
        }
    }

    private static ObjectNode head(Results results) {
        Report.Heading heading = results.heading();
        ObjectNode root = NODES.objectNode();
        root.put("formatVersion", FORMAT_VERSION);
        root.put("conclusion", results.conclusion().name());
        root.put("target", heading.target());
        root.putObject("contract").put("title", heading.title()).put("document", heading.document());
        root.put("start", heading.start().toString());
        root.put("milliseconds", heading.elapsed().toMillis());
        heading.notes().forEach(root.putArray("notes")::add);
        root.set("counts", counts(results.counts()));
        PlanPart part = results.extent().part();
        if (part != null) {
            root.set("part", JsonEntries.part(part));
        }
        ObjectNode checks = root.putObject("checks");
        results.checks().forEach(checks::put);
        Report.Unanswered unanswered = results.extent().unanswered();
        ObjectNode without = root.putObject("unanswered")
                .put("called", unanswered.called())
                .put("isRequired", unanswered.isRequired());
        unanswered.operations().forEach(without.putArray("operations")::add);
        root.set("proof", proof(results.extent().proof()));
        results.phases().stream().map(Object::toString).forEach(root.putArray("phases")::add);
        list(root, "operations", add -> results.rows().forEach(row -> add.accept(operation(row, results))));
        list(root, "reached", add -> results.extent().reached().forEach(reach -> add.accept(JsonEntries.reach(reach))));
        list(root, "causes", add -> Causes.of(results).forEach(cause -> add.accept(JsonEntries.cause(cause))));
        list(
                root,
                "remarks",
                add -> results.remarks().forEach((remark, answers) -> add.accept(JsonEntries.remark(remark, answers))));
        list(
                root,
                "notChecked",
                add -> results.omissions()
                        .forEach(omission -> add.accept(NODES.objectNode()
                                .put("operation", omission.operation())
                                .put("phase", omission.phase().toString())
                                .put("what", omission.what())
                                .put("reason", omission.reason()))));
        return root;
    }

    private static void list(ObjectNode root, String name, Consumer<Consumer<JsonNode>> items) {
        items.accept(root.putArray(name)::add);
    }

    private static ObjectNode counts(Counts counts) {
        return NODES.objectNode()
                .put("passed", counts.passed())
                .put("failed", counts.failed())
                .put("broken", counts.broken())
                .put("skipped", counts.skipped());
    }

    private static JsonNode operation(OperationResult row, Results results) {
        ObjectNode operation = NODES.objectNode().put("id", row.operation());
        row.statuses().forEach(operation.putArray("statuses")::add);
        ObjectNode phases = operation.putObject("phases");
        results.phases().stream()
                .filter(row.phases()::containsKey)
                .forEach(phase -> phases.set(phase.toString(), counts(row.counts(phase))));
        return operation;
    }

    private static ObjectNode proof(Proof proof) {
        ObjectNode node = NODES.objectNode()
                .put("constraints", proof.constraints())
                .put("proven", proof.proven())
                .put("mutants", proof.mutants())
                .put("byOneValue", proof.byOneValue());
        ObjectNode aspects = node.putObject("aspects");
        new TreeMap<>(proof.aspects()).forEach(aspects::put);
        unproven(node.putArray("unproven"), proof.unproven());
        unproven(node.putArray("idle"), proof.idle());
        return node;
    }

    private static void unproven(ArrayNode nodes, List<Proof.Unproven> constraints) {
        for (Proof.Unproven one : constraints) {
            ObjectNode node = nodes.addObject()
                    .put("aspect", one.aspect())
                    .put("constraint", one.constraint())
                    .put("contract", one.place())
                    .put("reason", one.reason())
                    .put("advice", one.advice());
            if (!one.uses().isEmpty()) {
                one.uses().forEach(node.putArray("uses")::add);
            }
        }
    }
}
