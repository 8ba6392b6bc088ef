package plumbline.contract.validation;

import org.jspecify.annotations.Nullable;
import plumbline.contract.json.JsonType;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.networknt.schema.Error;

/**
 * What a broken keyword means to a reader.
 *
 * @param rule the keyword
 * @param text what is wrong
 * @param expected what the keyword asks for
 * @param actual what came
 */
record KeywordMessage(String rule, String text, String expected, String actual) {
    private static final int LONGEST_EXCERPT = 120;

    static KeywordMessage of(String rule, @Nullable JsonNode keyword, JsonNode value, Error error) {
        String asked = keyword == null ? argument(error) : excerpt(keyword);
        String given = excerpt(value);
        String name = String.valueOf(error.getProperty());
        return switch (rule) {
            case "required" ->
                message(rule, "lacks the required property '" + name + "'", "property '" + name + "'", "none");
            case "type" -> {
                JsonType type = JsonType.of(value);
                yield message(rule, "is of type " + type + ", not " + asked, "type " + asked, type + ": " + given);
            }
            case "enum" -> message(rule, "is none of the documented values " + asked, "one of " + asked, given);
            case "const" -> message(rule, "is not " + asked, asked, given);
            case "additionalProperties", "unevaluatedProperties" ->
                message(rule, "has the undocumented property '" + name + "'", "no property '" + name + "'", given);
            case "writeOnly" -> message(rule, "is write-only and must not be in a response", "no such property", given);
            case "false" -> message(rule, "is not allowed", "nothing", given);
            case "pattern" -> message(rule, "does not match the pattern " + asked, "pattern " + asked, given);
            case "format" -> message(rule, "is not of the format " + asked, "format " + asked, given);
            case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf" ->
                message(rule, "breaks " + rule + " " + asked, rule + " " + asked, given);
            case "minLength", "maxLength" ->
                message(
                        rule,
                        "has " + length(value) + " characters, breaking " + rule + " " + asked,
                        rule + " " + asked,
                        given);
            case "minItems", "maxItems", "minProperties", "maxProperties" ->
                message(
                        rule,
                        "has " + value.size() + " entries, breaking " + rule + " " + asked,
                        rule + " " + asked,
                        given);
            case "uniqueItems" -> message(rule, "has items that are equal", "items that all differ", given);
            default -> message(rule, "breaks '" + rule + "': " + error.getMessage(), rule + " " + asked, given);
        };
    }

    /** What a rule that we made of several keywords asks for. */
    private static String argument(Error error) {
        Object[] arguments = error.getArguments();
        return arguments == null || arguments.length == 0 ? "" : String.valueOf(arguments[0]);
    }

    private static KeywordMessage message(String rule, String text, String expected, String actual) {
        return new KeywordMessage(rule, text, expected, actual);
    }

    private static int length(JsonNode value) {
        String text = value.asString("");
        return text.codePointCount(0, text.length());
    }

    static String excerpt(JsonNode value) {
        String text = value.isString() ? "\"" + value.stringValue() + "\"" : value.toString();
        return text.length() <= LONGEST_EXCERPT ? text : text.substring(0, LONGEST_EXCERPT - 3) + "...";
    }
}
