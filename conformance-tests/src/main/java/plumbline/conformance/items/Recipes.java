package plumbline.conformance.items;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import plumbline.conformance.stories.BodyForm;
import plumbline.conformance.stories.CreatableKind;
import plumbline.conformance.stories.Lifecycle;
import plumbline.contract.Match;
import plumbline.contract.http.PercentCoding;
import plumbline.contract.http.Request;
import plumbline.contract.json.Pointers;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.PathTemplate;
import plumbline.contract.resources.Key;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/** Which bodies a server has accepted in a run, and which of their values must be new each time. */
final class Recipes {
    private final BodySource source;
    private final FreshValues fresh;
    private final Map<Operation, JsonNode> accepted = new HashMap<>();
    private final Map<Operation, Set<String>> unique = new HashMap<>();

    Recipes(BodySource source) {
        this.source = source;
        this.fresh = new FreshValues(source.schemas(), System.nanoTime());
    }

    /**
     * {@return bodies to try for an operation, as requests that differ in them; what was accepted before goes first, then what
     * was planned}
     *
     * @param stored asks for items that the server has; called only when those are not enough
     */
    Stream<Request> tries(Operation operation, Request planned, Supplier<List<JsonNode>> stored) {
        Optional<BodyForm> form = BodyForm.of(operation, planned);
        Optional<JsonNode> value = BodySource.value(form, planned);
        if (value.isEmpty()) {
            return Stream.of(planned);
        }
        Stream<Request> first = Stream.concat(
                Stream.ofNullable(accepted.get(operation))
                        .map(known -> form.get().write(planned, known)),
                Stream.of(planned));
        Stream<Request> others = Stream.of(stored)
                .flatMap(asked -> source.others(form.get(), value.get(), asked.get()).stream())
                .map(body -> form.get().write(planned, body));
        return Stream.concat(first, others).distinct();
    }

    /** Keeps a body that was accepted. */
    void accept(Operation operation, Request request) {
        BodyForm.value(operation, request).ifPresent(body -> accepted.putIfAbsent(operation, body));
    }

    /**
     * {@return whether there is something to be changed, now that a conflict says what; another one may have said so since the
     * request was made}
     */
    boolean learn(Operation operation, Request request, String message) {
        Optional<JsonNode> body = BodyForm.value(operation, request);
        List<String> blamed = body.map(sent -> BodySource.blamed(sent, message)).orElse(List.of());
        unique.computeIfAbsent(operation, none -> new LinkedHashSet<>()).addAll(blamed);
        return blamed.stream()
                .anyMatch(place -> !fresh.isMade(body.orElseThrow().at(place)));
    }

    /** {@return a request with a body that was accepted, changed as a planned one differs from a right one} */
    Request cast(Operation operation, Plan plan) {
        Request planned = plan.planned();
        Request right = plan.right();
        Optional<BodyForm> form = BodyForm.of(operation, right);
        Optional<JsonNode> from = BodySource.value(form, right);
        if (from.isEmpty() || !accepted.containsKey(operation)) {
            return planned;
        }
        JsonNode base = accepted.getOrDefault(operation, from.get());
        if (planned.body().equals(right.body())) {
            return planned.withBody(form.get().write(right, base).body());
        }
        Request cast = form.get()
                .read(planned.body())
                .map(to -> form.get().write(planned, BodyDifference.carried(from.get(), to, base)))
                .orElse(planned);
        return source.isValid(cast) == source.isValid(planned) ? cast : planned;
    }

    /**
     * {@return a request with values of its own where they must be}
     *
     * @param places where its kind has its name, beside those that a conflict was about
     * @param cast the request
     * @param plan what it was planned as; what a case is about stays
     */
    Request renewed(Operation operation, List<String> places, Request cast, Plan plan) {
        Set<String> all = distinctive(operation, places);
        Optional<BodyForm> form = BodyForm.of(operation, plan.right());
        return changed(
                form,
                List.copyOf(all),
                cast,
                plan,
                (body, place) -> fresh.in(body, place, form.flatMap(BodyForm::schema)));
    }

    /** These places in a body, and those that a conflict was about. */
    private Set<String> distinctive(Operation operation, List<String> places) {
        Set<String> all = new LinkedHashSet<>(places);
        all.addAll(unique.getOrDefault(operation, Set.of()));
        return all;
    }

    /** {@return a request that creates what bears the name of no other, and of no example that is still to be sent as it is} */
    Request distinct(Operation create, Request planned) {
        List<String> names =
                BodyForm.value(create, planned).map(BodySource::names).orElse(List.of());
        return renewed(create, names, planned, new Plan(planned, planned));
    }

    /** {@return whether a path names something by a word that was made up here} */
    boolean isMade(String path) {
        return fresh.isIn(path);
    }

