package plumbline.conformance.checks.scope;

import java.util.regex.Pattern;
import java.util.stream.IntStream;
import plumbline.contract.json.Pointers;
import plumbline.json.jackson.databind.JsonNode;

/** Finds where two values differ. */
public final class Difference {
    private static final Pattern NUMBERS = Pattern.compile("[0-9]+(\\.[0-9]+)?");
    private static final Pattern NAMING = Pattern.compile(
            "(?i)|ids?|uuid|key|name|code|slug|number|sku|login|href|url|.*(_id|-id)|.*[a-z](?-i:Id|ID)");

    private Difference() {}

    /**
     * {@return whether values differ in nothing but numbers and times that are not what names something: those of what lives, such
     * as a counter or a clock, change while nobody changes anything}
     */
    public static boolean isLife(JsonNode before, JsonNode after) {
        return isLife("", before, after);
    }

    private static boolean isLife(String name, JsonNode before, JsonNode after) {
        if (before.equals(after)) {
            return true;
        }
        if (before.isObject() && after.isObject()) {
            return before.size() == after.size()
                    && before.propertyNames().stream()
                            .allMatch(
                                    inner -> after.has(inner) && isLife(inner, before.path(inner), after.path(inner)));
        }
        if (before.isArray() && after.isArray()) {
            return before.size() == after.size()
                    && IntStream.range(0, before.size()).allMatch(i -> isLife(name, before.get(i), after.get(i)));
        }
        return !NAMING.matcher(name).matches()
                && (before.isNumber() && after.isNumber()
                        || before.isString() && after.isString() && isLife(before.asString(), after.asString()));
    }

    /** {@return whether texts differ in nothing but numbers} */
    public static boolean isLife(String before, String after) {
        return NUMBERS.matcher(before)
                .replaceAll("0")
                .equals(NUMBERS.matcher(after).replaceAll("0"));
    }

    /** {@return the pointer to the first place, in document order, where the values differ; empty if that is the root} */
    public static String between(JsonNode before, JsonNode after) {
        if (before.isObject() && after.isObject() && before.size() == after.size()) {
            for (String name : before.propertyNames()) {
                if (!before.path(name).equals(after.path(name))) {
                    return after.has(name)
                            ? Pointers.child("", name) + between(before.path(name), after.path(name))
                            : "";
                }
            }
        }
        if (before.isArray() && after.isArray() && before.size() == after.size()) {
            for (int i = 0; i < before.size(); i++) {
                if (!before.get(i).equals(after.get(i))) {
                    return Pointers.child("", i) + between(before.get(i), after.get(i));
                }
            }
        }
        return "";
    }
}
