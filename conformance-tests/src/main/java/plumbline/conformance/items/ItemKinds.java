package plumbline.conformance.items;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plumbline.conformance.stories.CreatableKind;
import plumbline.conformance.stories.Lifecycle;
import plumbline.conformance.stories.Risks;
import plumbline.contract.http.Request;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.PathTemplate;

/** What kinds of items a contract has, and which of them can be created. Thread-safe. */
public final class ItemKinds {
    private final List<Operation> operations;
    private final List<Lifecycle> creatable;
    private final OrdinaryRequests ordinary;
    private final @Nullable BodySource bodies;
    private final Map<Operation, Relations> relations = new ConcurrentHashMap<>();

    /**
     * Knows the kinds of a contract.
     *
     * @param operations all operations of the contract
     * @param creatable the lives of items that can be created
     * @param ordinary what operations are usually called with
     * @param bodies where other bodies come from; null if nothing but the ordinary ones is sent
     */
    public ItemKinds(
            List<Operation> operations,
            List<Lifecycle> creatable,
            OrdinaryRequests ordinary,
            @Nullable BodySource bodies) {
        this.operations = List.copyOf(operations);
        this.creatable = creatable.stream()
                .filter(life ->
                        life.resource().isPlaced() || !isRisky(life.resource().create(), operations))
                .toList();
        this.ordinary = ordinary;
        this.bodies = bodies;
    }

    /** What an operation is to the kinds and to other operations; found once, since each request of a run asks for it. */
    private record Relations(
            Optional<Lifecycle> on,
            Optional<Lifecycle> created,
            Optional<Lifecycle> placed,
            Optional<Operation> reader,
            boolean isAddition,
            boolean isRisky) {}

    /** {@return the lives of items that can be created} */
    List<Lifecycle> creatable() {
        return creatable;
    }

    /** {@return what operations are usually called with} */
    OrdinaryRequests ordinary() {
        return ordinary;
    }

    /** {@return where other bodies come from; null if nothing but the ordinary ones is sent} */
    @Nullable
    BodySource bodies() {
        return bodies;
    }

    private Relations relations(Operation operation) {
        return relations.computeIfAbsent(operation, this::find);
    }

    private Relations find(Operation operation) {
        Optional<Lifecycle> created = findCreated(operation);
        return new Relations(
                findOn(operation),
                created,
                findPlaced(operation),
                findReader(operation),
                created.isPresent() || isCollection(operation),
                isRisky(operation, operations));
    }

    /** {@return the kinds of a contract of which nothing can be created} */
    public static ItemKinds none() {
        OrdinaryRequests any = new OrdinaryRequests() {
            @Override
            public boolean isOrdinary(Operation operation, String path) {
                return false;
            }

            @Override
            public Optional<Request> best(Operation operation) {
                return Optional.empty();
            }
        };
        return new ItemKinds(List.of(), List.of(), any, null);
    }

    /** {@return the innermost kind of item that an operation is on, or on a part of, and that can be created} */
    Optional<Lifecycle> on(Operation operation) {
        return relations(operation).on();
    }

    private Optional<Lifecycle> findOn(Operation operation) {
        return creatable.stream()
                .filter(life -> isWithin(operation, life.resource().read()))
                .max(Comparator.comparing(life -> depth(life.resource().read())));
    }

    /** {@return the life of what an operation creates that is not told where} */
    Optional<Lifecycle> createdBy(Operation operation) {
        return relations(operation).created();
    }

    private Optional<Lifecycle> findCreated(Operation operation) {
        return creatable.stream()
                .filter(life ->
                        !life.resource().isPlaced() && life.resource().create().equals(operation))
                .findFirst();
    }

    /** {@return the life of what an operation puts where it is told to} */
    Optional<Lifecycle> placedBy(Operation operation) {
        return relations(operation).placed();
    }

