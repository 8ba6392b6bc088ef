package plumbline.conformance.stories;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import plumbline.contract.Contract;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.RequestBodySpec;
import plumbline.contract.operation.ResponseSpec;
import plumbline.contract.operation.Schema;

/**
 * A kind of items that can be created in a collection and read by path: POST /books and GET /books/{isbn}.
 *
 * @param create the operation that creates one
 * @param read the operation that reads one
 * @param siblings all operations of the contract on the collection and its items
 */
public record CreatableKind(Operation create, Operation read, List<Operation> siblings) {
    public CreatableKind {
        siblings = List.copyOf(siblings);
    }

    /** {@return the resources of a contract} */
    public static List<CreatableKind> of(Contract contract) {
        List<CreatableKind> resources = new ArrayList<>();
        for (Operation create : contract.operations()) {
            if ("POST".equals(create.method())) {
                contract.operations().stream()
                        .filter(read -> "GET".equals(read.method()) && isItemOf(create, read))
                        .findFirst()
                        .map(read -> new CreatableKind(create, read, siblings(contract, create, read)))
                        .ifPresent(resources::add);
            }
        }
        return resources;
    }

    /** {@return whether one operation is on the items of the collection that another one is on} */
    public static boolean isItemOf(Operation collection, Operation item) {
        String path = item.template().toString();
        List<String> names = item.template().names();
        return !names.isEmpty() && path.equals(collection.template() + "/{" + names.get(names.size() - 1) + "}");
    }

    private static List<Operation> siblings(Contract contract, Operation create, Operation read) {
        return contract.operations().stream()
                .filter(other -> other.template().equals(create.template())
                        || other.template().equals(read.template()))
                .toList();
    }

    /** {@return the name of the parameter that names an item} */
    String idName() {
        List<String> names = read.template().names();
        return names.get(names.size() - 1);
    }

    /** {@return the operation on items with this method} */
    public Optional<Operation> onItem(String method) {
        return siblings.stream()
                .filter(operation -> operation.method().equals(method)
                        && operation.template().equals(read.template()))
                .findFirst();
    }

    /** {@return the operation that lists items} */
    public Optional<Operation> list() {
        return siblings.stream()
                .filter(operation ->
                        "GET".equals(operation.method()) && operation.template().equals(create.template()))
                .findFirst();
    }

    /** {@return the schemas of successful answers to reading} */
    Stream<Schema> readSchemas() {
        return read.responses().stream()
                .filter(ResponseSpec::isSuccess)
                .map(ResponseSpec::content)
                .flatMap(List::stream)
                .flatMap(type -> Optional.ofNullable(type.schema()).stream());
    }

    /** {@return the schemas of what an operation takes} */
    static Stream<Schema> requestSchemas(Operation operation) {
        RequestBodySpec body = operation.body();
        List<MediaTypeSpec> content = body == null ? List.of() : body.content();
        return content.stream().flatMap(type -> Optional.ofNullable(type.schema()).stream());
    }
}
