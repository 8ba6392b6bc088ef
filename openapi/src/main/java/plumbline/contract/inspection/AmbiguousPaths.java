package plumbline.contract.inspection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import plumbline.contract.document.Node;
import plumbline.contract.document.Topic;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.contract.pattern.EcmaPattern;
import plumbline.contract.pattern.PatternTooCostlyException;
import plumbline.json.jackson.databind.JsonNode;

/** Looks for URLs that fit two paths of which neither is the more concrete. */
final class AmbiguousPaths {
    private static final Pattern ANY = Pattern.compile("\\{[^{}/]+}");
    private static final Set<String> NUMERIC = Set.of("integer", "number");

    private final Problems problems;

    AmbiguousPaths(Problems problems) {
        this.problems = problems.about(Topic.PATH_AMBIGUOUS);
    }

    /** A path as a list of segments, some of which are one pair of braces. */
    private record Candidate(Operation operation, List<String> segments, List<Boolean> open) {
        static Candidate of(Operation operation) {
            List<String> segments = List.of(operation.template().path().split("/", -1));
            return new Candidate(
                    operation,
                    segments,
                    segments.stream()
                            .map(segment -> ANY.matcher(segment).matches())
                            .toList());
        }

        boolean startsOpen() {
            return segments.size() > 1 && segments.get(1).indexOf('{') >= 0;
        }

        boolean isOpen(int index) {
            return open.get(index);
        }

        String group() {
            return operation.method() + " " + segments.size() + " " + operation.basePaths();
        }
    }

    void check(List<Operation> operations) {
        Map<String, List<Candidate>> groups = new LinkedHashMap<>();
        operations.stream()
                .filter(operation -> !operation.template().names().isEmpty())
                .map(Candidate::of)
                .forEach(candidate -> groups.computeIfAbsent(candidate.group(), key -> new ArrayList<>())
                        .add(candidate));
        groups.values().forEach(this::checkGroup);
    }

    /** Compares those that start alike, so that the cost does not grow with the square of the number of operations. */
    private void checkGroup(List<Candidate> group) {
        Map<String, List<Candidate>> earlier = new LinkedHashMap<>();
        List<Candidate> all = new ArrayList<>();
        for (Candidate later : group) {
            List<Candidate> open = earlier.computeIfAbsent("{}", key -> new ArrayList<>());
            if (later.startsOpen()) {
                all.forEach(candidate -> compare(candidate, later));
                open.add(later);
            } else {
                List<Candidate> alike = earlier.computeIfAbsent(later.segments().get(1), key -> new ArrayList<>());
                open.forEach(candidate -> compare(candidate, later));
                alike.forEach(candidate -> compare(candidate, later));
                alike.add(later);
            }
            all.add(later);
        }
    }

    private void compare(Candidate earlier, Candidate later) {
        if (areAmbiguous(later, earlier)) {
            problems.warning(
                    later.operation().node(),
                    later.operation().title() + " and " + earlier.operation().title() + " (at "
                            + earlier.operation().node().place().position()
                            + ") fit the same URLs, and neither is the more concrete",
                    "make them differ in a segment without braces");
        }
    }

    /** Each has a literal where the other has a parameter that can take it. */
    private boolean areAmbiguous(Candidate one, Candidate other) {
        boolean isOneMoreConcrete = false;
        boolean isOtherMoreConcrete = false;
        for (int i = 0; i < one.segments().size(); i++) {
            boolean isOneOpen = one.isOpen(i);
            boolean isOtherOpen = other.isOpen(i);
            isOtherMoreConcrete |= isOneOpen && !isOtherOpen;
            isOneMoreConcrete |= isOtherOpen && !isOneOpen;
            if (!canBeEqual(one, other, i)) {
                return false;
            }
        }
        return isOneMoreConcrete && isOtherMoreConcrete;
    }

    private boolean canBeEqual(Candidate one, Candidate other, int index) {
        String left = one.segments().get(index);
        String right = other.segments().get(index);
        if (one.isOpen(index)) {
            return other.isOpen(index) || takes(one.operation(), left, right);
        }
        return other.isOpen(index) ? takes(other.operation(), right, left) : left.equals(right);
    }

    private boolean takes(Operation operation, String braces, String literal) {
        if (literal.indexOf('{') >= 0) {
            return false;
        }
        String name = braces.substring(1, braces.length() - 1);
        return operation.parameters(Parameter.In.PATH).stream()
                .filter(parameter -> parameter.isNamed(name))
                .flatMap(parameter -> parameter.valueSchema().stream())
                .flatMap(schema -> problems.resolve(schema.node()).stream())
                .allMatch(schema -> mayBe(schema, literal));
    }

    /** Whether a text, as it stands in a URL, may be a value of a schema, as far as its own keywords say. */
    private static boolean mayBe(Node schema, String text) {
        JsonNode value = schema.value();
        boolean isNumeric = value.path("type").isString()
                && NUMERIC.contains(value.path("type").stringValue());
        if (isNumeric && !text.matches("-?[0-9.]+")
                || "uuid".equals(schema.text("format").orElse(""))) {
            return false;
        }
        JsonNode values = value.path("enum");
        if (values.isArray()
                && values.valueStream().noneMatch(one -> one.asString("").equals(text))) {
            return false;
        }
        return schema.text("pattern").map(pattern -> fits(pattern, text)).orElse(true);
    }

    private static boolean fits(String pattern, String text) {
        try {
            return EcmaPattern.compile(pattern).isFoundIn(text);
        } catch (PatternSyntaxException | PatternTooCostlyException e) {
            return true;
        }
    }
}
