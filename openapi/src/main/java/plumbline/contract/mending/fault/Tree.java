package plumbline.contract.mending.fault;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import plumbline.contract.json.Pointers;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/** The values of a document while they are mended; items of lists are never removed, so that the others keep their places. */
public final class Tree {
    private final JsonNode root;
    private final List<Move> moves = new ArrayList<>();

    /** Starts with a copy, in which no two places share a value. */
    public Tree(JsonNode original) {
        this.root = original.deepCopy();
    }

    public JsonNode root() {
        return root;
    }

    /** {@return what was given other names, in order} */
    public List<Move> moves() {
        return List.copyOf(moves);
    }

    public Optional<JsonNode> at(String pointer) {
        JsonNode here = root;
        for (String token : Pointers.tokens(pointer)) {
            here = here.isArray() ? item(here, token) : here.path(token);
        }
        return here.isMissingNode() ? Optional.empty() : Optional.of(here);
    }

    public Optional<ObjectNode> object(String pointer) {
        return at(pointer).filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast);
    }

    private static JsonNode item(JsonNode array, String token) {
        return token.matches("[0-9]{1,9}") ? array.path(Integer.parseInt(token)) : array.path("-");
    }

    public void replace(String pointer, JsonNode value) {
        String name = name(pointer);
        at(parent(pointer)).ifPresent(around -> {
            if (around instanceof ObjectNode object) {
                object.set(name, value);
            } else if (around instanceof ArrayNode list) {
                list.set(Integer.parseInt(name), value);
            }
        });
    }

    /** Removes a member; an item gives way to nothing, or to a schema for everything in lists of these. */
    public void leaveOut(String pointer) {
        String name = name(pointer);
        at(parent(pointer)).ifPresent(around -> {
            if (around instanceof ObjectNode object) {
                object.remove(name);
            } else if (around instanceof ArrayNode list) {
                boolean isOfSchemas = name(parent(pointer)).matches("allOf|anyOf|oneOf|prefixItems");
                JsonNodeFactory nodes = JsonNodeFactory.instance;
                list.set(Integer.parseInt(name), isOfSchemas ? nodes.objectNode() : nodes.nullNode());
            }
        });
    }

    /** Gives a member another name, at the place in the order that it has; fails if that is taken. */
    public boolean rename(String pointer, String name) {
        Optional<ObjectNode> around = object(parent(pointer)).filter(object -> !object.has(name));
        around.ifPresent(object -> {
            Map<String, JsonNode> members = new LinkedHashMap<>();
            object.forEachEntry((old, value) -> members.put(old.equals(name(pointer)) ? name : old, value));
            object.removeAll();
            members.forEach(object::set);
            moves.add(new Move(pointer, Pointers.child(parent(pointer), name)));
        });
        return around.isPresent();
    }

    /** Moves a member to another object, where its new name must not be taken; says whether it could be. */
    public boolean move(String pointer, String to) {
        Optional<JsonNode> value = at(pointer);
        Optional<ObjectNode> target = object(parent(to)).filter(object -> !object.has(name(to)));
        if (value.isEmpty() || target.isEmpty()) {
            return false;
        }
        leaveOut(pointer);
        target.get().set(name(to), value.get());
        return moves.add(new Move(pointer, to));
    }

    /** Makes a value, and a second one if it is no list, the choices of a keyword of an object in its place. */
    public void wrap(String pointer, String keyword, ObjectNode second) {
        at(pointer).ifPresent(value -> {
            ObjectNode around = JsonNodeFactory.instance.objectNode();
            if (value.isArray()) {
                around.set(keyword, value);
                moves.add(new Move(pointer, pointer + "/" + keyword));
            } else {
                around.putArray(keyword).add(value).add(second);
                moves.add(new Move(pointer, pointer + "/" + keyword + "/0"));
            }
            replace(pointer, around);
        });
    }

    /** {@return whether there is an object at a pointer, which is then changed} */
    public boolean change(String pointer, Consumer<ObjectNode> how) {
        Optional<ObjectNode> object = object(pointer);
        object.ifPresent(how);
        return object.isPresent();
    }

    public static String parent(String pointer) {
        return pointer.isEmpty() ? "" : pointer.substring(0, pointer.lastIndexOf('/'));
    }

    public static String name(String pointer) {
        return pointer.isEmpty() ? "" : Pointers.unescape(pointer.substring(pointer.lastIndexOf('/') + 1));
    }
}