    private Optional<Lifecycle> findPlaced(Operation operation) {
        return creatable.stream()
                .filter(life ->
                        life.resource().isPlaced() && life.resource().create().equals(operation))
                .findFirst();
    }

    /** {@return the innermost kind of item that what an operation creates is in} */
    Optional<Lifecycle> around(Operation create) {
        return creatable.stream()
                .filter(life -> isWithin(create, life.resource().read())
                        && !isSame(create, life.resource().read()))
                .max(Comparator.comparing(life -> depth(life.resource().read())));
    }

    /** {@return what reads the item, or the one thing, that an operation is on or on a part of} */
    Optional<Operation> readerOf(Operation operation) {
        return relations(operation).reader();
    }

    private Optional<Operation> findReader(Operation operation) {
        return operations.stream()
                .filter(reader -> "GET".equals(reader.method()) && isWithin(operation, reader))
                .filter(reader -> isSame(reader, operation) || reader.template().endsInParameter())
                .max(Comparator.comparing(ItemKinds::depth));
    }

    /** {@return what removes an item by the path that an operation is on} */
    Optional<Operation> removerOf(Operation operation) {
        return operations.stream()
                .filter(remover -> "DELETE".equals(remover.method()) && isSame(remover, operation))
                .findFirst();
    }

    /** {@return whether an operation does something, of which nobody knows what: an item need not be the same afterwards} */
    boolean isAction(Operation operation) {
        return "POST".equals(operation.method()) && !isAddition(operation);
    }

    /** {@return the operations that remove items of the collection that an operation is on} */
    Stream<Operation> removersIn(Operation collection) {
        return operations.stream()
                .filter(remover -> "DELETE".equals(remover.method()) && CreatableKind.isItemOf(collection, remover));
    }

    /** {@return whether an operation adds to a collection: something reads, changes or removes its items} */
    boolean isAddition(Operation operation) {
        return relations(operation).isAddition();
    }

    /** {@return whether what an operation does is likely to change more than it adds: its name says so, or there is but one thing} */
    boolean isRisky(Operation operation) {
        return relations(operation).isRisky();
    }

    private static boolean isRisky(Operation operation, List<Operation> all) {
        return Risks.isIn(operation)
                || all.stream().noneMatch(item -> CreatableKind.isItemOf(operation, item))
                        && all.stream().anyMatch(beside -> isOneThing(operation, beside));
    }

    private static boolean isOneThing(Operation operation, Operation beside) {
        return "POST".equals(operation.method())
                && "GET".equals(beside.method())
                && isSame(operation, beside)
                && Risks.showsOneThing(beside);
    }

    private boolean isCollection(Operation operation) {
        return "POST".equals(operation.method())
                && operations.stream().anyMatch(item -> CreatableKind.isItemOf(operation, item));
    }

    /** {@return whether something shows what stands on the path of an operation} */
    boolean isShownBeside(Operation operation) {
        return operations.stream().anyMatch(reader -> "GET".equals(reader.method()) && isSame(reader, operation));
    }

    /** {@return the path of what an operation is on, or on a part of, as a request on that says it} */
    static String start(Operation operation, String path) {
        PathTemplate template = operation.template();
        String start = ItemPrefix.start(path, depth(operation) + slashes(operation.basePath()));
        return template.stem(start) + template.ending();
    }

    /** {@return whether an answer to reading says that nothing is there} */
    static boolean isMissing(int status) {
        return status / 100 == 4 && status != 401 && status != 403 && status != 429;
    }

    private static boolean isSame(Operation one, Operation other) {
        return one.template().shape().equals(other.template().shape());
    }

    private static boolean isWithin(Operation inner, Operation outer) {
        return isSame(inner, outer)
                || outer.template().endsInParameter()
                        && outer.template().isAbove(inner.template())
                        && !inner.listsNamesOf(outer);
    }

    private static int depth(Operation operation) {
        return slashes(operation.template().stem());
    }

    private static int slashes(String path) {
        return (int) path.chars().filter(character -> character == '/').count();
    }
}
