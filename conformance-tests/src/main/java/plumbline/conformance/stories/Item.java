package plumbline.conformance.stories;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import plumbline.contract.Contract;
import plumbline.contract.Match;
import plumbline.contract.document.Node;
import plumbline.contract.http.PercentCoding;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.operation.ResponseSpec;
import plumbline.json.jackson.databind.JsonNode;

/** Finds where an item is that has just been created: by Location, by a link of the contract, or by its id in the body. */
record Item(Contract contract, CreatableKind resource) {
    private static final String BODY = "$response.body#";

    /** {@return the path of the item, as it is sent} */
    Optional<String> path(Request creation, Response created) {
        return location(creation, created).or(() -> {
            String collection = creation.path();
            return id(created).map(id -> collection + "/" + PercentCoding.encode(id));
        });
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
        return Stream.concat(links(created), named())
                .flatMap(pointer -> body.map(value -> value.at(pointer)).stream())
                .filter(value -> value.isValueNode() && !value.isNull())
                .map(JsonNode::asString)
                .filter(id -> !id.isEmpty())
                .findFirst();
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
        return List.of(resource.idName(), "id").stream().map(name -> "/" + name);
    }
}
