package plumbline.contract.resources;

import java.util.List;
import java.util.Optional;
import plumbline.contract.document.Node;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.RequestBodySpec;
import plumbline.contract.operation.ResponseSpec;
import plumbline.contract.operation.Schema;

/** What operations say of their messages. */
final class Messages {
    private Messages() {}

    /** {@return the responses that mean success} */
    static List<ResponseSpec> successes(Operation operation) {
        List<ResponseSpec> explicit =
                operation.responses().stream().filter(ResponseSpec::isSuccess).toList();
        return explicit.isEmpty()
                ? operation.responses().stream()
                        .filter(response -> "default".equals(response.key()))
                        .toList()
                : explicit;
    }

    /** {@return the schema of the JSON with which an operation answers in case of success} */
    static Optional<Schema> answered(Operation operation) {
        return successes(operation).stream()
                .flatMap(response -> response.content().stream())
                .filter(Messages::isJson)
                .flatMap(type -> Optional.ofNullable(type.schema()).stream())
                .findFirst();
    }

    /** {@return the schema of the tree or the form that an operation takes} */
    static Optional<Schema> taken(Operation operation) {
        RequestBodySpec body = operation.body();
        return body == null
                ? Optional.empty()
                : body.content().stream()
                        .filter(type -> isJson(type)
                                || type.mediaType().isForm()
                                || type.mediaType().isMultipart())
                        .flatMap(type -> Optional.ofNullable(type.schema()).stream())
                        .findFirst();
    }

    private static boolean isJson(MediaTypeSpec type) {
        return type.mediaType().isJson() || type.mediaType().isRange();
    }

    /** {@return whether a success says that something was made} */
    static boolean saysCreated(Operation operation) {
        return successes(operation).stream()
                .anyMatch(response -> "201".equals(response.key()) || hasLocation(response));
    }

    /** {@return whether a success says where what was made is} */
    static boolean saysWhere(Operation operation) {
        return successes(operation).stream().anyMatch(Messages::hasLocation);
    }

    private static boolean hasLocation(ResponseSpec response) {
        return response.headers().stream()
                .anyMatch(header -> "Location".equalsIgnoreCase(header.name())
                        || "Content-Location".equalsIgnoreCase(header.name()));
    }

    /** {@return whether two schemas are of one kind of value by reference} */
    static boolean isSame(Schema one, Schema other) {
        return kind(one).equals(kind(other));
    }

    /** {@return what a schema is once references and compositions of one part are taken off} */
    static Node kind(Schema schema) {
        Node node = schema.node().resolved();
        for (String keyword : List.of("allOf", "anyOf", "oneOf")) {
            List<Node> parts = node.items(keyword);
            if (parts.size() == 1 && node.get("properties").isEmpty()) {
                return parts.get(0).resolved();
            }
        }
        return node;
    }
}
