package plumbline.conformance.known;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plumbline.conformance.cases.requests.RightRequest;
import plumbline.conformance.cases.requests.RightRequests;
import plumbline.conformance.cases.requests.TestData;
import plumbline.conformance.items.Caller;
import plumbline.contract.Match;
import plumbline.contract.http.PercentCoding;
import plumbline.contract.http.Request;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.Style;
import plumbline.contract.resources.Binding;
import plumbline.contract.resources.Resource;
import plumbline.contract.resources.Resources;
import plumbline.contract.resources.Role;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;

/**
 * What a run knows to exist on its target. Requests are planned with values of which nothing is known; when they are sent,
 * these give way to values of items that the target has listed. What somebody has given stays. Thread-safe.
 */
public final class KnownItems {
    private final @Nullable TestData data;
    private final @Nullable RightRequests requests;
    private final Resources resources;
    private final Map<Operation, Optional<PathValues>> planned = new ConcurrentHashMap<>();
    private final Map<Resource, KnownItem> chosen = new ConcurrentHashMap<>();
    private final Set<KnownItem> used = ConcurrentHashMap.newKeySet();
    private final Set<Resource> lacking = new LinkedHashSet<>();
    private boolean hasLearned;

    private KnownItems(@Nullable TestData data) {
        this.data = data;
        this.requests = data == null ? null : new RightRequests(data);
        this.resources = data == null ? Resources.none() : data.resources();
    }

    /** {@return a run's knowledge, to be learned from the target of these data} */
    public static KnownItems of(TestData data) {
        return new KnownItems(data);
    }

    /** {@return no knowledge: requests are sent as they were planned} */
    public static KnownItems none() {
        return new KnownItems(null);
    }

    /**
     * Asks the target what exists, once in a run and before any case, so that what a case is sent with does not depend on
     * which others are sent, and in which order.
     *
     * @param operations the operations that cases are for
     * @param caller who sends
     */
    public synchronized void learn(List<Operation> operations, Caller caller) {
        if (hasLearned || data == null || requests == null) {
            return;
        }
        hasLearned = true;
        Set<Resource> needed = new LinkedHashSet<>();
        for (Operation operation : operations) {
            for (Binding binding : free(operation)) {
                needed.addAll(binding.resource().ancestors());
                needed.add(binding.resource());
            }
        }
        Discovery discovery = new Discovery(data, requests, caller, this);
        resources.all().stream()
                .filter(needed::contains)
                .sorted((one, other) -> Integer.compare(
                        one.ancestors().size(), other.ancestors().size()))
                .filter(resource -> !discovery.hasExample(resource))
                .forEach(resource -> discovery
                        .find(resource)
                        .ifPresentOrElse(item -> chosen.put(resource, item), () -> lacking.add(resource)));
    }

    /** {@return the resources of which requests need an item, and nothing is known; each is told once} */
    public synchronized List<Resource> lacking() {
        List<Resource> told = List.copyOf(lacking);
        lacking.clear();
        return told;
    }

    /** Takes note of an item that can be read by this path. */
    public synchronized void adopt(Resource resource, String path, String origin) {
        if (data == null
                || !(data.contract().match("GET", path) instanceof Match.Found found)
                || resources.with(found.operation(), Role.READ).isEmpty()) {
            return;
        }
        // An item may be named by several values.
        Map<Resource, Map<String, JsonNode>> keys = new LinkedHashMap<>();
        for (Binding binding : resources.bindings(found.operation())) {
            String value = PercentCoding.decode(found.pathValues().getOrDefault(binding.parameter(), ""))
                    .orElse("");
            if (value.isEmpty()) {
                return;
            }
            keys.computeIfAbsent(binding.resource(), named -> new LinkedHashMap<>())
                    .put(binding.key(), JsonNodeFactory.instance.stringNode(value));
        }
        @Nullable KnownItem item = null;
        for (Map.Entry<Resource, Map<String, JsonNode>> named : keys.entrySet()) {
            item = new KnownItem(named.getKey(), named.getValue(), item, origin);
        }
        if (item != null && item.resource().equals(resource)) {
            chosen.put(resource, item);
        }
    }

    /** {@return a few items of the resource that an operation belongs to, as lists show them} */
    public List<JsonNode> stored(Operation operation, Caller caller) {
        return data == null || requests == null
                ? List.of()
                : resources.with(operation).stream()
                        .findFirst()
                        .map(resource -> new Discovery(data, requests, caller, this).shown(resource))
                        .orElse(List.of());
    }

