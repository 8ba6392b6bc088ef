package plumbline.mock.state.seeding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import plumbline.contract.validation.Schemas;
import plumbline.fixtures.Fixtures;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;
import plumbline.mock.state.CollectionAddress;
import plumbline.mock.state.StoredItem;
import plumbline.mock.state.TakenKeys;
import plumbline.mock.state.kinds.ItemMaker;
import plumbline.mock.state.kinds.KeyMaker;
import plumbline.mock.state.kinds.Kinds;
import plumbline.mock.state.kinds.LivingKind;
import plumbline.mock.state.kinds.Projection;
import plumbline.mock.state.kinds.Shapes;
import plumbline.mock.state.parts.EmbeddedPart;
import plumbline.mock.state.parts.EmbeddedParts;
import plumbline.mock.state.parts.PartViews;

/** Tells what a collection holds before anything is written, the same each time and everywhere. Thread-safe. */
public final class Seeds {
    private static final int SAMPLES = 3;

    private final Kinds kinds;
    private final ItemMaker items;
    private final KeyMaker keys;
    private final FixtureItems fixtures;
    private final ExampleItems examples;
    private final EmbeddedParts embedded;
    private final PartViews views;
    private final long seed;

    /**
     * Makes seeds.
     *
     * @param embedded which items show others
     * @param seed which of the valid samples are taken
     */
    public Seeds(Kinds kinds, EmbeddedParts embedded, Fixtures fixtures, Schemas schemas, long seed) {
        Shapes shapes = new Shapes();
        this.kinds = kinds;
        this.items = new ItemMaker(schemas, shapes);
        this.keys = new KeyMaker(schemas, shapes);
        this.fixtures = new FixtureItems(kinds, fixtures);
        this.examples = new ExampleItems(kinds);
        this.embedded = embedded;
        this.views = new PartViews(items, new Projection(schemas, shapes));
        this.seed = seed;
    }

    /** {@return the items of a collection before anything is written} */
    public List<StoredItem> of(CollectionAddress address) {
        LivingKind kind = kinds.of(address.kind());
        Map<List<String>, StoredItem> found = new LinkedHashMap<>();
        for (Known known : fixtures.of(kind, address.scope())) {
            add(kind, address, known, found);
        }
        // Who brings data of his own wants to see no other.
        if (found.isEmpty() && !fixtures.areFor(kind)) {
            shownByWhole(address).forEach(known -> add(kind, address, known, found));
            for (Known known : examples.of(kind)) {
                named(kind, address, known, found).ifPresent(item -> add(kind, address, item, found));
            }
            examples.names(kind).stream()
                    .filter(key -> isAllowed(kind, key))
                    .forEach(key -> add(kind, address, new Known(key, nothing()), found));
            for (Known known : examples.otherwise(kind)) {
                if (found.values().stream().noneMatch(item -> says(item.value(), known.value()))) {
                    named(kind, address, known, found).ifPresent(item -> add(kind, address, item, found));
                }
            }
        }
        if (found.isEmpty() && !fixtures.areFor(kind)) {
            addSamples(kind, address, found);
        }
        if (found.isEmpty() && !fixtures.areFor(kind)) {
            addExamples(kind, address, found);
        }
        return List.copyOf(found.values());
    }

    /** What somebody has said that the item above a collection shows of it. */
    private List<Known> shownByWhole(CollectionAddress address) {
        return embedded.around(address.kind())
                .flatMap(list -> address.parent().stream()
                        .flatMap(wholes -> said(list.whole(), wholes))
                        .filter(whole -> whole.key().equals(address.parentKey()))
                        .findFirst()
                        .flatMap(whole -> list.named(whole.value())))
                .map(parts -> parts.entrySet().stream()
                        .map(part -> new Known(part.getKey(), part.getValue()))
                        .toList())
                .orElse(List.of());
    }

    private Stream<Known> said(LivingKind kind, CollectionAddress address) {
        return fixtures.areFor(kind) ? fixtures.of(kind, address.scope()).stream() : examples.of(kind).stream();
    }

    /** What nobody has said that an item shows is what there is. */
    private ObjectNode showingParts(
            LivingKind kind, CollectionAddress address, List<String> key, ObjectNode said, ObjectNode made) {
        ObjectNode item = made;
        for (EmbeddedPart list : embedded.in(kind)) {
            if (item.has(list.property()) && !said.has(list.property())) {
                item = views.showing(list, item, of(list.collection(address, key)))
                        .orElse(item);
            }
        }
        return item;
    }

