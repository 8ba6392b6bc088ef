package plumbline.contract.sampling.variation;

import java.util.List;
import java.util.Set;
import plumbline.json.jackson.databind.JsonNode;

/**
 * One change of what stands at a place, in one or several attempts of which the first that works is taken.
 *
 * @param rules the keywords, of which any may say that the change is wrong; the first names them all
 * @param change the change in words
 * @param candidates what to put in the place
 */
record Variant(List<String> rules, String change, List<JsonNode> candidates) {
    /** What else is wrong with a value of another type. */
    private static final Set<String> CONSEQUENCES = Set.of("enum", "const", "discriminator");

    Variant {
        rules = List.copyOf(rules);
        candidates = List.copyOf(candidates);
    }

    static Variant of(String rule, String change, List<JsonNode> candidates) {
        return new Variant(List.of(rule), change, candidates);
    }

    static Variant of(String rule, String change, JsonNode candidate) {
        return of(rule, change, List.of(candidate));
    }

    String keyword() {
        return rules.get(0);
    }

    boolean isOfType() {
        return "type".equals(keyword());
    }

    boolean mayBreak(String rule) {
        return rules.contains(rule);
    }

    boolean mayAlsoBreak(String rule) {
        return mayBreak(rule) || isOfType() && CONSEQUENCES.contains(rule);
    }
}
