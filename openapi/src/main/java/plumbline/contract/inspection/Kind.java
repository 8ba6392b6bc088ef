package plumbline.contract.inspection;

import plumbline.json.jackson.databind.JsonNode;

/** What the value of a keyword must be. */
public enum Kind {
    COUNT("a whole number of 0 or more"),
    NUMBER("a number"),
    POSITIVE("a number above 0"),
    TEXT("a text"),
    FLAG("true or false"),
    LIST("a list"),
    TEXTS("a list of texts"),
    MAPPING("a mapping"),
    SCHEMA("a schema");

    private final String text;

    Kind(String text) {
        this.text = text;
    }

    /** {@return whether a value is of this kind} */
    public boolean fits(JsonNode value) {
        return switch (this) {
            case COUNT ->
                value.isNumber()
                        && value.decimalValue().signum() >= 0
                        && value.decimalValue().stripTrailingZeros().scale() <= 0;
            case NUMBER -> value.isNumber();
            case POSITIVE -> value.isNumber() && value.decimalValue().signum() > 0;
            case TEXT -> value.isString();
            case FLAG -> value.isBoolean();
            case LIST -> value.isArray();
            case TEXTS -> value.isArray() && value.valueStream().allMatch(JsonNode::isString);
            case MAPPING -> value.isObject();
            case SCHEMA -> value.isObject() || value.isBoolean();
        };
    }

    @Override
    public String toString() {
        return text;
    }
}
