package plumbline.contract.resources;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plumbline.contract.document.Node;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.Schema;

/** A resource of which not all is known yet: it begins with an item path. */
final class Draft {
    private final PathShape item;
    private final int own;
    private final List<Operation> operations;
    private final List<ItemAddress> items = new ArrayList<>();
    private final List<Member> members = new ArrayList<>();
    private final List<Key> others = new ArrayList<>();
    private final SchemaShapes shapes;
    private final KeyFinder keys;
    private final ListFinder lists;
    private final @Nullable Node kind;
    private @Nullable String collection;

    /**
     * Begins with an item path.
     *
     * @param item the path
     * @param own the position of the first segment that names the item itself
     * @param operations the operations on the path, at least one
     * @param shapes the shapes of the contract's schemas
     */
    Draft(PathShape item, int own, List<Operation> operations, SchemaShapes shapes) {
        this.item = item;
        this.shapes = shapes;
        this.own = own;
        this.operations = List.copyOf(operations);
        this.items.add(path());
        this.keys = keysOf(noun());
        @Nullable Schema shown = shown();
        this.lists = new ListFinder(keys, shown);
        this.kind = shown == null ? null : Messages.kind(shown);
    }

    private @Nullable Schema shown() {
        return onItem("GET")
                .flatMap(Messages::answered)
                .map(new ListFinder(keys, null)::itemOf)
                .orElse(null);
    }

    private ItemAddress path() {
        return new ItemAddress(operations.get(0).template(), names());
    }

    PathShape item() {
        return item;
    }

    int own() {
        return own;
    }

    List<Operation> operations() {
        return operations;
    }

    List<Member> members() {
        return members;
    }

    /** {@return the parameters that name the item itself} */
    List<String> names() {
        return item.names(own, item.size());
    }

    void add(Member member) {
        boolean isKnown = members.stream()
                .anyMatch(known -> known.operation().equals(member.operation()) && known.role() == member.role());
        if (!isKnown) {
            members.add(member);
        }
    }

    void replace(Member before, Member after) {
        members.set(members.indexOf(before), after);
    }

    void isIn(String path) {
        collection = collection == null ? path : collection;
    }

    boolean hasCollection() {
        return collection != null;
    }

    boolean plays(Role role) {
        return members.stream().anyMatch(member -> member.role() == role);
    }

    /** {@return the operations that have a part} */
    Stream<Operation> placed() {
        return members.stream().map(Member::operation);
    }

    /** {@return whether items can be met at all} */
    boolean isResource() {
        return plays(Role.LIST) || plays(Role.CREATE);
    }

    Optional<Operation> onItem(String method) {
        return operations.stream().filter(one -> one.method().equals(method)).findFirst();
    }

    /** Takes another path on which the same items are found. */
    void join(Draft other, List<Key> keys) {
        items.add(other.path());
        members.addAll(other.members);
        others.addAll(keys);
    }

    Noun noun() {
        return Noun.of(item.literalBefore(own));
    }

    KeyFinder keys() {
        return keys;
    }

    /** {@return what finds the keys of this path in items that are called by a noun} */
    KeyFinder keysOf(Noun noun) {
        Map<String, Optional<Schema>> parameters = new LinkedHashMap<>();
        for (String name : names()) {
            parameters.put(
                    name,
                    operations.get(0).parameters(Parameter.In.PATH).stream()
                            .filter(parameter -> parameter.isNamed(name))
                            .findFirst()
                            .flatMap(Parameter::valueSchema));
        }
        return new KeyFinder(noun, parameters, shapes);
    }

    /** {@return the schema of an item, as reading it shows it} */
    @Nullable
    Schema schema() {
        return lists.item();
    }

    /** {@return whether what reading an item shows is of one of these kinds} */
    boolean isOf(Set<Node> kinds) {
        return kind != null && kinds.contains(kind);
    }

    /** {@return whether what reading an item shows is of the kind of this schema} */
    boolean isOf(Schema other) {
        return isOf(Set.of(Messages.kind(other)));
    }

    SchemaShapes shapes() {
        return shapes;
    }

    ListFinder lists() {
        return lists;
    }

    /** {@return the resource, below its parent} */
    Resource resource(@Nullable Resource parent) {
        List<Key> keys = new ArrayList<>();
        for (Role role : List.of(Role.LIST, Role.READ, Role.CREATE)) {
            members.stream()
                    .filter(member -> member.role() == role)
                    .flatMap(member -> member.showing().stream())
                    .flatMap(showing -> showing.keys().stream())
                    .filter(key ->
                            keys.stream().noneMatch(known -> known.parameter().equals(key.parameter())))
                    .forEach(keys::add);
        }
        others.stream()
                .filter(key ->
                        keys.stream().noneMatch(known -> known.parameter().equals(key.parameter())))
                .forEach(keys::add);
        List<Member> named = members.stream().map(this::alsoNamed).toList();
        String path = collection == null ? items.get(0).template().toString() : collection;
        return new Resource(path, items, parent, keys, named);
    }

    /** What other paths ask for is learned from the same answers. */
    private Member alsoNamed(Member member) {
        Showing showing = member.answer();
        if (others.isEmpty() || showing == null || showing.keys().isEmpty() || showing.shape() == Showing.Shape.IDS) {
            return member;
        }
        List<Key> keys = new ArrayList<>(showing.keys());
        others.stream()
                .filter(key ->
                        keys.stream().noneMatch(known -> known.parameter().equals(key.parameter())))
                .forEach(keys::add);
        return new Member(
                member.operation(),
                member.role(),
                new Showing(showing.shape(), showing.pointer(), keys),
                member.sent(),
                member.reason());
    }
}
