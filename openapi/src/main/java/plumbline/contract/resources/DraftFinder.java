package plumbline.contract.resources;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Schema;

/** Finds resources by their paths: an item's is that of the collection and what names the item. */
final class DraftFinder {
    private static final Set<String> ITEM_METHODS = Set.of("GET", "PUT", "PATCH", "DELETE");
    private static final String BY_PATH = "the item path is the collection path and what names the item";

    private final Map<List<String>, List<Operation>> paths = new LinkedHashMap<>();

    private final SchemaShapes shapes = new SchemaShapes();

    DraftFinder(List<Operation> operations) {
        for (Operation operation : operations) {
            PathShape shape = PathShape.of(operation.template());
            paths.computeIfAbsent(shape.anonymous(), key -> new ArrayList<>()).add(operation);
        }
    }

    /** {@return the shapes of the contract's schemas} */
    SchemaShapes shapes() {
        return shapes;
    }

    /** {@return the operations on a path} */
    List<Operation> on(PathShape shape) {
        return paths.getOrDefault(shape.anonymous(), List.of());
    }

    List<Draft> drafts() {
        List<Draft> drafts = new ArrayList<>();
        paths.values().forEach(operations -> {
            PathShape shape = PathShape.of(operations.get(0).template());
            boolean isItem = operations.stream().anyMatch(operation -> ITEM_METHODS.contains(operation.method()));
            if (isItem && shape.endsInParameter()) {
                drafts.add(draft(shape, operations));
            }
        });
        return drafts;
    }

    private Draft draft(PathShape item, List<Operation> operations) {
        int own = item.size() - 1;
        while (item.isParameter(own - 1) && on(item.prefix(own)).isEmpty()) {
            own--;
        }
        Draft draft = new Draft(item, own, operations, shapes);
        List<Operation> collection = own == 0 ? List.of() : on(item.prefix(own));
        for (Operation operation : collection) {
            onCollection(draft, operation).ifPresent(member -> {
                draft.isIn(operation.template().toString());
                draft.add(member);
            });
        }
        operations.forEach(operation -> onItem(draft, operation));
        return draft;
    }

    private static Optional<Member> onCollection(Draft draft, Operation operation) {
        return switch (operation.method()) {
            case "GET" ->
                Messages.answered(operation)
                        .flatMap(draft.lists()::list)
                        .map(showing -> new Member(operation, Role.LIST, showing, List.of(), BY_PATH));
            case "POST" -> creation(draft, operation, BY_PATH);
            default -> Optional.empty();
        };
    }

    /** {@return how an operation creates, unless it seems to be for something else} */
    static Optional<Member> creation(Draft draft, Operation operation, String reason) {
        ListFinder finder = draft.lists();
        Optional<Schema> answered = Messages.answered(operation);
        @Nullable Showing showing = answered.flatMap(finder::one).orElse(null);
        List<Key> sent = sent(draft, operation);
        boolean isList = answered.isPresent()
                && showing == null
                && finder.list(answered.get()).isPresent();
        @Nullable Schema item = finder.item();
        boolean takesItem = item != null
                && Messages.taken(operation)
                        .filter(taken -> draft.shapes().areAlike(item, taken))
                        .isPresent();
        boolean creates = Messages.saysCreated(operation)
                || !isList && (showing != null || takesItem || !sent.isEmpty() || answered.isEmpty());
        return creates
                ? Optional.of(new Member(
                        operation,
                        Role.CREATE,
                        showing,
                        sent,
                        Messages.saysWhere(operation) ? reason + "; the answer says where in a header" : reason))
                : Optional.empty();
    }

    private static List<Key> sent(Draft draft, Operation operation) {
        return Messages.taken(operation)
                .map(taken -> draft.lists().keysIn(taken).stream()
                        .filter(key -> key.source() == Key.Source.PROPERTY && !isReadOnly(draft, taken, key))
                        .filter(key -> isChosen(draft, taken, key))
                        .toList())
                .orElse(List.of());
    }

    /** Whether what a client says there can be a name: a path that wants a number takes few texts. */
    private static boolean isChosen(Draft draft, Schema taken, Key key) {
        return draft.shapes()
                .at(taken, key.pointer())
                .filter(property -> draft.keys().canBe(key.parameter(), property))
                .isPresent();
    }

    private static boolean isReadOnly(Draft draft, Schema taken, Key key) {
        return draft.shapes()
                .at(taken, key.pointer())
                .filter(schema -> schema.node().flag("readOnly")
                        || schema.node().resolved().flag("readOnly"))
                .isPresent();
    }

    private static void onItem(Draft draft, Operation operation) {
        Optional<Role> role = switch (operation.method()) {
            case "GET" -> Optional.of(Role.READ);
            case "PUT" -> Optional.of(Role.REPLACE);
            case "PATCH" -> Optional.of(Role.CHANGE);
            case "DELETE" -> Optional.of(Role.REMOVE);
            case "POST" -> Optional.of(changes(draft, operation) ? Role.CHANGE : Role.ACT);
            default -> Optional.empty();
        };
        if (role.isEmpty()) {
            return;
        }
        @Nullable Showing showing = role.get() == Role.REMOVE ? null : shown(draft, operation, role.get());
        draft.add(new Member(operation, role.get(), showing, List.of(), "it is on the item path"));
        if (role.get() == Role.REPLACE && createsByName(operation)) {
            draft.add(new Member(
                    operation, Role.CREATE, showing, List.of(), "it answers that it made the item of this name"));
        }
    }

    /** How an answer shows an item; what is read by its name is one, even if it does not say its name. */
    private static @Nullable Showing shown(Draft draft, Operation operation, Role role) {
        ListFinder finder = draft.lists();
        Optional<Schema> answer = Messages.answered(operation);
        return answer.flatMap(finder::one)
                .or(() -> answer.filter(schema -> role == Role.READ && finder.isNamelessItem(schema))
                        .map(schema -> new Showing(Showing.Shape.ITEM, "", List.of())))
                .orElse(null);
    }

    private static boolean changes(Draft draft, Operation post) {
        return post.body() != null
                && draft.onItem("PUT").isEmpty()
                && draft.onItem("PATCH").isEmpty();
    }

    private static boolean createsByName(Operation put) {
        return put.response("201").isPresent()
                || put.parameters().stream().anyMatch(parameter -> parameter.isNamed("If-None-Match"));
    }
}
