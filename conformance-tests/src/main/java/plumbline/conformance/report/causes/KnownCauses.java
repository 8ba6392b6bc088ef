package plumbline.conformance.report.causes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import plumbline.conformance.causes.CauseId;
import plumbline.conformance.report.results.Results;
import plumbline.conformance.result.Remark;
import plumbline.contract.document.Place;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonException;
import plumbline.finding.Ignore;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;
import plumbline.text.RegularFiles;
import plumbline.text.UnusableInputException;

/**
 * The causes of one day, which do not make later runs fail.
 *
 * @param causes what was found, by the causes
 * @param places the places in the contract at which it was, by those causes that have many; any other place is new
 */
public record KnownCauses(Map<String, String> causes, Map<String, Set<String>> places) {
    private static final int FORMAT_VERSION = 1;

    public KnownCauses {
        causes = Map.copyOf(causes);
        places = Map.copyOf(places);
    }

    /**
     * {@return what a file tells}
     *
     * @throws UnusableInputException if it is none that {@link #write} has written
     */
    public static KnownCauses read(Path file) {
        String advice = ": name a file of known causes, as a run has written it";
        try {
            JsonNode root = Json.read(RegularFiles.read(file));
            if (root.path("formatVersion").asInt(0) != FORMAT_VERSION) {
                throw new UnusableInputException(file + " lacks formatVersion " + FORMAT_VERSION + advice);
            }
            Map<String, String> causes = new TreeMap<>();
            Map<String, Set<String>> places = new TreeMap<>();
            for (JsonNode cause : root.path("causes")) {
                String id = cause.path("id").asString("");
                if (CauseId.parse(id).isEmpty()) {
                    throw new UnusableInputException(file + ": '" + id + "' is the name of no cause" + advice);
                }
                causes.put(id, cause.path("message").asString(""));
                cause.path("places").forEach(place -> note(places, id, place.asString("")));
            }
            return new KnownCauses(causes, places);
        } catch (IOException e) {
            throw new UnusableInputException(file + " cannot be read" + advice, e);
        } catch (JsonException e) {
            throw new UnusableInputException(file + " is no JSON: " + e.getMessage() + advice, e);
        }
    }

    /** {@return all causes of a run, those that it ignores only because they were known included} */
    public static KnownCauses of(Results results, KnownCauses before) {
        Map<String, String> causes = new TreeMap<>();
        Map<String, Set<String>> places = new TreeMap<>();
        for (Remark remark : results.remarks(Remark.Kind.IGNORED).keySet()) {
            String id = CauseId.of(remark.finding()).toString();
            Optional.ofNullable(before.causes.get(id)).ifPresent(message -> {
                causes.put(id, message);
                note(places, id, CauseId.spot(remark.finding()));
            });
        }
        for (Cause cause : Causes.of(results)) {
            String id = cause.id().toString();
            causes.putIfAbsent(id, cause.finding().message());
            cause.places().keySet().forEach(place -> note(places, id, place));
        }
        return new KnownCauses(causes, places);
    }

    private static void note(Map<String, Set<String>> places, String id, String place) {
        if (!place.isEmpty()) {
            places.computeIfAbsent(id, none -> new TreeSet<>()).add(place);
        }
    }

    /** {@return that nothing is known} */
    public static KnownCauses none() {
        return new KnownCauses(Map.of(), Map.of());
    }

    /** Writes them, sorted, each on lines of its own, so that changes can be reviewed. */
    public void write(Path file) throws IOException {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("formatVersion", FORMAT_VERSION);
        ArrayNode list = root.putArray("causes");
        new TreeMap<>(causes).forEach((id, message) -> {
            ObjectNode cause = list.addObject().put("id", id).put("message", message);
            if (places.containsKey(id)) {
                places(id).forEach(cause.putArray("places")::add);
            }
        });
        Files.writeString(file, Json.pretty(root) + "\n", StandardCharsets.UTF_8);
    }

    /** {@return what makes a run live with them} */
    public List<Ignore> ignores(Path file) {
        List<Ignore> ignores = new ArrayList<>();
        Place declared = new Place(file.toString(), 0, 0, "");
        for (String id : new TreeMap<>(causes).keySet()) {
            for (String place : places.containsKey(id) ? places(id) : Set.of("")) {
                Ignore.Where where = new Ignore.Where(Optional.empty(), 0, place, Optional.empty());
                ignores.add(new Ignore(Optional.empty(), id, where, "known in " + file, declared));
            }
        }
        return ignores;
    }

    private Set<String> places(String id) {
        return new TreeSet<>(places.getOrDefault(id, Set.of()));
    }
}
