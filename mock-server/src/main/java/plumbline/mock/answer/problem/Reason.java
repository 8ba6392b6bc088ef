package plumbline.mock.answer.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import plumbline.contract.json.Pointers;
import plumbline.contract.validation.Location;
import plumbline.contract.validation.Violation;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/**
 * Says in a documented body why a request is refused: in its first free text that is there for that, with an entry for each
 * violation in its lists of errors. What else the body has, such as a code, stays as it is. A body of which nothing is
 * documented is the problem itself.
 *
 * @param problem why
 * @param status the status
 */
public record Reason(ProblemBody problem, int status) {
    private static final List<String> TEXTS =
            List.of("message", "detail", "title", "error", "description", "reason", "error_description", "msg");
    private static final Set<String> LISTS = Set.of(
            "errors",
            "violations",
            "details",
            "issues",
            "problems",
            "fields",
            "validation",
            "invalidparams",
            "messages");
    private static final Set<String> PLACES = Set.of(
            "field",
            "path",
            "pointer",
            "property",
            "param",
            "parameter",
            "name",
            "location",
            "loc",
            "source",
            "propertypath");
    private static final Set<String> STATUSES = Set.of("status", "statuscode", "httpstatus", "status_code");
    private static final int DEEPEST = 3;

    /** {@return the body, saying why as far as it stays valid} */
    public JsonNode in(JsonNode body, Predicate<JsonNode> isValid) {
        JsonNode text = JsonNodeFactory.instance.stringNode(problem.detail());
        if (body.isString() && isValid.test(text)) {
            return text;
        }
        JsonNode whole = problem.json(status);
        if (body.isObject() && body.isEmpty() && isValid.test(whole)) {
            return whole;
        }
        JsonNode numbered = changed(body, this::withStatus, isValid);
        JsonNode told = changed(numbered, (copy, depth) -> withText(copy, depth, problem.detail()), isValid);
        List<Entry> entries = problem.violations().isEmpty() && told.equals(numbered)
                ? List.of(new Entry(problem.detail(), ""))
                : problem.violations().stream().map(Entry::of).toList();
        return changed(told, (copy, depth) -> withLists(copy, depth, entries), isValid);
    }

    /** {@return a body that nobody has written, which says what kind of problem it is, too} */
    public JsonNode inSample(JsonNode body, Predicate<JsonNode> isValid) {
        JsonNode told = withoutParts(in(body, isValid), isValid);
        JsonNode named = changed(told, (copy, depth) -> withKind(copy, "title", problem.title()), isValid);
        return changed(named, (copy, depth) -> withKind(copy, "type", problem.urn()), isValid);
    }

    /** Whoever is refused is not shown what an answer would hold beside the reason. */
    private JsonNode withoutParts(JsonNode body, Predicate<JsonNode> isValid) {
        JsonNode left = body;
        for (String part : saysWhy(body, 0) ? parts(body, "", 0) : List.<String>of()) {
            JsonNode less = left.deepCopy();
            int end = part.lastIndexOf('/');
            if (less.at(part.substring(0, end)) instanceof ObjectNode holder) {
                holder.remove(Pointers.unescape(part.substring(end + 1)));
                left = isValid.test(less) ? less : left;
            }
        }
        return left;
    }

    /** The objects, and lists of them, around the text that says why, by pointers. */
    private List<String> parts(JsonNode body, String pointer, int depth) {
        List<String> parts = new ArrayList<>();
        for (String name : names(body)) {
            JsonNode member = body.path(name);
            String place = Pointers.child(pointer, name);
            boolean isList =
                    member.isArray() && member.path(0).isObject() && !LISTS.contains(name.toLowerCase(Locale.ROOT));
            if (member.isObject() && depth < DEEPEST && saysWhy(member, depth + 1)) {
                parts.addAll(parts(member, place, depth + 1));
            } else if (member.isObject() || isList) {
                parts.add(place);
            }
        }
        return parts;
    }

    private boolean saysWhy(JsonNode body, int depth) {
        return names(body).stream()
                .map(body::path)
                .anyMatch(member -> member.asString("").equals(problem.detail())
                        || member.isObject() && depth < DEEPEST && saysWhy(member, depth + 1));
    }

    private static JsonNode changed(JsonNode body, Change change, Predicate<JsonNode> isValid) {
        JsonNode copy = body.deepCopy();
        return change.apply(copy, 0) && isValid.test(copy) ? copy : body;
    }

    /** Where the detail has a place of its own, the others are those of RFC 9457. */
    private static boolean withKind(JsonNode body, String name, String text) {
        boolean isProblem = body.path("detail").isString() && body.path(name).isString();
        if (isProblem) {
            ((ObjectNode) body).put(name, text);
        }
        return isProblem;
    }

    /** What stands in a list of errors. */
    private record Entry(String text, String place) {
        static Entry of(Violation violation) {
            Location location = violation.location();
            return new Entry(
                    location + " " + violation.message(),
                    location.name().isEmpty() ? location.pointer() : location.name() + location.pointer());
        }
    }

    /** Changes a value in place, and says whether it did. */
    private interface Change {
        boolean apply(JsonNode value, int depth);
    }

    private boolean withStatus(JsonNode body, int depth) {
        boolean changed = false;
        for (String name : names(body)) {
            if (STATUSES.contains(name.toLowerCase(Locale.ROOT))
                    && body.path(name).isIntegralNumber()) {
                ((ObjectNode) body).put(name, status);
                changed = true;
            }
        }
        return changed;
    }

    private static boolean withText(JsonNode body, int depth, String text) {
        Optional<String> member = TEXTS.stream()
                .flatMap(known -> names(body).stream().filter(known::equalsIgnoreCase))
                .filter(name -> body.path(name).isString())
                .findFirst();
        if (member.isPresent()) {
            ((ObjectNode) body).put(member.get(), text);
            return true;
        }
        return depth < DEEPEST
                && names(body).stream()
                        .map(body::path)
                        .filter(JsonNode::isObject)
                        .anyMatch(nested -> withText(nested, depth + 1, text));
    }

    private static boolean withLists(JsonNode body, int depth, List<Entry> entries) {
        if (body instanceof ArrayNode list) {
            return fill(list, entries);
        }
        boolean changed = false;
        for (String name : names(body)) {
            JsonNode member = body.path(name);
            if (member instanceof ArrayNode list && LISTS.contains(name.toLowerCase(Locale.ROOT))) {
                changed |= fill(list, entries);
            } else if (member.isObject() && depth < DEEPEST) {
                changed |= withLists(member, depth + 1, entries);
            }
        }
        return changed;
    }

    private static boolean fill(ArrayNode list, List<Entry> entries) {
        JsonNode model = list.path(0);
        if (!model.isString() && !model.isObject()) {
            return false;
        }
        list.removeAll();
        entries.forEach(entry -> list.add(written(entry, model)));
        return true;
    }

    private static JsonNode written(Entry told, JsonNode model) {
        if (model.isString()) {
            return JsonNodeFactory.instance.stringNode(told.text);
        }
        JsonNode entry = model.deepCopy();
        withText(entry, 0, told.text);
        for (String name : names(entry)) {
            if (PLACES.contains(name.toLowerCase(Locale.ROOT))
                    && entry.path(name).isString()) {
                ((ObjectNode) entry).put(name, told.place);
            }
        }
        return entry;
    }

    private static List<String> names(JsonNode value) {
        return value.isObject() ? List.copyOf(value.propertyNames()) : List.of();
    }
}
