package plumbline.conformance.stories;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plumbline.conformance.Conversation;
import plumbline.conformance.Expectation;
import plumbline.conformance.Success;
import plumbline.conformance.stories.links.FollowLinks;
import plumbline.contract.Contract;
import plumbline.contract.Match;
import plumbline.contract.http.PercentCoding;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.json.Pointers;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.Operation;
import plumbline.contract.parameters.SchemaShape;
import plumbline.contract.sampling.RequestSampler;
import plumbline.contract.sampling.UnsatisfiableException;
import plumbline.contract.validation.Schemas;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/**
 * What all stories about an item have in common: it is created, found and, in the end, removed.
 *
 * @param contract the contract
 * @param schemas its schemas
 * @param sampler makes requests
 * @param resource the kind of the item
 * @param values values of parameters that name what exists
 */
public record Lifecycle(
        Contract contract,
        Schemas schemas,
        RequestSampler sampler,
        CreatableKind resource,
        Map<String, JsonNode> values) {
    private static final int CREATED = 201;

    public Lifecycle {
        values = Map.copyOf(values);
    }

    /**
     * An item that was created.
     *
     * @param path its path
     * @param name what names it in its collection
     * @param request what created it
     * @param sent what was sent to create it
     * @param created what came back
     */
    record Created(String path, String name, Request request, JsonNode sent, Response created) {
        /** {@return the properties that were sent whose value is the last part of the path} */
        Set<String> namesFromClient() {
            return sent.propertyNames().stream()
                    .filter(property -> sent.path(property).isValueNode()
                            && sent.path(property).asString("").equals(name))
                    .collect(Collectors.toSet());
        }
    }

    /** {@return where links lead} */
    FollowLinks.Web web() {
        return new FollowLinks.Web(contract, sampler);
    }

    /** {@return the request that creates an item, if one can be made} */
    public Optional<Request> creation(long seed) {
        return sample(resource.create(), Map.of(), seed);
    }

    /** {@return a new item; nothing if the server would not create one, or nobody knows where it is} */
    Optional<Created> create(Conversation conversation, long seed) {
        return creation(seed).flatMap(creation -> create(conversation, creation));
    }

    /** {@return the item that this request makes; nothing if the server would not make one, or nobody knows where it is} */
    Optional<Created> create(Conversation conversation, Request planned) {
        return create(conversation, planned, prepared -> prepared);
    }

    /** {@return the same, of what the request that is best sent is made} */
    Optional<Created> create(Conversation conversation, Request planned, UnaryOperator<Request> made) {
        Request placed = resource.isPlaced() ? conversation.elsewhere(resource.create(), planned) : planned;
        Request creation = made.apply(conversation.prepared(resource.create(), placed));
        Optional<Response> response = sent(conversation, creation);
        boolean isToldHow = response.filter(refusal -> conversation.isTelling(resource.create(), creation, refusal))
                .isPresent();
        return isToldHow
                ? created(conversation, made.apply(conversation.prepared(resource.create(), placed)))
                : response.flatMap(answer -> created(creation, answer));
    }

    private Optional<Response> sent(Conversation conversation, Request creation) {
        return conversation.send("create", resource.create(), creation, new Expectation.Documented());
    }

    private Optional<Created> created(Conversation conversation, Request creation) {
        return sent(conversation, creation).flatMap(answer -> created(creation, answer));
    }

    private Optional<Created> created(Request creation, Response answer) {
        return Success.isDocumented(resource.create(), answer.status())
                ? path(creation, answer)
                        .flatMap(found -> sent(resource.create(), creation)
                                .map(sent -> new Created(found, name(found), creation, sent, answer)))
                : Optional.empty();
    }

    /** {@return the path of what was created, as it is sent; nothing if the answer does not say it} */
    public Optional<String> path(Request creation, Response created) {
        return new Item(contract, resource).path(creation, created);
    }

    /** {@return the path that a creation itself says its item will have; nothing if the server gives the name} */
    public Optional<String> said(Request creation) {
        return path(creation, Response.of(CREATED));
    }

    /** {@return the path that a Location leads to from another one; nothing if it is malformed} */
    public static Optional<String> located(String base, String location) {
        return Item.resolved(base, location);
    }

    /** {@return the other paths than this at which an item may be since a change of it, by what was sent and what came back} */
    public Stream<String> others(String path, Operation operation, Request change, Response answer) {
        return new Item(contract, resource).others(path, operation, change, answer);
    }

    private String name(String path) {
        String raw = contract.match("GET", path) instanceof Match.Found found
                ? found.pathValues().getOrDefault(idName(), "")
                : "";
        return PercentCoding.decode(raw).orElse("");
    }

    /** {@return the name of the parameter that names an item} */
    public String idName() {
        return resource.idName();
    }

    /** {@return a right request for an operation on this item} */
    Request onItem(Operation operation, String path, long seed) {
        String name = name(path);
        Map<String, JsonNode> named = Map.of(resource.idName(), JsonNodeFactory.instance.stringNode(name));
        return sample(operation, named, seed)
                .map(request -> saying(operation, request, name))
                .orElseGet(() -> Request.of(operation.method(), path))
                .withPath(path);
    }

    /** The request, whose body says the name that its path says, where it says one. */
    private Request saying(Operation operation, Request request, String name) {
        Optional<BodyForm> form = BodyForm.of(operation, request);
        Optional<ObjectNode> body = form.flatMap(known -> known.read(request.body()))
                .filter(JsonNode::isObject)
                .map(value -> (ObjectNode) value);
        List<String> places = resource.namePointers();
        if (body.isEmpty()
                || places.stream().allMatch(place -> body.get().at(place).isMissingNode())) {
            return request;
        }
        for (String place : places) {
            JsonNode said = body.get().at(place);
            if (said.isString()) {
                Pointers.set(body.get(), Pointers.tokens(place), JsonNodeFactory.instance.stringNode(name));
            } else if (said.isNumber() && name.matches("[0-9]{1,18}")) {
                Pointers.set(
                        body.get(), Pointers.tokens(place), JsonNodeFactory.instance.numberNode(Long.parseLong(name)));
            }
        }
        return form.orElseThrow().write(request, body.get());
    }

    /** {@return what reading the item gives} */
    Optional<Response> read(Conversation conversation, String step, Created item) {
        return conversation.send(
                step, resource.read(), onItem(resource.read(), item.path(), 0), new Expectation.Success());
    }

    private Optional<Request> sample(Operation operation, Map<String, JsonNode> named, long seed) {
        Map<String, JsonNode> all = new HashMap<>(values);
        all.putAll(named);
        try {
            return Optional.of(sampler.sample(operation, operation.basePath(), all, seed));
        } catch (UnsatisfiableException e) {
            return Optional.empty();
        }
    }

    /** {@return a request for the list that an item stands in} */
    Request listing(Created item, Operation list) {
        String path = listPath(item, list);
        return sample(list, Map.of(), 0)
                .orElseGet(() -> Request.of(list.method(), path))
                .withPath(path);
    }

    private String listPath(Created item, Operation list) {
        if (!resource.isBeside(list)) {
            return list.basePath() + list.template();
        }
        String path = item.request().path();
        String stem = resource.create().template().stem(path);
        return resource.isPlaced()
                ? stem.substring(0, stem.lastIndexOf('/')) + list.template().ending()
                : path;
    }

    /**
     * {@return those of the properties that an operation takes and that can be read back as they were sent: what the path says,
     * a body cannot say otherwise}
     */
    List<String> comparable(Operation operation, List<String> names, JsonNode sent) {
        Set<String> unseen = CreatableKind.requestSchemas(operation)
                .flatMap(schema -> {
                    Set<String> marked = JsonValues.marked(schema, "writeOnly");
                    marked.addAll(JsonValues.marked(schema, "readOnly"));
                    return marked.stream();
                })
                .collect(Collectors.toSet());
        return readable(names, sent).stream()
                .filter(name -> !unseen.contains(name)
                        && !(resource.creation().sent().isEmpty()
                                && resource.namedBy().contains(name))
                        && !resource.create().template().names().contains(name))
                .toList();
    }

    /** {@return those of the properties that what reads an item may show with their values: more may be let in than out} */
    List<String> readable(List<String> names, JsonNode value) {
        return names.stream().filter(name -> canBeRead(name, value.path(name))).toList();
    }

    private boolean canBeRead(String name, JsonNode value) {
        return resource.itemSchemas()
                .flatMap(schema -> SchemaShape.of(schema).property(name).stream())
                .allMatch(property -> schemas.isValid(property, Direction.RESPONSE, value));
    }

    /** {@return the object that a request sends} */
    static Optional<JsonNode> sent(Operation operation, Request request) {
        return BodyForm.value(operation, request).filter(JsonNode::isObject);
    }

    /** {@return the request with what was read as a condition, where the operation asks for one} */
    static Request unchanged(Operation operation, Request request, Optional<Response> read) {
        boolean asks = operation.parameters().stream().anyMatch(parameter -> parameter.isNamed("If-Match"))
                || operation.response("412").isPresent()
                || operation.response("428").isPresent();
        return asks
                ? read.flatMap(response -> response.headers().first("ETag"))
                        .map(tag -> request.withHeader("If-Match", tag))
                        .orElse(request)
                : request;
    }
}
