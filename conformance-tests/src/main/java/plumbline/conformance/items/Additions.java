package plumbline.conformance.items;

import java.util.Optional;
import java.util.stream.Stream;
import plumbline.conformance.stories.CreatableKind;
import plumbline.conformance.stories.Lifecycle;
import plumbline.contract.Match;
import plumbline.contract.http.PercentCoding;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.json.Json;
import plumbline.contract.operation.Operation;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.MissingNode;

/**
 * Finds what removes something that was added, though nothing reads it: by its {@code Location}, or below the collection by the
 * name that the answer tells.
 *
 * @param kinds what operations there are
 */
record Additions(ItemKinds kinds) {
    private static final int CREATED = 201;

    /** {@return whether an answer says that something was added} */
    static boolean isAddition(Response answer) {
        return answer.status() == CREATED;
    }

    /** What removes something. */
    record Removal(Operation operation, Request request) {}

    /** {@return what removes what was added, if the contract documents it} */
    Optional<Removal> removal(Operation operation, Request request, Response answer) {
        return Stream.concat(located(request, answer).stream(), named(operation, request, answer))
                .filter(path -> isNew(request, path))
                .flatMap(path ->
                        remover(path)
                                .map(remover ->
                                        new Removal(remover, kinds.ordinary().on(remover, path)))
                                .stream())
                .findFirst();
    }

    /** Whether something can only have been made by a request: it is below that, by a name that the server has given. */
    private static boolean isNew(Request request, String path) {
        String name =
                PercentCoding.decode(path.substring(path.lastIndexOf('/') + 1)).orElse("");
        return path.startsWith(request.path() + "/")
                && !name.isEmpty()
                && !request.body().text().contains(name);
    }

    private Optional<Operation> remover(String path) {
        return kinds.bodies() != null && kinds.bodies().contract().match("DELETE", path) instanceof Match.Found found
                ? Optional.of(found.operation())
                : Optional.empty();
    }

    private static Optional<String> located(Request request, Response answer) {
        return answer.headers().first("Location").flatMap(location -> Lifecycle.located(request.path(), location));
    }

    private Stream<String> named(Operation operation, Request request, Response answer) {
        JsonNode body = Json.readIfValid(answer.body().bytes()).orElseGet(MissingNode::getInstance);
        return kinds.removersIn(operation)
                .flatMap(remover -> Stream.of(CreatableKind.lastName(remover), "id")
                        .map(body::path)
                        .filter(name -> name.isString() || name.isIntegralNumber())
                        .limit(1)
                        .map(name -> CreatableKind.itemPath(operation, request.path(), remover, name.asString())));
    }
}
