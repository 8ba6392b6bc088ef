package plumbline.contract.sampling.variation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;

/**
 * Values that nearly are listed ones. Each way to miss is a change of its own, since servers that compare by prefix, without
 * regard to case or by a pattern refuse what is far away, and take what is near.
 */
final class NearMisses {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Map<String, Function<String, String>> TEXTS = texts();

    private NearMisses() {}

    private static Map<String, Function<String, String>> texts() {
        Map<String, Function<String, String>> texts = new LinkedHashMap<>();
        texts.put("longer", text -> text + "x");
        texts.put("cut", text -> text.isEmpty() ? text : text.substring(0, text.offsetByCodePoints(text.length(), -1)));
        texts.put("in other case", NearMisses::otherCase);
        texts.put("empty", text -> "");
        texts.put("with other digits", NearMisses::otherDigits);
        return texts;
    }

    /**
     * {@return changes to values that are not listed}
     *
     * @param rules the keywords that say so
     * @param change what any such change is called
     * @param listed what is listed
     */
    static List<Variant> of(List<String> rules, String change, List<JsonNode> listed) {
        List<Variant> variants = new ArrayList<>();
        TEXTS.forEach((name, miss) ->
                add(variants, rules, change + ", " + name, missing(listed, value -> miss(value, miss))));
        add(variants, rules, change + ", next to it", missing(listed, NearMisses::next));
        return variants;
    }

    private static void add(List<Variant> variants, List<String> rules, String change, List<JsonNode> candidates) {
        if (!candidates.isEmpty()) {
            variants.add(new Variant(rules, change, candidates));
        }
    }

    private static List<JsonNode> missing(List<JsonNode> listed, Function<JsonNode, Optional<JsonNode>> miss) {
        return listed.stream()
                .flatMap(value -> miss.apply(value).stream())
                .filter(value -> !listed.contains(value))
                .distinct()
                .toList();
    }

    private static Optional<JsonNode> miss(JsonNode value, Function<String, String> miss) {
        return value.isString() && !value.stringValue().isEmpty()
                ? Optional.of(NODES.stringNode(miss.apply(value.stringValue())))
                : Optional.empty();
    }

    private static Optional<JsonNode> next(JsonNode value) {
        return value.isIntegralNumber()
                ? Optional.of(NumberVariants.node(value.decimalValue().add(BigDecimal.ONE)))
                : Optional.empty();
    }

    private static String otherCase(String text) {
        StringBuilder other = new StringBuilder();
        text.codePoints()
                .map(character -> Character.isUpperCase(character)
                        ? Character.toLowerCase(character)
                        : Character.toUpperCase(character))
                .forEach(other::appendCodePoint);
        return other.toString();
    }

    /** As a pattern would have it, and a date, too: only the last digit is another one. */
    private static String otherDigits(String text) {
        for (int i = text.length() - 1; i >= 0; i--) {
            char digit = text.charAt(i);
            if (digit >= '0' && digit <= '9') {
                return text.substring(0, i) + (digit == '1' ? '2' : '1') + text.substring(i + 1);
            }
        }
        return text;
    }
}
