package plumbline.mock.state.file;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;
import plumbline.mock.state.CollectionAddress;
import plumbline.mock.state.ItemKind;
import plumbline.mock.state.StoreState;
import plumbline.mock.state.StoredItem;
import plumbline.text.UnusableInputException;

/**
 * What is stored, as JSON.
 *
 * @param kinds finds what is kept under a path; null for what the contract does not know
 */
record StateCodec(Function<String, @Nullable ItemKind> kinds) {
    private static final String FORMAT = "plumbline-state";
    private static final int FORMAT_VERSION = 1;

    ObjectNode written(StoreState state) {
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        file.put(FORMAT, FORMAT_VERSION);
        file.put("version", state.version());
        ArrayNode collections = file.putArray("collections");
        for (StoreState.Collected collected : state.collections()) {
            ObjectNode collection = collections.addObject();
            collection.put("path", collected.address().kind().path());
            put(collection, "scope", collected.address().scope());
            ArrayNode items = collection.putArray("items");
            collected.items().forEach(item -> items.add(written(item)));
            ArrayNode removed = collection.putArray("removed");
            collected.removed().forEach(key -> key.forEach(removed.addArray()::add));
        }
        return file;
    }

    private static ObjectNode written(StoredItem item) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        put(node, "key", item.key());
        node.put("version", item.version().number());
        node.put("since", item.version().since().toString());
        node.put("made", item.version().isMade());
        if (!item.within().isEmpty()) {
            node.put("within", item.within());
        }
        node.set("value", item.value());
        return node;
    }

    private static void put(ObjectNode object, String name, List<String> texts) {
        ArrayNode list = object.putArray(name);
        texts.forEach(list::add);
    }

    /**
     * {@return what a file says}
     *
     * @throws UnusableInputException if it says something else, or of what the contract does not know
     */
    StoreState read(JsonNode file) {
        if (file.path(FORMAT).asInt(0) != FORMAT_VERSION) {
            throw new UnusableInputException("is no state that a mock has saved");
        }
        List<StoreState.Collected> collections = new ArrayList<>();
        for (JsonNode collection : file.path("collections")) {
            collections.add(collected(collection));
        }
        return new StoreState(file.path("version").asLong(1), collections);
    }

    private StoreState.Collected collected(JsonNode collection) {
        String path = collection.path("path").asString("");
        @Nullable ItemKind kind = kinds.apply(path);
        List<String> scope = texts(collection.path("scope"));
        if (kind == null || kind.scopeSize() != scope.size()) {
            throw new UnusableInputException(
                    "keeps items of '" + path + "', which the contract does not have; remove the file to begin anew");
        }
        List<StoredItem> items = new ArrayList<>();
        collection.path("items").forEach(item -> items.add(item(item, path)));
        List<List<String>> removed = new ArrayList<>();
        collection.path("removed").forEach(key -> removed.add(texts(key)));
        return new StoreState.Collected(new CollectionAddress(kind, scope), items, removed);
    }

    private static StoredItem item(JsonNode item, String path) {
        try {
            return new StoredItem(
                    texts(item.path("key")),
                    item.path("value"),
                    new StoredItem.Version(
                            item.path("version").asLong(1),
                            Instant.parse(item.path("since").asString("")),
                            item.path("made").asBoolean(true)),
                    item.path("within").asString(""));
        } catch (DateTimeException e) {
            throw new UnusableInputException(
                    "has an item of '" + path + "' without a time; remove the file to begin anew", e);
        }
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(text -> text.asString("")).toList();
    }
}