    /** {@return the item of a resource that requests are about, if one is known} */
    Optional<KnownItem> chosen(Resource resource) {
        return Optional.ofNullable(chosen.get(resource));
    }

    /** {@return the request as it is to be sent: about what exists, unless it would harm that} */
    public Request bound(Operation operation, Request request) {
        return chosen.isEmpty() || isHarmful(operation, request) ? request : noted(operation, request, free(operation));
    }

    /** {@return the request, about the item that it names, but within what exists} */
    public Request boundAround(Operation operation, Request request) {
        List<Binding> bindings = resources.bindings(operation);
        if (chosen.isEmpty() || bindings.isEmpty()) {
            return request;
        }
        Resource deepest = bindings.get(bindings.size() - 1).resource();
        return noted(
                operation,
                request,
                free(operation).stream()
                        .filter(binding -> !binding.resource().equals(deepest))
                        .toList());
    }

    private Request noted(Operation operation, Request request, List<Binding> bindings) {
        Set<KnownItem> items = new LinkedHashSet<>();
        Request written = written(operation, request, bindings, start(operation), items);
        if (!written.equals(request)) {
            used.addAll(items);
        }
        return written;
    }

    /** A part that is known says which whole is asked for all of its parts. */
    private @Nullable KnownItem start(Operation operation) {
        List<Binding> bindings = resources.bindings(operation);
        return Stream.concat(
                        resources.with(operation).stream(),
                        bindings.isEmpty()
                                ? Stream.of()
                                : Stream.of(bindings.get(bindings.size() - 1).resource()))
                .flatMap(resource -> chosen(resource).stream())
                .findFirst()
                .orElse(null);
    }

    /** {@return the request, about an item or what is in it} */
    Request about(@Nullable KnownItem item, Operation operation, Request request) {
        return written(operation, request, free(operation), item, new LinkedHashSet<>());
    }

    private Request written(
            Operation operation,
            Request request,
            List<Binding> bindings,
            @Nullable KnownItem start,
            Set<KnownItem> items) {
        Optional<PathValues> places = planned.computeIfAbsent(operation, this::planned);
        Map<String, JsonNode> values = new LinkedHashMap<>();
        for (Binding binding : bindings) {
            Optional<KnownItem> item = Optional.ofNullable(start)
                    .flatMap(known -> known.within(binding.resource()))
                    .or(() -> start == null || start.parent() == null ? chosen(binding.resource()) : Optional.empty());
            @Nullable
            JsonNode value = item.map(known -> known.keys().get(binding.key())).orElse(null);
            if (value != null) {
                values.putIfAbsent(binding.parameter(), value);
                items.add(item.orElseThrow());
            }
        }
        return values.isEmpty() || places.isEmpty() ? request : places.get().write(request, values);
    }

    private Optional<PathValues> planned(Operation operation) {
        return data == null || requests == null
                ? Optional.empty()
                : requests.best(operation)
                        .map(RightRequest::request)
                        .map(right -> new PathValues(operation.basePath(), operation.template(), right.path()));
    }

    /** What was not made by the run is read, and may have things created in it, but nothing else is done with it. */
    private boolean isHarmful(Operation operation, Request request) {
        boolean creates = request.method().equals("POST")
                && operation.method().equals("POST")
                && resources.with(operation, Role.CREATE).isPresent();
        return !request.isSafe() && !creates && !(data != null && data.target().isDisposable());
    }

    /** {@return the path parameters that name items, and whose values nobody has given} */
    List<Binding> free(Operation operation) {
        Set<String> given = requests == null
                ? Set.of()
                : requests.knownPathValues(operation).keySet();
        List<Binding> free = new ArrayList<>();
        for (Binding binding : resources.bindings(operation)) {
            boolean isPlain = operation.parameters(Parameter.In.PATH).stream()
                    .anyMatch(parameter -> parameter.name().equals(binding.parameter())
                            && parameter.layout().style() == Style.SIMPLE);
            if (isPlain && !given.contains(binding.parameter())) {
                free.add(binding);
            }
        }
        return free;
    }

    /** {@return what requests were about, and from where it is known, for people to read} */
    public List<String> notes() {
        return used.stream().map(KnownItem::toString).sorted().toList();
    }
}
