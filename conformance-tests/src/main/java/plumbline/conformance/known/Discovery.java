package plumbline.conformance.known;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plumbline.conformance.Success;
import plumbline.conformance.cases.requests.RightRequest;
import plumbline.conformance.cases.requests.RightRequests;
import plumbline.conformance.cases.requests.TestData;
import plumbline.conformance.items.Caller;
import plumbline.contract.http.Request;
import plumbline.contract.json.Json;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.Schema;
import plumbline.contract.resources.Member;
import plumbline.contract.resources.Resource;
import plumbline.contract.resources.Role;
import plumbline.contract.resources.Showing;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;

/** Finds items that exist: examples that are answered with success, then what lists show. */
final class Discovery {
    /** How many items of a first page are considered. */
    private static final int PAGE = 20;

    /** How many items are tried until one can be read, and how many wholes until one has parts. */
    private static final int TRIES = 3;

    private final TestData data;
    private final RightRequests requests;
    private final Caller caller;
    private final KnownItems known;
    private final Map<Resource, List<KnownItem>> listed = new LinkedHashMap<>();

    Discovery(TestData data, RightRequests requests, Caller caller, KnownItems known) {
        this.data = data;
        this.requests = requests;
        this.caller = caller;
        this.known = known;
    }

    /** {@return an item of a resource that can be read, or at least is listed} */
    Optional<KnownItem> find(Resource resource) {
        List<KnownItem> candidates = candidates(resource);
        listed.put(resource, candidates);
        return candidates.stream()
                .limit(TRIES)
                .filter(this::isRead)
                .findFirst()
                .or(() -> candidates.stream().findFirst());
    }

    /** Whether what an example names exists: then requests need not be about anything else. */
    boolean hasExample(Resource resource) {
        Optional<Operation> read = resource.first(Role.READ).map(Member::operation);
        Optional<RightRequest> right =
                read.flatMap(requests::best).filter(request -> request.succeeds(read.orElseThrow()));
        return right.isPresent() && isAnswered(read.orElseThrow(), right.get().request());
    }

    private boolean isAnswered(Operation operation, Request request) {
        return caller.call(operation, request)
                .filter(response -> Success.isDocumented(operation, response.status()))
                .isPresent();
    }

    private boolean isRead(KnownItem item) {
        return item.resource().first(Role.READ).map(Member::operation).stream()
                .anyMatch(read -> requests.best(read)
                        .map(right -> known.about(item, read, right.request()))
                        .filter(request -> isAnswered(read, request))
                        .isPresent());
    }

    private List<KnownItem> candidates(Resource resource) {
        for (Optional<KnownItem> parent : parents(resource)) {
            for (Member list : resource.all(Role.LIST)) {
                List<KnownItem> items = items(resource, list, parent);
                if (!items.isEmpty()) {
                    return items;
                }
            }
        }
        return List.of();
    }

    /** {@return a few items, whole, as a list shows them} */
    List<JsonNode> shown(Resource resource) {
        @Nullable Resource outer = resource.parent();
        Optional<KnownItem> parent = outer == null ? Optional.empty() : known.chosen(outer);
        return resource.all(Role.LIST).stream()
                .flatMap(list -> shown(list, parent))
                .map(Showing.Shown::value)
                .filter(JsonNode::isObject)
                .limit(TRIES)
                .toList();
    }

    /** The chosen parent first, then others of the same kind. */
    private List<Optional<KnownItem>> parents(Resource resource) {
        Resource parent = resource.parent();
        if (parent == null) {
            return List.of(Optional.empty());
        }
        List<Optional<KnownItem>> parents = new ArrayList<>();
        parents.add(known.chosen(parent));
        listed.getOrDefault(parent, List.of()).stream()
                .map(Optional::of)
                .filter(other -> !parents.contains(other))
                .limit(TRIES)
                .forEach(parents::add);
        return parents;
    }

    private List<KnownItem> items(Resource resource, Member list, Optional<KnownItem> parent) {
        return shown(list, parent)
                .flatMap(shown -> valid(resource, shown.keys()).stream())
                .map(keys -> new KnownItem(
                        resource, keys, parent.orElse(null), list.operation().title()))
                .toList();
    }

    private Stream<Showing.Shown> shown(Member list, Optional<KnownItem> parent) {
        Operation operation = list.operation();
        Optional<Showing> showing = list.showing().filter(found -> !found.keys().isEmpty());
        if (showing.isEmpty()) {
            return Stream.of();
        }
        return requests
                .best(operation)
                .map(right -> known.about(parent.orElse(null), operation, right.request()))
                .stream()
                .flatMap(request -> caller.call(operation, request).stream())
                .filter(response -> Success.hasContent(response.status()))
                .flatMap(response -> Json.readIfValid(response.body().bytes()).stream())
                .flatMap(body -> showing.get().items(body).stream())
                .limit(PAGE);
    }

    /** Values that the contract does not allow in a path would make wrong requests of right ones. */
    private Optional<Map<String, JsonNode>> valid(Resource resource, Map<String, JsonNode> keys) {
        return Optional.of(keys)
                .filter(all -> all.entrySet().stream()
                        .allMatch(key -> parameters(resource, key.getKey())
                                .flatMap(parameter -> parameter.valueSchema().stream())
                                .allMatch(schema -> canBe(schema, key.getValue()))));
    }

    /** A path is text: the same name may be a number to one operation, and a text to another. */
    private boolean canBe(Schema schema, JsonNode value) {
        return Stream.of(value, JsonNodeFactory.instance.stringNode(value.asString("")))
                .anyMatch(form -> data.schemas().isValid(schema, Direction.REQUEST, form));
    }

    private static Stream<Parameter> parameters(Resource resource, String name) {
        return resource.members().stream()
                .filter(member -> resource.items().stream()
                        .anyMatch(item ->
                                item.template().equals(member.operation().template())))
                .flatMap(member -> member.operation().parameters(Parameter.In.PATH).stream())
                .filter(parameter -> parameter.name().equals(name));
    }
}
