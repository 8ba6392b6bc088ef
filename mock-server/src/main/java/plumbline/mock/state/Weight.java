package plumbline.mock.state;

import plumbline.json.jackson.databind.JsonNode;

/** How much memory a value takes, roughly. */
public final class Weight {
    private static final int NODE = 16;

    private Weight() {}

    /** {@return how many octets a value takes, roughly} */
    public static long of(JsonNode value) {
        if (value.isString()) {
            return (long) NODE + value.stringValue().length();
        }
        long weight = NODE;
        for (JsonNode part : value) {
            weight += NODE + of(part);
        }
        return weight;
    }
}
