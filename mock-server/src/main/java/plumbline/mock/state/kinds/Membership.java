package plumbline.mock.state.kinds;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.ResponseSpec;
import plumbline.contract.resources.Key;
import plumbline.contract.resources.Role;
import plumbline.contract.resources.Showing;
import plumbline.mock.state.CollectionAddress;

/**
 * The part that an operation plays for a kind of items.
 *
 * @param kind the kind
 * @param operation the operation
 * @param role what it does
 * @param mayCreate whether what it replaces need not be there
 * @param answer how its answer shows items; null if it shows none
 * @param sent where its request says how the item is named, if a client may choose that
 */
public record Membership(
        LivingKind kind,
        Operation operation,
        Role role,
        boolean mayCreate,
        @Nullable Showing answer,
        List<Key> sent) {
    public Membership {
        sent = List.copyOf(sent);
    }

    /**
     * {@return the collection that a request is about}
     *
     * @param values the values in its path, from the left to the right
     */
    public CollectionAddress collection(List<String> values) {
        return new CollectionAddress(
                kind.stored(), values.subList(0, kind.stored().scopeSize()));
    }

    /** {@return the key of the item that a request is about; none if it is about the collection} */
    public List<String> key(List<String> values) {
        return isOnMany() ? List.of() : values.subList(kind.stored().scopeSize(), values.size());
    }

    private boolean isOnMany() {
        return role == Role.CREATE || role == Role.LIST;
    }

    /**
     * {@return the path of the list that a request is about, where that is another one than the collection that its items stand
     * in, such as the comments on an issue where comments go by the repository; else empty}
     *
     * @param values the values in its path, from the left to the right
     */
    public String list(List<String> values) {
        return isOnMany() && values.size() > kind.stored().scopeSize()
                ? operation.template().expand(values)
                : "";
    }

    /** {@return the names of the parameters that name the item} */
    public List<String> keyNames() {
        return key(operation.template().names());
    }

    /**
     * {@return where items hold the values that this path calls one by, in the order of its parameters; none if those are the
     * values that name it everywhere}
     */
    public List<Key> otherKeys() {
        if (keyNames().equals(kind.keyNames())) {
            return List.of();
        }
        List<Key> keys = keyNames().stream()
                .flatMap(name -> Stream.ofNullable(kind.key(name)))
                .filter(key -> key.source() == Key.Source.PROPERTY)
                .toList();
        boolean isOther =
                keys.size() == kind.keyNames().size() && !pointers(keys).equals(pointers(ownKeys()));
        return isOther ? keys : List.of();
    }

    private List<Key> ownKeys() {
        return kind.keyNames().stream()
                .flatMap(name -> Stream.ofNullable(kind.key(name)))
                .toList();
    }

    private static List<String> pointers(List<Key> keys) {
        return keys.stream().map(Key::pointer).toList();
    }

    /** {@return how a media type of a documented response shows items; nothing if it does not} */
    public Optional<ItemView> view(ResponseSpec spec, MediaTypeSpec content) {
        return answer == null ? Optional.empty() : ItemView.of(spec, content, answer);
    }

    /** {@return how a documented response shows items; nothing if it does not} */
    public Optional<ItemView> view(ResponseSpec spec) {
        return answer == null ? Optional.empty() : ItemView.of(spec, answer);
    }
}
