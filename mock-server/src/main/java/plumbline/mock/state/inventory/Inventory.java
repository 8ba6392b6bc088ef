package plumbline.mock.state.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plumbline.contract.validation.Violation;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ObjectNode;
import plumbline.mock.state.CollectionAddress;
import plumbline.mock.state.ItemKind;
import plumbline.mock.state.Store;
import plumbline.mock.state.StoredItem;
import plumbline.mock.state.Transaction;
import plumbline.mock.state.kinds.ItemMaker;
import plumbline.mock.state.kinds.Kinds;
import plumbline.mock.state.kinds.LivingKind;
import plumbline.mock.state.parts.PartKeeper;

/** Shows all items that are stored, and changes any of them. Thread-safe. */
public final class Inventory {
    private static final int MOST_COLLECTIONS = 50;
    private static final int MOST_ITEMS = 100;

    private final Store store;
    private final Kinds kinds;
    private final ItemMaker items;
    private final PartKeeper parts;

    public Inventory(Store store, Kinds kinds, ItemMaker items, PartKeeper parts) {
        this.parts = parts;
        this.store = store;
        this.kinds = kinds;
        this.items = items;
    }

    /**
     * A collection.
     *
     * @param path its path below the base path
     * @param count how many items it has
     * @param entries the first of them
     */
    public record Shelf(String path, int count, List<Entry> entries) {
        public Shelf {
            entries = List.copyOf(entries);
        }
    }

    /**
     * An item.
     *
     * @param path its path below the base path
     * @param value all that is known of it
     * @param isMade whether a client made it
     */
    public record Entry(String path, JsonNode value, boolean isMade) {}

    /** Where an item is. */
    private record Spot(LivingKind kind, CollectionAddress collection, StoredItem item) {
        String path() {
            return kind.path(collection.scope(), item.key());
        }
    }

    /** {@return the collections, outer ones first} */
    public List<Shelf> shelves() {
        return store.read(transaction -> kinds.all().stream()
                .flatMap(kind -> collections(kind.stored(), transaction).stream()
                        .limit(MOST_COLLECTIONS)
                        .map(address -> shelf(kind, address, transaction)))
                .toList());
    }

    private static Shelf shelf(LivingKind kind, CollectionAddress address, Transaction transaction) {
        List<StoredItem> all = transaction.items(address);
        List<Entry> entries = all.stream()
                .limit(MOST_ITEMS)
                .map(item -> new Entry(
                        kind.path(address.scope(), item.key()),
                        item.value(),
                        item.version().isMade()))
                .toList();
        String title = kind.stored().path();
        for (int i = 0; i < address.scope().size(); i++) {
            title = title.replace(
                    "{" + kind.scopeNames().get(i) + "}", address.scope().get(i));
        }
        return new Shelf(title, all.size(), entries);
    }

    private static List<CollectionAddress> collections(ItemKind kind, Transaction transaction) {
        ItemKind parent = kind.parent();
        if (parent == null) {
            return kind.scopeSize() == 0 ? List.of(new CollectionAddress(kind, List.of())) : List.of();
        }
        List<CollectionAddress> found = new ArrayList<>();
        for (CollectionAddress outer : collections(parent, transaction)) {
            for (StoredItem item : transaction.items(outer)) {
                List<String> scope = new ArrayList<>(outer.scope());
                scope.addAll(item.key());
                if (scope.size() == kind.scopeSize() && found.size() < MOST_COLLECTIONS) {
                    found.add(new CollectionAddress(kind, scope));
                }
            }
        }
        return found;
    }

    private Optional<Spot> find(String path, Transaction transaction) {
        return kinds.all().stream()
                .flatMap(kind -> collections(kind.stored(), transaction).stream()
                        .flatMap(address ->
                                transaction.items(address).stream().map(item -> new Spot(kind, address, item))))
                .filter(spot -> spot.path().equals(path))
                .findFirst();
    }

    /** {@return why an item cannot be like this; nothing if it is by now} */
    public Optional<String> put(String path, JsonNode value) {
        return store.write(transaction -> {
            Optional<Spot> spot = find(path, transaction);
            if (spot.isEmpty()) {
                return Optional.of("There is no item " + path + ".");
            }
            LivingKind kind = spot.get().kind();
            if (!(value instanceof ObjectNode object) || !items.isShowable(kind, object)) {
                return Optional.of("It would break the contract: "
                        + items.fault(kind, value)
                                .map(Violation::toString)
                                .orElseGet(() -> "its schema is at "
                                        + kind.schema()
                                                .node()
                                                .resolved()
                                                .place()
                                                .position())
                        + ".");
            }
            ItemMaker.Making making = new ItemMaker.Making(
                    spot.get().collection().scope(),
                    spot.get().item().key(),
                    0,
                    spot.get().item().version().since());
            parts.put(transaction, spot.get().collection(), spot.get().item().key(), items.named(kind, object, making));
            return Optional.empty();
        });
    }

    /** {@return whether there was such an item, which is gone by now} */
    public boolean remove(String path) {
        return store.write(transaction -> {
            Optional<Spot> spot = find(path, transaction);
            spot.ifPresent(found ->
                    parts.remove(transaction, found.collection(), found.item().key()));
            return spot.isPresent();
        });
    }
}