    /** {@return what an item was named by when it was created, by place in a body} */
    Map<String, JsonNode> names(Lifecycle kind, Request creation) {
        Operation create = kind.resource().create();
        Optional<JsonNode> body = BodyForm.value(create, creation);
        Set<String> places = distinctive(create, CreationSearch.names(Optional.of(kind)));
        body.map(BodySource::names).ifPresent(places::addAll);
        Map<String, JsonNode> names = new LinkedHashMap<>();
        body.ifPresent(sent -> places.stream()
                .filter(place -> sent.at(place).isValueNode())
                .forEach(place -> names.put(place, sent.at(place))));
        return names;
    }

    /** {@return a request on an item, with these names where it has those that are usually sent} */
    Request kept(Operation operation, Map<String, JsonNode> names, Request request, Request right) {
        Optional<BodyForm> form = BodyForm.of(operation, right);
        Optional<JsonNode> usual = Optional.ofNullable(accepted.get(operation)).or(() -> BodySource.value(form, right));
        Optional<JsonNode> sent = BodySource.value(form, request);
        if (usual.isEmpty() || sent.isEmpty() || !(sent.get().deepCopy() instanceof ObjectNode body)) {
            return request;
        }
        names.forEach((place, name) -> {
            JsonNode old = body.at(place);
            if (old.isValueNode() && old.equals(usual.get().at(place))) {
                Pointers.set(body, Pointers.tokens(place), name);
            }
        });
        return body.equals(sent.get()) ? request : form.orElseThrow().write(request, body);
    }

    /** {@return a request on an item, whose body says the names that its path says, unless a case is about that} */
    Request named(CreatableKind kind, Request cast, Plan plan) {
        Map<String, String> names = names(kind, plan.planned().path());
        Optional<BodyForm> form = BodyForm.of(kind.create(), plan.right());
        return changed(
                form,
                List.copyOf(names.keySet()),
                cast,
                plan,
                (body, place) -> with(body, place, names.getOrDefault(place, "")));
    }

    /** What the path says of each place in a body that names the item. */
    private Map<String, String> names(CreatableKind kind, String path) {
        Map<String, String> values =
                source.contract().match("GET", path) instanceof Match.Found found ? found.pathValues() : Map.of();
        Map<String, String> names = new LinkedHashMap<>();
        Stream.concat(kind.creation().sent().stream(), kind.isPlaced() ? kind.of().keys().stream() : Stream.of())
                .filter(key -> key.source() == Key.Source.PROPERTY)
                .forEach(key -> PercentCoding.decode(values.getOrDefault(key.parameter(), ""))
                        .filter(name -> !name.isEmpty())
                        .ifPresent(name -> names.put(key.pointer(), name)));
        return names;
    }

    /** {@return a request that puts an item on another path than the planned one, where nothing is likely to be} */
    Request placed(CreatableKind kind, Request planned) {
        PathTemplate template = kind.create().template();
        String stem = template.stem(planned.path());
        int last = stem.lastIndexOf('/') + 1;
        JsonNode old = JsonNodeFactory.instance.stringNode(stem.substring(last));
        List<String> names = template.names();
        Request placed = kind.create().parameters(Parameter.In.PATH).stream()
                .filter(parameter -> parameter.isNamed(names.get(names.size() - 1)))
                .findFirst()
                .flatMap(parameter -> fresh.fresh(parameter.valueSchema().orElse(null), old))
                .map(name -> planned.withPath(
                        stem.substring(0, last) + PercentCoding.encode(name.asString()) + template.ending()))
                .orElse(planned);
        return named(kind, placed, new Plan(placed, placed));
    }

    /**
     * What a request was planned as.
     *
     * @param planned the request
     * @param right a right request that it differs from in what a case is about
     */
    record Plan(Request planned, Request right) {}

    private static Request changed(
            Optional<BodyForm> form,
            List<String> places,
            Request cast,
            Plan plan,
            BiFunction<JsonNode, String, JsonNode> change) {
        Optional<JsonNode> right = BodySource.value(form, plan.right());
        Optional<JsonNode> planned = BodySource.value(form, plan.planned());
        Optional<JsonNode> value = BodySource.value(form, cast);
        if (right.isEmpty() || planned.isEmpty() || value.isEmpty()) {
            return cast;
        }
        JsonNode body = value.get();
        for (String place : places) {
            boolean isUntouched = right.get().at(place).equals(planned.get().at(place));
            body = isUntouched ? change.apply(body, place) : body;
        }
        return body.equals(value.get()) ? cast : form.orElseThrow().write(cast, body);
    }

    private static JsonNode with(JsonNode body, String pointer, String name) {
        JsonNode copy = body.deepCopy();
        int last = pointer.lastIndexOf('/');
        JsonNode old = copy.at(pointer);
        if ((old.isString() || old.isNumber()) && copy.at(pointer.substring(0, last)) instanceof ObjectNode holder) {
            holder.set(Pointers.unescape(pointer.substring(last + 1)), ItemPrefix.like(old, name));
        }
        return copy;
    }
}
