package plumbline.guard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonException;
import plumbline.finding.Finding;
import plumbline.finding.Severity;
import plumbline.guard.rules.GuardRule;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;
import plumbline.text.RegularFiles;
import plumbline.text.UnusableInputException;

/**
 * The findings of one day, which do not make later checks fail; lines may move meanwhile.
 *
 * @param entries what was found
 * @param file where that is written; empty if nothing is
 */
public record KnownFindings(Set<Entry> entries, String file) {
    private static final int FORMAT_VERSION = 1;

    /** What follows from other findings goes with them. */
    private static final Set<String> DERIVED = Set.of(
            GuardRule.SILENCE_UNUSED.rule().id(),
            GuardRule.VERSION_NOT_RAISED.rule().id());

    /**
     * A finding, wherever it stands in the text.
     *
     * @param rule the rule
     * @param pointer the JSON pointer
     * @param message what is wrong
     */
    record Entry(String rule, String pointer, String message) implements Comparable<Entry> {
        private static final Pattern POSITION = Pattern.compile("[^\\s(\\[]+:\\d+:\\d+");

        Entry {
            // Messages name other places, such as that of the schema, which move with lines and files as well.
            message = POSITION.matcher(message).replaceAll("");
        }

        static Entry of(Finding finding) {
            return new Entry(finding.rule().id(), finding.place().pointer(), finding.message());
        }

        @Override
        public int compareTo(Entry other) {
            return toString().compareTo(other.toString());
        }
    }

    public KnownFindings {
        entries = Set.copyOf(entries);
    }

    /** {@return that nothing is known} */
    public static KnownFindings none() {
        return new KnownFindings(Set.of(), "");
    }

    /**
     * {@return what a file tells}
     *
     * @throws UnusableInputException if it is none that {@link #write} has written
     */
    public static KnownFindings read(Path file) {
        String advice = ": name a file of known findings, as a check has written it";
        try {
            JsonNode root = Json.read(RegularFiles.read(file));
            if (root.path("formatVersion").asInt(0) != FORMAT_VERSION
                    || !root.path("findings").isArray()) {
                throw new UnusableInputException(
                        file + " lacks formatVersion " + FORMAT_VERSION + " with 'findings'" + advice);
            }
            Set<Entry> entries = new TreeSet<>();
            for (JsonNode finding : root.path("findings")) {
                entries.add(new Entry(
                        finding.path("rule").asString(""),
                        finding.path("pointer").asString(""),
                        finding.path("message").asString("")));
            }
            return new KnownFindings(entries, file.toString());
        } catch (IOException e) {
            throw new UnusableInputException(file + " cannot be read" + advice, e);
        } catch (JsonException e) {
            throw new UnusableInputException(file + " is no JSON: " + e.getMessage() + advice, e);
        }
    }

    /** {@return all errors and warnings of a check, those that were known before included} */
    public static KnownFindings of(Assessment assessment, KnownFindings before) {
        Set<Entry> entries = new TreeSet<>();
        Stream.concat(
                        assessment.findings().stream(),
                        assessment.silenced().keySet().stream().filter(before::has))
                .filter(finding -> finding.severity() != Severity.NOTE)
                .filter(finding -> !DERIVED.contains(finding.rule().id()))
                .map(Entry::of)
                .forEach(entries::add);
        return new KnownFindings(entries, "");
    }

    boolean has(Finding finding) {
        return !entries.isEmpty() && entries.contains(Entry.of(finding));
    }

    /** {@return what is not found any more} */
    Set<Entry> gone(Collection<Finding> found) {
        if (entries.isEmpty()) {
            return Set.of();
        }
        Set<Entry> gone = new TreeSet<>(entries);
        found.forEach(finding -> gone.remove(Entry.of(finding)));
        return gone;
    }

    /** Writes them, sorted, each on lines of its own, so that changes can be reviewed. */
    public void write(Path target) throws IOException {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("formatVersion", FORMAT_VERSION);
        ArrayNode list = root.putArray("findings");
        new TreeSet<>(entries)
                .forEach(entry -> list.addObject()
                        .put("rule", entry.rule())
                        .put("pointer", entry.pointer())
                        .put("message", entry.message()));
        Files.writeString(target, Json.pretty(root) + "\n", StandardCharsets.UTF_8);
    }
}
