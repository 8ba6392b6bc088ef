package plumbline.conformance.stories;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import plumbline.contract.Contract;
import plumbline.contract.Match;
import plumbline.contract.document.Node;
import plumbline.contract.http.PercentCoding;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.ResponseSpec;
import plumbline.contract.resources.Key;
import plumbline.json.jackson.databind.JsonNode;

/** Finds where an item is that has just been created: by Location, by a link of the contract, or by its id in the body. */
record Item(Contract contract, CreatableKind resource) {
    /** What a name ends with that is no number which a server gives. */
    private static final Pattern SAID = Pattern.compile("(?i).*(digest|sha|hash|checksum)");

    private static final String BODY = "$response.body#";

    /** {@return the path of the item, as it is sent} */
    Optional<String> path(Request creation, Response created) {
        if (resource.isPlaced()) {
            return Optional.of(creation.path());
        }
        return location(creation, created)
                .or(() -> id(created).or(() -> sent(creation)).flatMap(id -> below(creation, id)));
    }

    /** {@return the other paths than this at which the item may be since a change of it, by what came back and by what was sent} */
    Stream<String> others(String path, Operation operation, Request change, Response answer) {
        Stream<Optional<JsonNode>> bodies = Stream.of(JsonValues.json(answer), BodyForm.value(operation, change));
        List<String> places = Stream.concat(resource.namePointers().stream(), named())
                .distinct()
                .toList();
        String ending = resource.read().template().ending();
        String stem = resource.read().template().stem(path);
        String parent = stem.substring(0, stem.lastIndexOf('/') + 1);
        return bodies.flatMap(Optional::stream)
                .flatMap(body -> texts(places.stream().map(body::at)))
                .map(name -> parent + PercentCoding.encode(name) + ending)
                .filter(other -> !other.equals(path))
                .distinct();
    }

    /** What is on another path than its collection has the same parents. */
    private Optional<String> below(Request creation, String id) {
        if (CreatableKind.isItemOf(resource.create(), resource.read())) {
            return Optional.of(CreatableKind.itemPath(resource.create(), creation.path(), resource.read(), id));
        }
        Map<String, String> parents = contract.match(creation.method(), creation.path()) instanceof Match.Found found
                ? found.pathValues()
                : Map.of();
        List<String> names = resource.read().template().names();
        List<String> outer = resource.create().template().names();
        if (outer.size() != names.size() - 1 || !parents.keySet().containsAll(outer)) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < outer.size(); i++) {
            values.put(names.get(i), parents.get(outer.get(i)));
        }
        values.put(resource.idName(), PercentCoding.encode(id));
        return Optional.of(
                resource.read().basePath() + resource.read().template().expand(values));
    }

    /** A name that the client has chosen need not be told to it. */
    private Optional<String> sent(Request creation) {
        return BodyForm.value(resource.create(), creation)
                .flatMap(body -> resource.creation().sent().stream()
                        .filter(key -> key.parameter().equals(resource.idName()))
                        .flatMap(key -> texts(Stream.of(body.at(key.pointer()))))
                        .findFirst());
    }

    private Optional<String> location(Request creation, Response created) {
        return created.headers()
                .first("Location")
                .flatMap(text -> resolved(creation.path(), text))
                .filter(this::isItem);
    }

    /** {@return the path that a Location leads to from another one; nothing if it is malformed} */
    static Optional<String> resolved(String base, String location) {
        try {
            return Optional.ofNullable(
                    URI.create("http://localhost" + base).resolve(location).getRawPath());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean isItem(String path) {
        return contract.match("GET", path) instanceof Match.Found found
                && found.operation().equals(resource.read());
    }

    private Optional<String> id(Response created) {
        Optional<JsonNode> body = JsonValues.json(created);
        return texts(Stream.of(links(created), shown(), named())
                        .flatMap(pointers -> pointers)
                        .flatMap(pointer -> body.map(value -> value.at(pointer)).stream()))
                .findFirst();
    }

    private static Stream<String> texts(Stream<JsonNode> values) {
        return values.filter(value -> value.isValueNode() && !value.isNull())
                .map(JsonNode::asString)
                .filter(text -> !text.isEmpty());
    }

    private Stream<String> shown() {
        return resource.creation().showing().stream()
                .flatMap(showing -> showing.keys().stream()
                        .filter(key -> key.source() == Key.Source.PROPERTY
                                && key.parameter().equals(resource.idName()))
                        .map(key -> showing.pointer() + key.pointer()));
    }

    private Stream<String> links(Response created) {
        return resource.create().response(created.status()).map(ResponseSpec::links).orElse(Map.of()).values().stream()
                .map(Node::resolved)
                .filter(link -> link.text("operationId")
                        .filter(resource.read().id()::equals)
                        .isPresent())
                .flatMap(link -> link.members("parameters").entrySet().stream())
                .filter(parameter -> parameter.getKey().equals(resource.idName())
                        || parameter.getKey().equals("path." + resource.idName()))
                .map(parameter -> parameter.getValue().value().asString(""))
                .filter(expression -> expression.startsWith(BODY))
                .map(expression -> expression.substring(BODY.length()));
    }

    private Stream<String> named() {
        boolean isCalledOtherwise = SAID.matcher(resource.idName()).matches();
        return (isCalledOtherwise ? Stream.of(resource.idName()) : Stream.of(resource.idName(), "id"))
                .map(name -> "/" + name);
    }
}
