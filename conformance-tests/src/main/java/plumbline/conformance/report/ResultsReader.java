package plumbline.conformance.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import plumbline.conformance.Omission;
import plumbline.conformance.Phase;
import plumbline.conformance.report.results.CaseResult;
import plumbline.conformance.report.results.OperationResult;
import plumbline.conformance.report.results.Results;
import plumbline.conformance.result.OperationCoverage;
import plumbline.conformance.result.PlanPart;
import plumbline.conformance.result.Proof;
import plumbline.conformance.result.Remark;
import plumbline.conformance.result.Report;
import plumbline.conformance.result.Report.Counts;
import plumbline.conformance.result.Transcript;
import plumbline.conformance.result.Verdict;
import plumbline.contract.document.Place;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonException;
import plumbline.finding.Finding;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.exc.JsonNodeException;
import plumbline.text.RegularFiles;
import plumbline.text.UnusableInputException;

/** Reads JSON reports. */
public final class ResultsReader {
    private ResultsReader() {}

    /**
     * {@return what a file tells}
     *
     * @throws UnusableInputException if it is no JSON report of a version that is known
     */
    public static Results read(Path file) {
        try {
            JsonNode root = Json.read(RegularFiles.read(file));
            if (root.path("formatVersion").asInt(0) != JsonReport.FORMAT_VERSION) {
                throw new UnusableInputException(
                        file + " is no plumbline-report.json with formatVersion " + JsonReport.FORMAT_VERSION
                                + ": name JSON reports that a run has written, plumbline-report.json");
            }
            return results(root);
        } catch (IOException e) {
            throw new UnusableInputException(file + " cannot be read: check the spelling of its name", e);
        } catch (JsonException | JsonNodeException | DateTimeException | IllegalStateException e) {
            throw new UnusableInputException(
                    file + " is no whole JSON report: " + e.getMessage() + "; write it again", e);
        }
    }

    private static Results results(JsonNode root) {
        Report.Heading heading = new Report.Heading(
                text(root, "target"),
                text(root.path("contract"), "title"),
                text(root.path("contract"), "document"),
                Instant.parse(text(root, "start")),
                Duration.ofMillis(root.path("milliseconds").asLong(0)),
                texts(root, "notes"));
        Map<String, Integer> checks = new LinkedHashMap<>();
        root.path("checks").forEachEntry((check, answers) -> checks.put(check, answers.asInt(0)));
        Map<Remark, Integer> remarks = new LinkedHashMap<>();
        root.path("remarks")
                .forEach(remark ->
                        remarks.put(remark(remark), remark.path("answers").asInt(0)));
        return new Results(
                heading,
                choice(Report.Conclusion.class, text(root, "conclusion")),
                texts(root, "phases").stream().map(ResultsReader::phase).toList(),
                checks,
                list(root, "operations", ResultsReader::row),
                list(root, "cases", ResultsReader::entry),
                list(root, "notChecked", ResultsReader::omission),
                remarks,
                new Report.Extent(
                        list(root, "reached", ResultsReader::reach),
                        proof(root.path("proof")),
                        unanswered(root.path("unanswered")),
                        part(root.path("part"))));
    }

    private static @Nullable PlanPart part(JsonNode node) {
        return node.isMissingNode()
                ? null
                : new PlanPart(
                        node.path("number").asInt(0),
                        node.path("of").asInt(0),
                        text(node, "contract"),
                        text(node, "cases"),
                        text(node, "dealing"));
    }

    private static Proof proof(JsonNode node) {
        Map<String, Integer> aspects = new HashMap<>();
        node.path("aspects").forEachEntry((aspect, constraints) -> aspects.put(aspect, constraints.asInt(0)));
        return new Proof(
                aspects,
                node.path("mutants").asInt(0),
                list(node, "unproven", ResultsReader::unproven),
                list(node, "idle", ResultsReader::unproven),
                node.path("byOneValue").asInt(0));
    }

    private static Report.Unanswered unanswered(JsonNode node) {
        return new Report.Unanswered(
                list(node, "operations", operation -> operation.asString("")),
                node.path("called").asInt(0),
                node.path("isRequired").asBoolean(false));
    }