    private boolean isAllowed(LivingKind kind, List<String> key) {
        List<String> names = kind.keyNames();
        for (int i = 0; i < names.size(); i++) {
            if (!keys.isAllowed(kind, names.get(i), key.get(i))) {
                return false;
            }
        }
        return true;
    }

    private Optional<Known> named(
            LivingKind kind, CollectionAddress address, Known known, Map<List<String>, StoredItem> found) {
        List<String> said = known.key();
        // What an example calls an item may be no name that the contract lets it have.
        boolean isNamed = said.size() == kind.keyNames().size()
                && (isAllowed(kind, said) || examples.names(kind).contains(said));
        return isNamed
                ? Optional.of(known)
                : keys.free(kind, KeyMaker.unknown(kind), TakenKeys.of(found.keySet()), seedOf(address, found.size()))
                        .map(key -> new Known(key, known.value()));
    }

    private void addSamples(LivingKind kind, CollectionAddress address, Map<List<String>, StoredItem> found) {
        int wanted = kind.stored().keySize() == 0 ? 1 : SAMPLES;
        for (int i = 0; i < wanted; i++) {
            Optional<List<String>> key =
                    keys.free(kind, KeyMaker.unknown(kind), TakenKeys.of(found.keySet()), seedOf(address, i));
            key.ifPresent(name -> add(kind, address, new Known(name, nothing()), found));
        }
    }

    /** What a contract shows is there even where its schemas let nothing be there; answers show it as it stands. */
    private void addExamples(LivingKind kind, CollectionAddress address, Map<List<String>, StoredItem> found) {
        for (Known known : examples.of(kind)) {
            named(kind, address, known, found)
                    .ifPresent(item -> found.putIfAbsent(
                            item.key(), new StoredItem(item.key(), item.value(), StoredItem.Version.SEEDED)));
        }
    }

    private void add(LivingKind kind, CollectionAddress address, Known known, Map<List<String>, StoredItem> found) {
        if (found.containsKey(known.key())) {
            return;
        }
        ItemMaker.Making making = new ItemMaker.Making(
                address.scope(), known.key(), seedOf(address, found.size()), StoredItem.Version.SEEDED.since());
        ObjectNode value = known.value();
        Optional<ObjectNode> made = value.isEmpty()
                ? items.sampled(kind, value, making)
                : Stream.of(items.named(kind, value, making), value)
                        .filter(whole -> items.isShowable(kind, whole))
                        .findFirst()
                        .or(() -> items.made(kind, value, making));
        made.map(item -> showingParts(kind, address, known.key(), value, item))
                .ifPresent(
                        item -> found.put(known.key(), new StoredItem(known.key(), item, StoredItem.Version.SEEDED)));
    }

    private long seedOf(CollectionAddress address, int index) {
        return 31L * (31L * address.kind().path().hashCode() + address.scope().hashCode()) + index + 31 * seed;
    }

    private static boolean says(JsonNode item, ObjectNode known) {
        return known.propertyStream().allMatch(said -> said.getValue().equals(item.path(said.getKey())));
    }

    private static ObjectNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }

    /**
     * What somebody has said of an item.
     *
     * @param key its key; none if that is not known
     * @param value what is known of it
     */
    record Known(List<String> key, ObjectNode value) {
        /** {@return an item of which nobody says how it is named, if it is one} */
        static Optional<Known> nameless(JsonNode value) {
            return value.isObject()
                    ? Optional.of(new Known(List.of(), (ObjectNode) value.deepCopy()))
                    : Optional.empty();
        }

        /** {@return an item, unless it is none or its name is not known} */
        static Optional<Known> of(List<String> names, Map<String, JsonNode> keys, JsonNode value) {
            List<String> key = names.stream()
                    .flatMap(name -> Optional.ofNullable(keys.get(name)).stream())
                    .map(name -> name.asString(""))
                    .filter(text -> !text.isEmpty())
                    .toList();
            return key.size() == names.size() && value.isObject()
                    ? Optional.of(new Known(key, (ObjectNode) value.deepCopy()))
                    : Optional.empty();
        }
    }
}
