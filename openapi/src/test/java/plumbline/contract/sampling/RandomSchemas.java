package plumbline.contract.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Makes satisfiable schemas of many kinds, equal for equal seeds; written as JSON. */
public final class RandomSchemas {
    private static final List<String> FORMATS = List.of(
            "date",
            "date-time",
            "time",
            "uuid",
            "email",
            "uri",
            "hostname",
            "ipv4",
            "ipv6",
            "byte",
            "duration",
            "json-pointer");
    private static final List<String> PATTERNS = List.of(
            "^[a-z]{3}$",
            "^\\\\d{4}-\\\\d{2}$",
            "^(red|green|blue)$",
            "[A-Z]+",
            "^x-",
            "^[^@]+@[a-z]+\\\\.com$",
            "^\\\\p{L}+$",
            "^.{2,5}$");

    private final SplittableRandom random;
    private final String self;

    public RandomSchemas(long seed) {
        this.random = new SplittableRandom(seed);
        this.self = "#/components/schemas/S" + seed;
    }

    public String schema() {
        return schema(0);
    }

    private String schema(int depth) {
        int kinds = depth > 2 ? 5 : 17;
        return switch (random.nextInt(kinds)) {
            case 0 -> text();
            case 1 -> number("number");
            case 2 -> number("integer");
            case 3 -> "{\"type\": \"boolean\"}";
            case 4 -> fixed();
            case 5, 6 -> object(depth);
            case 7 -> array(depth);
            case 8 -> "{\"allOf\": [%s, %s]}".formatted(object(depth, "own", false), object(depth, "more", false));
            case 9 -> choice(depth);
            case 10 -> nullable(depth);
            default ->
                new RandomCompositions(random, () -> schema(depth + 1), self)
                        .schema(random.nextInt(RandomCompositions.KINDS));
        };
    }

    private String text() {
        return switch (random.nextInt(4)) {
            case 0 -> "{\"type\": \"string\"}";
            case 1 -> {
                int least = random.nextInt(0, 30);
                yield "{\"type\": \"string\", \"minLength\": %d, \"maxLength\": %d}"
                        .formatted(least, least + random.nextInt(0, 20));
            }
            case 2 -> "{\"type\": \"string\", \"format\": \"%s\"}".formatted(any(FORMATS));
            default -> "{\"type\": \"string\", \"pattern\": \"%s\"}".formatted(any(PATTERNS));
        };
    }

    private String number(String type) {
        List<String> keywords = new ArrayList<>(List.of("\"type\": \"" + type + "\""));
        int least = random.nextInt(-1000, 1000);
        boolean step = random.nextInt(3) == 0;
        if (random.nextBoolean()) {
            keywords.add((random.nextBoolean() ? "\"minimum\": " : "\"exclusiveMinimum\": ") + least);
        }
        if (random.nextBoolean()) {
            keywords.add((random.nextBoolean() ? "\"maximum\": " : "\"exclusiveMaximum\": ")
                    + (least + 30 + random.nextInt(100)));
        }
        if (step) {
            keywords.add("\"multipleOf\": "
                    + ("integer".equals(type) ? 1 + random.nextInt(12) : any(List.of("0.01", "0.5", "2.5", "7"))));
        }
        return "{" + String.join(", ", keywords) + "}";
    }

    private String fixed() {
        return random.nextBoolean()
                ? "{\"enum\": [1, \"two\", null, [3], {\"four\": 4}]}"
                : "{\"const\": {\"a\": [%d]}}".formatted(random.nextInt(9));
    }

    private String object(int depth) {
        return object(depth, "own", true);
    }

    /** An object; one that stands beside another must not say anything of all properties, which the other may break. */
    private String object(int depth, String prefix, boolean alone) {
        List<String> properties = new ArrayList<>();
        List<String> required = new ArrayList<>();
        for (int i = random.nextInt(0, 5); i > 0; i--) {
            properties.add("\"%s%d\": %s".formatted(prefix, i, schema(depth + 1)));
            if (random.nextBoolean()) {
                required.add("\"" + prefix + i + "\"");
            }
        }
        List<String> keywords = new ArrayList<>(List.of(
                "\"type\": \"object\"",
                "\"properties\": {" + String.join(", ", properties) + "}",
                "\"required\": [" + String.join(", ", required) + "]"));
        switch (alone ? random.nextInt(7) : 2 + random.nextInt(4)) {
            case 0 -> keywords.add("\"minProperties\": " + (properties.size() + random.nextInt(3)));
            case 1 -> keywords.add("\"maxProperties\": " + Math.max(required.size(), 4));
            case 6 -> keywords.add("\"additionalProperties\": " + schema(depth + 1));
            case 3 -> keywords.add("\"patternProperties\": {\"^x-\": %s}".formatted(schema(depth + 1)));
            case 4 -> keywords.add("\"dependentRequired\": {\"%s1\": [\"needed\"]}".formatted(prefix));
            case 5 -> keywords.add("\"propertyNames\": {\"pattern\": \"^[a-z][a-z0-9-]*$\"}");
            default -> keywords.add("\"description\": \"An object\"");
        }
        return "{" + String.join(", ", keywords) + "}";
    }

    private String array(int depth) {
        int least = random.nextInt(0, 4);
        String bounds = "\"minItems\": %d, \"maxItems\": %d".formatted(least, least + random.nextInt(1, 4));
        return switch (random.nextInt(4)) {
            case 0 -> "{\"type\": \"array\", \"items\": %s, %s}".formatted(schema(depth + 1), bounds);
            case 1 ->
                "{\"type\": \"array\", \"prefixItems\": [%s, %s], \"items\": false}"
                        .formatted(schema(depth + 1), schema(depth + 1));
            case 2 ->
                "{\"type\": \"array\", \"items\": {\"type\": \"integer\"}, \"uniqueItems\": true, %s}"
                        .formatted(bounds);
            default ->
                "{\"type\": \"array\", \"contains\": %s, \"minContains\": %d}"
                        .formatted(schema(depth + 1), 1 + random.nextInt(2));
        };
    }

    /** Branches that no value can obey at once. */
    private String choice(int depth) {
        String kind = random.nextBoolean() ? "oneOf" : "anyOf";
        List<String> branches = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            branches.add(
                    "{\"type\": \"object\", \"required\": [\"kind\"], \"properties\": {\"kind\": {\"const\": \"k%d\"}, \"value\": %s}}"
                            .formatted(i, schema(depth + 1)));
        }
        return "{\"%s\": [%s]}".formatted(kind, String.join(", ", branches));
    }

    private String nullable(int depth) {
        return switch (random.nextInt(3)) {
            case 0 -> "{\"anyOf\": [%s, {\"type\": \"null\"}]}".formatted(schema(depth + 1));
            case 1 -> "{\"type\": [\"string\", \"integer\", \"null\"], \"minimum\": 3, \"minLength\": 2}";
            default ->
                "{\"if\": {\"properties\": {\"a\": {\"const\": 1}}, \"required\": [\"a\"]}, \"then\": {\"required\": [\"b\"]}, \"else\": {\"required\": [\"c\"]}, \"type\": \"object\"}";
        };
    }

    private String any(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
