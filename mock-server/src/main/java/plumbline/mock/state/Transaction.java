package plumbline.mock.state;

import java.util.List;
import java.util.Optional;
import plumbline.json.jackson.databind.JsonNode;

/** One look at a store, or one change of it; good only where the store lends it. */
public final class Transaction {
    private final Store store;

    Transaction(Store store) {
        this.store = store;
    }

    /** {@return the item of this name} */
    public Optional<StoredItem> find(CollectionAddress address, List<String> key) {
        return Optional.ofNullable(store.contents(address).get(key));
    }

    /** {@return the items of a collection, in the order in which they came} */
    public ItemList items(CollectionAddress address) {
        return store.contents(address).all();
    }

    /** {@return whether all exists that a collection is part of; where something has been written, it does} */
    public boolean exists(CollectionAddress address) {
        Optional<CollectionAddress> parent = address.parent();
        return parent.isEmpty()
                || isWritten(address)
                || find(parent.get(), address.parentKey()).isPresent() && exists(parent.get());
    }

    /** {@return whether an item of this name was there and has been removed} */
    public boolean wasRemoved(CollectionAddress address, List<String> key) {
        return store.contents(address).removed().contains(key) || isOfRemoved(address);
    }

    /** {@return whether what a collection is part of was there and has been removed} */
    public boolean isOfRemoved(CollectionAddress address) {
        return address.parent()
                .filter(parent -> wasRemoved(parent, address.parentKey()))
                .isPresent();
    }

    /** {@return whether anything in a collection has been written since the start} */
    public boolean isWritten(CollectionAddress address) {
        return store.isWritten(address);
    }

    /**
     * {@return a new item, or one put in the place of another}
     *
     * @throws StoreFullException if there is no room for one more
     */
    public StoredItem put(CollectionAddress address, List<String> key, JsonNode value) {
        Optional<StoredItem> before = find(address, key);
        boolean isMade = before.isEmpty() || before.get().version().isMade();
        StoredItem item = new StoredItem(
                key, value, store.next(isMade), before.map(StoredItem::within).orElse(""));
        if (before.isEmpty()) {
            store.refuseIfFull(item);
        }
        store.change(address, contents -> contents.put(item));
        return item;
    }

    /** {@return an item of a collection as one that was made in another list} */
    public StoredItem within(CollectionAddress address, StoredItem item, String list) {
        StoredItem moved = item.within(list);
        store.change(address, contents -> contents.put(moved));
        return moved;
    }

    /** Removes an item with all that is part of it. */
    public void remove(CollectionAddress address, List<String> key) {
        store.next(false);
        store.change(address, contents -> contents.remove(key));
        store.forgetBelow(address, key);
    }

    /** {@return the keys that nothing new in a collection should have} */
    public TakenKeys taken(CollectionAddress address) {
        return store.contents(address);
    }
}