    private static Proof.Unproven unproven(JsonNode node) {
        return new Proof.Unproven(
                text(node, "aspect"),
                text(node, "constraint"),
                text(node, "contract"),
                text(node, "reason"),
                text(node, "advice"),
                list(node, "uses", use -> use.asString("")));
    }

    private static OperationResult row(JsonNode node) {
        TreeSet<Integer> statuses = new TreeSet<>();
        node.path("statuses").forEach(status -> statuses.add(status.asInt()));
        Map<Phase, Counts> phases = new TreeMap<>();
        node.path("phases")
                .forEachEntry((phase, counts) -> phases.put(
                        phase(phase),
                        new Counts(
                                counts.path("passed").asInt(0),
                                counts.path("failed").asInt(0),
                                counts.path("broken").asInt(0),
                                counts.path("skipped").asInt(0))));
        return new OperationResult(text(node, "id"), statuses, phases);
    }

    private static CaseResult entry(JsonNode node) {
        JsonNode exchange = node.path("exchange");
        @Nullable
        Transcript transcript = exchange.isMissingNode()
                ? null
                : new Transcript(message(exchange.path("request")), message(exchange.path("response")));
        Verdict.Trace trace = new Verdict.Trace(
                node.path("status").asInt(0),
                Duration.ofMillis(node.path("milliseconds").asLong(0)),
                texts(node, "checks"),
                texts(node, "reproduction"),
                new Verdict.Details(List.of(), "", transcript));
        return new CaseResult(
                text(node, "id"),
                text(node, "operation"),
                phase(text(node, "phase")),
                text(node, "expected"),
                choice(Verdict.Outcome.class, text(node, "outcome")),
                node.path("reason").asString(""),
                trace,
                list(node, "findings", ResultsReader::finding));
    }

    private static Transcript.Message message(JsonNode node) {
        return new Transcript.Message(text(node, "head"), text(node, "body"));
    }

    private static Finding finding(JsonNode node) {
        JsonNode place = node.path("contract");
        return Finding.of(text(node, "check"), text(node, "message"))
                .comparing(text(node, "expected"), text(node, "actual"))
                .at(text(node, "location"))
                .documentedAt(
                        place.isMissingNode()
                                ? Place.NOWHERE
                                : new Place(
                                        text(place, "file"),
                                        place.path("line").asInt(0),
                                        place.path("column").asInt(0),
                                        text(place, "pointer")))
                .withHint(text(node, "hint"));
    }

    private static Remark remark(JsonNode node) {
        return new Remark(
                choice(Remark.Kind.class, text(node, "kind")),
                text(node, "operation"),
                finding(node.path("finding")),
                text(node, "reason"));
    }

    private static OperationCoverage reach(JsonNode node) {
        return new OperationCoverage(
                text(node, "operation"),
                text(node, "title"),
                list(
                        node,
                        "parts",
                        part -> new OperationCoverage.Part(
                                choice(OperationCoverage.Kind.class, text(part, "kind")),
                                text(part, "name"),
                                part.path("reached").asBoolean(false))));
    }

    private static Omission omission(JsonNode node) {
        return new Omission(
                text(node, "operation"), phase(text(node, "phase")), text(node, "what"), text(node, "reason"));
    }

    private static Phase phase(String name) {
        return Phase.parse(name).orElseThrow(() -> new IllegalStateException("'" + name + "' is no phase"));
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String name) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name.toUpperCase(Locale.ROOT))) {
                return constant;
            }
        }
        throw new IllegalStateException("'" + name + "' is none of the words that may stand there");
    }

    private static String text(JsonNode node, String name) {
        JsonNode text = node.path(name);
        if (!text.isString()) {
            throw new IllegalStateException("a text '" + name + "' is missing");
        }
        return text.stringValue();
    }

    private static List<String> texts(JsonNode node, String name) {
        return list(node, name, item -> item.asString());
    }

    private static <T> List<T> list(JsonNode node, String name, Function<JsonNode, T> reader) {
        List<T> items = new ArrayList<>();
        node.path(name).forEach(item -> items.add(reader.apply(item)));
        return items;
    }
}
