package plumbline.mock.state.parts;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;
import plumbline.mock.state.CollectionAddress;
import plumbline.mock.state.StoredItem;
import plumbline.mock.state.Transaction;
import plumbline.mock.state.kinds.ItemMaker;
import plumbline.mock.state.kinds.Kinds;

/**
 * Writes items, so that what shows their parts and the parts themselves stay the same.
 *
 * @param kinds the kinds of items
 * @param embedded which of them show others
 * @param items makes items
 * @param views has items show parts
 * @param clock when something is made
 */
public record PartKeeper(Kinds kinds, EmbeddedParts embedded, ItemMaker items, PartViews views, InstantSource clock) {
    /**
     * {@return an item that is stored, with the parts that it shows}
     *
     * @throws plumbline.mock.state.StoreFullException if there is no room for one more
     */
    public StoredItem put(Transaction transaction, CollectionAddress address, List<String> key, JsonNode value) {
        StoredItem stored = store(transaction, address, key, value);
        tellWhole(transaction, address);
        return stored;
    }

    private StoredItem store(Transaction transaction, CollectionAddress address, List<String> key, JsonNode value) {
        StoredItem stored = transaction.put(address, key, value);
        for (EmbeddedPart list : embedded.in(kinds.of(address.kind()))) {
            list.named(value).ifPresent(parts -> spread(transaction, list, list.collection(address, key), parts));
        }
        return stored;
    }

    /** Removes an item, from what shows it, too. */
    public void remove(Transaction transaction, CollectionAddress address, List<String> key) {
        transaction.remove(address, key);
        tellWhole(transaction, address);
    }

    /** Has a collection hold what the item above it shows. */
    private void spread(
            Transaction transaction,
            EmbeddedPart list,
            CollectionAddress address,
            Map<List<String>, ObjectNode> parts) {
        Map<List<String>, ObjectNode> wanted = new LinkedHashMap<>();
        for (Map.Entry<List<String>, ObjectNode> part : parts.entrySet()) {
            Optional<ObjectNode> whole = whole(transaction, list, address, part.getKey(), part.getValue());
            if (whole.isEmpty()) {
                return;
            }
            wanted.put(part.getKey(), whole.get());
        }
        for (StoredItem before : List.copyOf(transaction.items(address))) {
            if (!wanted.containsKey(before.key())) {
                transaction.remove(address, before.key());
            }
        }
        wanted.forEach((key, value) -> {
            Optional<StoredItem> before = transaction.find(address, key);
            if (before.isEmpty() || !before.get().value().equals(value)) {
                store(transaction, address, key, value);
            }
        });
    }

    /** What is shown of a part, with what else is known of it. */
    private Optional<ObjectNode> whole(
            Transaction transaction, EmbeddedPart list, CollectionAddress address, List<String> key, ObjectNode shown) {
        ObjectNode known = JsonNodeFactory.instance.objectNode();
        transaction.find(address, key).ifPresent(before -> before.value().forEachEntry(known::set));
        shown.forEachEntry(known::set);
        return items.isShowable(list.part(), known)
                ? Optional.of(known)
                : items.made(
                        list.part(),
                        known,
                        new ItemMaker.Making(address.scope(), key, key.hashCode(), clock.instant()));
    }

    /** Has the item above a collection show what that holds, where it names what it shows, and may show it. */
    private void tellWhole(Transaction transaction, CollectionAddress address) {
        Optional<EmbeddedPart> list = embedded.around(address.kind());
        Optional<CollectionAddress> wholes = address.parent();
        if (list.isEmpty() || wholes.isEmpty()) {
            return;
        }
        List<String> key = address.parentKey();
        transaction
                .find(wholes.get(), key)
                .map(StoredItem::value)
                .filter(before -> !before.has(list.get().property())
                        || list.get().named(before).isPresent())
                .flatMap(before -> views.showing(list.get(), before, transaction.items(address)))
                .ifPresent(value -> {
                    transaction.put(wholes.get(), key, value);
                    tellWhole(transaction, wholes.get());
                });
    }
}
