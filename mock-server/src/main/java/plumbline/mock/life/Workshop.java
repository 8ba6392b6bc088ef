package plumbline.mock.life;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import plumbline.contract.resources.Key;
import plumbline.contract.validation.Schemas;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.mock.state.Store;
import plumbline.mock.state.StoredItem;
import plumbline.mock.state.Transaction;
import plumbline.mock.state.kinds.ItemMaker;
import plumbline.mock.state.kinds.KeyMaker;
import plumbline.mock.state.kinds.Kinds;
import plumbline.mock.state.kinds.Projection;
import plumbline.mock.state.kinds.Shapes;
import plumbline.mock.state.parts.EmbeddedParts;
import plumbline.mock.state.parts.PartKeeper;
import plumbline.mock.state.parts.PartViews;

/**
 * What all that reads and changes items works with.
 *
 * @param store where items are
 * @param schemas the schemas of the contract
 * @param shapes what they say of properties
 * @param items makes items
 * @param keys makes their names
 * @param parts writes them, with what is part of them
 * @param bodies makes bodies of answers
 * @param headers makes headers of answers
 * @param options how items are kept
 */
record Workshop(
        Store store,
        Schemas schemas,
        Shapes shapes,
        ItemMaker items,
        KeyMaker keys,
        PartKeeper parts,
        Presentation bodies,
        TrueHeaders headers,
        LifeOptions options) {
    static Workshop of(Store store, Kinds kinds, Schemas schemas, LifeOptions options) {
        Shapes shapes = new Shapes();
        ItemMaker items = new ItemMaker(schemas, shapes);
        PartViews views = new PartViews(items, new Projection(schemas, shapes));
        return new Workshop(
                store,
                schemas,
                shapes,
                items,
                new KeyMaker(schemas, shapes),
                new PartKeeper(kinds, EmbeddedParts.of(kinds, shapes), items, views, options.clock()),
                new Presentation(schemas, shapes),
                new TrueHeaders(schemas, shapes),
                options);
    }

    Instant now() {
        return options.clock().instant();
    }

    /** {@return how the item is made that a request names} */
    ItemMaker.Making making(Asked asked, List<String> key) {
        long seed = 31L * asked.collection().hashCode() + key.hashCode() + options.seed();
        return new ItemMaker.Making(asked.collection().scope(), key, seed, now());
    }

    /** {@return the item that a request names, which may be made up if nobody has removed it} */
    Optional<StoredItem> find(Asked asked, Transaction transaction) {
        Optional<StoredItem> stored = isThere(asked, transaction) ? stored(asked, transaction) : Optional.empty();
        return stored.isPresent() || !options.isSampling() || transaction.wasRemoved(asked.collection(), asked.key())
                ? stored
                : madeUp(asked);
    }

    /** {@return whether all exists that a collection is part of, or its list has no word for that it does not} */
    boolean isThere(Asked asked, Transaction transaction) {
        return transaction.exists(asked.collection())
                || !options.isSampling()
                        && !transaction.isOfRemoved(asked.collection())
                        && asked.kind().lists().stream().anyMatch(list -> !Refusing.hasWord(list));
    }

    private Optional<StoredItem> stored(Asked asked, Transaction transaction) {
        List<Key> others = asked.member().otherKeys();
        return others.isEmpty()
                ? transaction.find(asked.collection(), asked.key()).or(() -> nicknamed(asked, transaction))
                : transaction.items(asked.collection()).stream()
                        .filter(item -> called(item, others).equals(asked.key()))
                        .findFirst();
    }

    /** The item that says a text of itself that is no name of an item, such as a slug where items have numbers. */
    private Optional<StoredItem> nicknamed(Asked asked, Transaction transaction) {
        if (asked.key().size() != 1
                || keys.isAllowed(
                        asked.kind(),
                        asked.kind().keyNames().get(0),
                        asked.key().get(0))) {
            return Optional.empty();
        }
        String nickname = asked.key().get(0);
        return transaction.items(asked.collection()).stream()
                .filter(item -> item.value()
                        .valueStream()
                        .anyMatch(said -> said.isString() && said.stringValue().equals(nickname)))
                .findFirst();
    }

    private static List<String> called(StoredItem item, List<Key> keys) {
        return keys.stream()
                .map(key -> item.value().at(key.pointer()).asString(""))
                .toList();
    }

    /** {@return that what a request is about is not there; nothing if its answer may be made up} */
    Optional<Outcome> missing(Asked asked, Transaction transaction) {
        return mayBeMadeUp(asked, transaction) ? Optional.empty() : Refusing.missing(asked, transaction);
    }

    /** {@return whether a request may write into its collection: what that is part of is there, or nothing says otherwise} */
    boolean mayWrite(Asked asked, Transaction transaction) {
        // What was removed is not made anew by replacing it.
        boolean isNew = asked.key().isEmpty();
        return transaction.exists(asked.collection())
                || mayBeMadeUp(asked, transaction)
                || (isNew || !transaction.wasRemoved(asked.collection(), asked.key()))
                        && Refusing.missing(asked, transaction).isEmpty();
    }

    /** {@return whether what a request names need not have been made by anybody} */
    boolean mayBeMadeUp(Asked asked, Transaction transaction) {
        return (options.isSampling() || !asked.kind().isNamed())
                && !transaction.wasRemoved(asked.collection(), asked.key());
    }

    private Optional<StoredItem> madeUp(Asked asked) {
        StoredItem.Version version = StoredItem.Version.SEEDED;
        ItemMaker.Making making = new ItemMaker.Making(
                asked.collection().scope(),
                asked.key(),
                making(asked, asked.key()).seed(),
                version.since());
        return items.sampled(asked.kind(), JsonNodeFactory.instance.objectNode(), making)
                .map(value -> new StoredItem(asked.key(), value, version));
    }
}
