package plumbline.mock.record;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.contract.json.Pointers;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/** Replaces in JSON what is nobody's business. Not thread-safe. */
final class PrivateData {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** At most half of a text is kept. */
    private static final int MOST_KEPT = 4;

    private final PrivateTexts texts;

    PrivateData(PrivateTexts texts) {
        this.texts = texts;
    }

    /** {@return what the value is called that a path leads to: the last word of it} */
    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /**
     * {@return the value without it}
     *
     * @param changed takes the pointers of what was replaced, with what was there
     * @param name what the value is called, such as the last word of its path
     */
    JsonNode without(JsonNode value, String name, Map<String, JsonNode> changed) {
        // First all that has a telling name, which other texts may mention.
        JsonNode named = named(value, new Member("", name, List.of(), ""), changed);
        return mentioned(named, "", changed);
    }

    /** Where a value is. */
    private record Member(String pointer, String name, List<String> siblings, String parent) {}

    private JsonNode named(JsonNode value, Member member, Map<String, JsonNode> changed) {
        if (value instanceof ObjectNode object) {
            List<String> names = new ArrayList<>(object.propertyNames());
            ObjectNode copy = NODES.objectNode();
            for (String name : names) {
                Member child = new Member(Pointers.child(member.pointer(), name), name, names, member.name());
                copy.set(name, named(object.path(name), child, changed));
            }
            return copy;
        }
        if (value instanceof ArrayNode array) {
            ArrayNode copy = NODES.arrayNode();
            for (int i = 0; i < array.size(); i++) {
                Member child = new Member(
                        Pointers.child(member.pointer(), i), member.name(), member.siblings(), member.parent());
                copy.add(named(array.get(i), child, changed));
            }
            return copy;
        }
        Optional<PrivateKind> kind = PrivateKind.of(member.name(), member.siblings(), member.parent());
        return kind.map(found -> replaced(found, value, member, changed)).orElse(value);
    }

    private JsonNode replaced(PrivateKind kind, JsonNode value, Member member, Map<String, JsonNode> changed) {
        if (value.isString() && kind.isToldBy(value.stringValue())) {
            changed.put(member.pointer(), value);
            return NODES.stringNode(texts.replaced(kind, value.stringValue()));
        }
        if (value.isNumber() && kind != PrivateKind.CREDENTIAL && kind != PrivateKind.DOER) {
            changed.put(member.pointer(), value);
            return number(value);
        }
        return value;
    }

    private JsonNode number(JsonNode value) {
        String scrambled = texts.scrambled(value.asString());
        try {
            return value.isIntegralNumber()
                    ? NODES.numberNode(new BigInteger(scrambled))
                    : NODES.numberNode(new BigDecimal(scrambled));
        } catch (NumberFormatException e) {
            return NODES.numberNode(0);
        }
    }

    private JsonNode mentioned(JsonNode value, String pointer, Map<String, JsonNode> changed) {
        if (value instanceof ObjectNode object) {
            ObjectNode copy = NODES.objectNode();
            for (String name : object.propertyNames()) {
                copy.set(name, mentioned(object.path(name), Pointers.child(pointer, name), changed));
            }
            return copy;
        }
        if (value instanceof ArrayNode array) {
            ArrayNode copy = NODES.arrayNode();
            for (int i = 0; i < array.size(); i++) {
                copy.add(mentioned(array.get(i), Pointers.child(pointer, i), changed));
            }
            return copy;
        }
        if (!value.isString() || changed.containsKey(pointer)) {
            return value;
        }
        String without = texts.without(value.stringValue());
        if (without.equals(value.stringValue())) {
            return value;
        }
        changed.put(pointer, value);
        return NODES.stringNode(without);
    }

    /**
     * {@return the value with one of the same shape in place of what was there at a pointer}
     *
     * @param tries how often that was in vain; the more of the beginning is kept
     */
    JsonNode scrambled(JsonNode value, String pointer, JsonNode before, int tries) {
        if (!before.isString()) {
            return with(value, Pointers.tokens(pointer), number(before));
        }
        String text = before.stringValue();
        String other = texts.scrambled(text, text.length() * tries / MOST_KEPT);
        return with(value, Pointers.tokens(pointer), NODES.stringNode(other));
    }

    /** {@return the value with what was there at a pointer, which tells nothing of anybody after all} */
    JsonNode restored(JsonNode value, String pointer, JsonNode before) {
        texts.forget(before.asString());
        return with(value, Pointers.tokens(pointer), before);
    }

    /** {@return the value with another one at a place} */
    private static JsonNode with(JsonNode value, List<String> tokens, JsonNode other) {
        if (tokens.isEmpty()) {
            return other;
        }
        JsonNode copy = value.deepCopy();
        JsonNode at = copy;
        for (String token : tokens.subList(0, tokens.size() - 1)) {
            at = at instanceof ArrayNode array ? array.path(Integer.parseInt(token)) : at.path(token);
        }
        String last = tokens.get(tokens.size() - 1);
        if (at instanceof ObjectNode object) {
            object.set(last, other);
        } else if (at instanceof ArrayNode array) {
            array.set(Integer.parseInt(last), other);
        }
        return copy;
    }
}
