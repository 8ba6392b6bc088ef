package plumbline.conformance.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.conformance.Case;
import plumbline.conformance.Expectation;
import plumbline.conformance.Phase;
import plumbline.conformance.Story;
import plumbline.conformance.cases.requests.RightRequest;
import plumbline.conformance.cases.requests.TestData;
import plumbline.conformance.stories.ConditionalGet;
import plumbline.conformance.stories.CreatableKind;
import plumbline.conformance.stories.ListAndRead;
import plumbline.conformance.stories.Paging;
import plumbline.conformance.stories.links.FollowLinks;
import plumbline.contract.http.Request;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.Schema;
import plumbline.contract.parameters.SchemaShape;
import plumbline.contract.parameters.TextValues;
import plumbline.contract.resources.Key;
import plumbline.contract.resources.Role;
import plumbline.contract.resources.Showing;
import plumbline.contract.sampling.RequestSampler;
import plumbline.contract.sampling.Sampler;
import plumbline.contract.sampling.UnsatisfiableException;
import plumbline.json.jackson.databind.JsonNode;

/**
 * Cases of several requests that change nothing, and of odd paths. Several answers are held against each other only where
 * somebody has named data, or the target is not on this machine: a mock makes up each answer for itself.
 */
record StoryCases(TestData data) {
    private static final Map<String, String> ODD_VALUES = oddValues();
    private static final String UNLIKE = "\"plumbline-none\"";

    private static Map<String, String> oddValues() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("over-long path value", "x".repeat(4_000));
        values.put("path value that is no UTF-8", "%C3%28");
        values.put("path value with a zero", "a%00b");
        values.put("path value with an escaped slash", "..%2F..%2Fa");
        values.put("path value with odd characters", "%E2%80%AE%F0%9F%92%A5%27%22%3C%3B");
        return values;
    }

    /** {@return the cases of an operation that only reads} */
    List<Case> cases(Operation operation, RightRequest right) {
        List<Case> cases = new ArrayList<>();
        if (data.isHeld()) {
            cases.addAll(stories(operation, right));
        }
        cases.addAll(oddPaths(operation, right.request()));
        return cases;
    }

    private List<Case> stories(Operation operation, RightRequest request) {
        Request right = request.request();
        List<Case> cases = new ArrayList<>();
        cases.add(told(
                operation,
                "conditional",
                right,
                new ConditionalGet(operation, right, unlike(operation).orElse(null)),
                "304 for what has not changed, where that is documented"));
        data.contract().operations().stream()
                .filter(item -> "GET".equals(item.method()) && CreatableKind.isItemOf(operation, item) && isPlain(item))
                .findFirst()
                .flatMap(item -> names(operation, item)
                        .map(shown ->
                                new ListAndRead(operation, item, right, request.expectation(), shown, place(item))))
                .map(story ->
                        told(operation, "list and item", right, story, "the same values in the list and in the item"))
                .ifPresent(cases::add);
        FollowLinks.Web web = new FollowLinks.Web(data.contract(), new RequestSampler(data.schemas()));
        if (FollowLinks.areDocumented(web, operation)) {
            cases.add(told(
                    operation,
                    "links",
                    right,
                    new FollowLinks(web, operation, right),
                    "what the links of the answer lead to"));
        }
        if (Paging.isPaged(operation)) {
            cases.add(told(
                    operation,
                    "pages",
                    right,
                    new Paging(operation, right.path(), names(operation), request.expectation()),
                    "pages no longer than asked for, each item once, and an end"));
        }
        return cases;
    }

    /** Where the answer to reading an item shows it; empty if nothing stands around it. */
    private String place(Operation item) {
        return data.resources().with(item, Role.READ).stream()
                .flatMap(resource -> resource.membersOf(item).stream())
                .filter(member -> member.role() == Role.READ)
                .flatMap(member -> CreatableKind.place(member).stream())
                .findFirst()
                .orElse("");
    }

    /** A tag that nothing has, such as the contract lets clients send. */
    private Optional<String> unlike(Operation operation) {
        return operation.parameters(Parameter.In.HEADER).stream()
                .filter(parameter -> parameter.isNamed("If-None-Match"))
                .flatMap(parameter -> parameter.valueSchema().stream())
                .findFirst()
                .map(this::unlike)
                .orElse(Optional.of(UNLIKE));
    }

    private Optional<String> unlike(Schema tags) {
        boolean isPlain = TextValues.candidates(UNLIKE, SchemaShape.of(tags)).stream()
                .anyMatch(value -> data.schemas().isValid(tags, Direction.REQUEST, value));
        if (isPlain) {
            return Optional.of(UNLIKE);
        }
        try {
            JsonNode sample =
                    new Sampler(data.schemas()).withoutExamples().sample(tags, Direction.REQUEST, UNLIKE.hashCode());
            return Optional.of(sample).filter(JsonNode::isString).map(JsonNode::stringValue);
        } catch (UnsatisfiableException e) {
            return Optional.empty();
        }
    }

    /** Where the items of a list say how they are called. */
    private List<String> names(Operation list) {
        return data.resources().with(list, Role.LIST).stream()
                .flatMap(resource -> resource.membersOf(list).stream())
                .filter(member -> member.role() == Role.LIST)
                .flatMap(member -> member.showing().stream())
                .map(Showing::keys)
                .filter(keys -> !keys.isEmpty() && keys.stream().allMatch(key -> key.source() == Key.Source.PROPERTY))
                .map(keys -> keys.stream().map(Key::pointer).toList())
                .findFirst()
                .orElse(List.of());
    }

    /** How a list shows items, if it is known what of one names it. */
    private Optional<Showing> names(Operation list, Operation item) {
        return data.resources().with(item, Role.READ).stream()
                .flatMap(resource -> resource.all(Role.LIST).stream())
                .filter(member -> member.operation().equals(list))
                .flatMap(member -> member.showing().stream())
                .filter(shown -> !shown.keys().isEmpty())
                .findFirst();
    }

    /** Whether nothing but the path is needed. */
    private static boolean isPlain(Operation operation) {
        return operation.parameters().stream()
                .noneMatch(parameter -> parameter.required() && parameter.in() != Parameter.In.PATH);
    }

    private static List<Case> oddPaths(Operation operation, Request right) {
        List<String> names = operation.template().names();
        if (names.isEmpty() || !operation.template().endsInParameter()) {
            return List.of();
        }
        String stem = operation.template().stem(right.path());
        String parent = stem.substring(0, stem.lastIndexOf('/') + 1);
        String ending = operation.template().ending();
        List<Case> cases = new ArrayList<>();
        ODD_VALUES.forEach((name, value) -> cases.add(Case.of(
                operation, Phase.PROTOCOL, name, right.withPath(parent + value + ending), new Expectation.Handled())));
        return cases;
    }

    private static Case told(Operation operation, String name, Request first, Story story, String text) {
        return Case.of(operation, Phase.PROTOCOL, name, first, new Expectation.StoryOutcome(text, story));
    }
}
