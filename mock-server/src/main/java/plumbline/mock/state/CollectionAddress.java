package plumbline.mock.state;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Names one collection: the products of one shop.
 *
 * @param kind what it holds
 * @param scope the values that name what the collection is part of, from the left to the right
 */
public record CollectionAddress(ItemKind kind, List<String> scope) {
    public CollectionAddress {
        scope = List.copyOf(scope);
        if (scope.size() != kind.scopeSize()) {
            throw new IllegalArgumentException(kind.path() + " is not named by " + scope);
        }
    }

    /** {@return the collection of the item that this collection is part of; nothing if it is part of none} */
    public Optional<CollectionAddress> parent() {
        @Nullable ItemKind outer = kind.parent();
        return outer == null
                ? Optional.empty()
                : Optional.of(new CollectionAddress(outer, scope.subList(0, outer.scopeSize())));
    }

    /** {@return the key of the item that this collection is part of; none if it is part of none} */
    public List<String> parentKey() {
        @Nullable ItemKind outer = kind.parent();
        return outer == null ? List.of() : scope.subList(outer.scopeSize(), outer.scopeSize() + outer.keySize());
    }

    /** {@return whether this collection is part of an item, directly or not} */
    boolean isBelow(CollectionAddress collection, List<String> key) {
        int size = collection.scope.size() + key.size();
        return isOf(collection.kind)
                && scope.size() >= size
                && scope.subList(0, collection.scope.size()).equals(collection.scope)
                && scope.subList(collection.scope.size(), size).equals(key);
    }

    private boolean isOf(ItemKind outer) {
        @Nullable ItemKind next = kind.parent();
        while (next != null && !next.equals(outer)) {
            next = next.parent();
        }
        return next != null;
    }
}
