package plumbline.mock.life;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plumbline.contract.json.Pointers;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.MissingNode;
import plumbline.json.jackson.databind.node.ObjectNode;
import plumbline.mock.state.kinds.LivingKind;

/** Changes a part of an item, in the manner of the media type that was sent. */
sealed interface Patching {
    /**
     * What comes of a change.
     *
     * @param item the changed item; null if the change cannot be made
     * @param fault why it cannot be made; empty if it can
     */
    record Result(@Nullable ObjectNode item, String fault) {}

    Result apply(JsonNode before);

    /** {@return the manner in which a body changes an item} */
    static Patching of(LivingKind kind, SentBody sent, Workshop workshop) {
        boolean isList = sent.value().isArray();
        boolean keepsNull = !sent.type().toString().contains("merge-patch");
        return isList ? new Steps(sent.value()) : new Merge(kind, sent.value(), keepsNull, workshop);
    }

    /**
     * A part of the item (RFC 7396); null removes, unless it is a value that the item may have, or must. Of what is sent as
     * plain JSON, that which no answer can show as it was sent stays as it is.
     */
    record Merge(LivingKind kind, JsonNode patch, boolean keepsNull, Workshop workshop) implements Patching {
        @Override
        public Result apply(JsonNode before) {
            if (patch.isNull() && before instanceof ObjectNode item) {
                // Whoever may send nothing at all changes nothing by it.
                return new Result(item, "");
            }
            if (!patch.isObject()) {
                return new Result(null, "The change is no object.");
            }
            List<ObjectNode> ways = Stream.of(keepsNull, !keepsNull)
                    .map(keeps -> merged(before, keeps))
                    .toList();
            return ways.stream()
                    .filter(way -> workshop.items().isShowable(kind, way))
                    .findFirst()
                    .or(() -> ways.stream()
                            .filter(way -> keepsNull)
                            .map(way -> workshop.items().showable(kind, before, way))
                            .filter(way -> workshop.items().isShowable(kind, way))
                            .findFirst())
                    .map(way -> new Result(way, ""))
                    .orElseGet(() -> new Result(ways.get(0), ""));
        }

        /** The item with the part; what only servers set stays as it is, whatever a client says. */
        private ObjectNode merged(JsonNode before, boolean keeps) {
            ObjectNode merged = (ObjectNode) merge(before, patch, keeps);
            patch.forEachEntry((name, value) -> {
                if (workshop.shapes().isReadOnly(kind.schema(), name)) {
                    if (before.has(name)) {
                        merged.set(name, before.get(name));
                    } else {
                        merged.remove(name);
                    }
                }
            });
            return merged;
        }

        private static JsonNode merge(JsonNode target, JsonNode patch, boolean keepsNull) {
            if (!patch.isObject()) {
                return patch;
            }
            ObjectNode merged =
                    target.isObject() ? (ObjectNode) target.deepCopy() : JsonNodeFactory.instance.objectNode();
            patch.forEachEntry((name, value) -> {
                if (value.isNull() && !keepsNull) {
                    merged.remove(name);
                } else {
                    merged.set(name, merge(merged.path(name), value, keepsNull));
                }
            });
            return merged;
        }
    }

    /** A list of steps (RFC 6902). */
    record Steps(JsonNode steps) implements Patching {
        @Override
        public Result apply(JsonNode before) {
            JsonNode item = before.deepCopy();
            for (JsonNode step : steps) {
                String path = step.path("path").asString("");
                String from = step.path("from").asString("");
                String name = step.path("op").asString("");
                boolean isDone = switch (name) {
                    case "add" -> add(item, path, step.path("value"));
                    case "remove" -> remove(item, path);
                    case "replace" -> remove(item, path) && add(item, path, step.path("value"));
                    case "move" -> move(item, from, path);
                    case "copy" -> add(item, path, item.at(from).deepCopy());
                    case "test" -> item.at(path).equals(step.path("value"));
                    default -> false;
                };
                if (!isDone) {
                    return new Result(null, "The step '" + name + "' at '" + path + "' cannot be done.");
                }
            }
            return new Result((ObjectNode) item, "");
        }

        private static boolean move(JsonNode item, String from, String path) {
            JsonNode moved = item.at(from);
            return !moved.isMissingNode() && remove(item, from) && add(item, path, moved);
        }

        private static boolean add(JsonNode item, String path, JsonNode value) {
            JsonNode holder = holder(item, path);
            if (value.isMissingNode()) {
                return false;
            }
            String name = name(path);
            if (holder instanceof ObjectNode object) {
                object.set(name, value);
                return true;
            }
            int index = holder instanceof ArrayNode array ? index(name, array.size()) : -1;
            if (index < 0) {
                return false;
            }
            ((ArrayNode) holder).insert(index, value);
            return true;
        }

        private static boolean remove(JsonNode item, String path) {
            JsonNode holder = holder(item, path);
            String name = name(path);
            if (holder instanceof ObjectNode object) {
                return object.remove(name) != null;
            }
            int index = holder instanceof ArrayNode array ? index(name, array.size() - 1) : -1;
            return index >= 0 && index < holder.size() && ((ArrayNode) holder).remove(index) != null;
        }

        private static int index(String name, int last) {
            if ("-".equals(name)) {
                return last;
            }
            int index = name.matches("0|[1-9][0-9]{0,8}") ? Integer.parseInt(name) : -1;
            return index <= last ? index : -1;
        }

        private static JsonNode holder(JsonNode item, String path) {
            int slash = path.lastIndexOf('/');
            return slash < 0 ? MissingNode.getInstance() : item.at(path.substring(0, slash));
        }

        private static String name(String path) {
            List<String> tokens = Pointers.tokens(path);
            return tokens.isEmpty() ? "" : tokens.get(tokens.size() - 1);
        }
    }
}
