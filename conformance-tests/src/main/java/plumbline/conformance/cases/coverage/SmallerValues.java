package plumbline.conformance.cases.coverage;

import java.util.ArrayList;
import java.util.List;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/** Makes values smaller: parts left out, texts cut, numbers nearer to nought. */
final class SmallerValues {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SmallerValues() {}

    /** {@return values that are smaller in one place, those that lose most first} */
    static List<JsonNode> of(JsonNode value) {
        List<JsonNode> smaller = new ArrayList<>();
        if (value instanceof ObjectNode object) {
            ofObject(object, smaller);
        } else if (value instanceof ArrayNode array) {
            ofArray(array, smaller);
        } else if (value.isString()) {
            ofText(value.stringValue(), smaller);
        } else if (value.isIntegralNumber() && value.canConvertToLong()) {
            ofNumber(value.longValue(), smaller);
        }
        return smaller;
    }

    private static void ofObject(ObjectNode object, List<JsonNode> smaller) {
        List<String> names = List.copyOf(object.propertyNames());
        for (String name : names) {
            ObjectNode less = object.deepCopy();
            less.remove(name);
            smaller.add(less);
        }
        for (String name : names) {
            for (JsonNode member : of(object.path(name))) {
                ObjectNode less = object.deepCopy();
                less.set(name, member);
                smaller.add(less);
            }
        }
    }

    private static void ofArray(ArrayNode array, List<JsonNode> smaller) {
        for (int i = array.size() - 1; i >= 0; i--) {
            ArrayNode less = array.deepCopy();
            less.remove(i);
            smaller.add(less);
        }
        for (int i = 0; i < array.size(); i++) {
            for (JsonNode item : of(array.path(i))) {
                ArrayNode less = array.deepCopy();
                less.set(i, item);
                smaller.add(less);
            }
        }
    }

    private static void ofText(String text, List<JsonNode> smaller) {
        int length = text.codePointCount(0, text.length());
        for (int kept : new int[] {0, length / 2, length - 1}) {
            if (kept >= 0 && kept < length) {
                smaller.add(NODES.stringNode(text.substring(0, text.offsetByCodePoints(0, kept))));
            }
        }
    }

    private static void ofNumber(long number, List<JsonNode> smaller) {
        for (long other : new long[] {0, number / 2, number - Long.signum(number)}) {
            if (Math.abs(other) < Math.abs(number)) {
                smaller.add(NODES.numberNode(other));
            }
        }
    }
}
