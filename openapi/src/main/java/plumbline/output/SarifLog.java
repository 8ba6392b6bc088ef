package plumbline.output;

import java.nio.file.Path;
import plumbline.contract.document.Place;
import plumbline.contract.http.PercentCoding;
import plumbline.contract.json.Json;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/** A log of one run in SARIF 2.1.0. */
public final class SarifLog {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private final ObjectNode log =
            JsonNodeFactory.instance.objectNode().put("$schema", SCHEMA).put("version", "2.1.0");
    private final ArrayNode rules;
    private final ArrayNode results;

    /**
     * A log without rules and results.
     *
     * @param tool the name of the tool
     * @param id the name under which its runs are compared
     */
    public SarifLog(String tool, String id) {
        ObjectNode run = log.putArray("runs").addObject();
        rules = run.putObject("tool").putObject("driver").put("name", tool).putArray("rules");
        run.putObject("automationDetails").put("id", id);
        run.put("columnKind", "utf16CodeUnits");
        results = run.putArray("results");
    }

    /** {@return a new rule in the log} */
    public ObjectNode addRule(String id) {
        return rules.addObject().put("id", id);
    }

    /** Adds a result. */
    public void add(ObjectNode result) {
        results.add(result);
    }

    /**
     * {@return a result that is in no log yet}
     *
     * @param level {@code error}, {@code warning} or {@code note}
     */
    public static ObjectNode result(String rule, String level, String text, Place place) {
        ObjectNode result =
                JsonNodeFactory.instance.objectNode().put("ruleId", rule).put("level", level);
        result.putObject("message").put("text", text);
        locate(result.putArray("locations").addObject(), place);
        return result;
    }

    /** Fills a location in. */
    public static void locate(ObjectNode location, Place place) {
        ObjectNode physical = location.putObject("physicalLocation");
        physical.putObject("artifactLocation").put("uri", uri(place.file()));
        physical.putObject("region")
                .put("startLine", Math.max(1, place.line()))
                .put("startColumn", Math.max(1, place.column()));
    }

    /** Notes that a user lives with a result, and why. */
    public static void suppress(ObjectNode result, String reason) {
        result.putArray("suppressions").addObject().put("kind", "external").put("justification", reason);
    }

    private static String uri(String file) {
        if (file.matches("(?i)https?://.*")) {
            return file;
        }
        return file.startsWith("/") ? Path.of(file).toUri().toString() : PercentCoding.encode(file, "/");
    }

    /** {@return the log as text} */
    public String text() {
        return Json.pretty(log);
    }
}
