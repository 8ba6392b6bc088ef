package plumbline.contract.sampling;

import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * Makes satisfiable schemas whose keywords depend on each other; written as JSON.
 *
 * @param random chooses
 * @param part makes a schema of any kind for a part
 * @param self the reference to the whole schema
 */
public record RandomCompositions(SplittableRandom random, Supplier<String> part, String self) {
    static final int KINDS = 12;

    /** What discriminators choose from. */
    public static final String COMPONENTS = """
            Cat: {type: object, required: [kind, lives], properties: {kind: {type: string}, lives: {type: integer, minimum: 1, maximum: 9}}}
            Dog: {type: object, required: [kind], properties: {kind: {type: string}, barks: {type: boolean}}}
            Animal: {type: object, required: [kind], properties: {kind: {type: string}, age: {type: integer}}}
            Bird: {allOf: [{$ref: '#/components/schemas/Animal'}, {type: object, required: [wings], properties: {wings: {const: 2}}}]}
            """;

    String schema(int kind) {
        return switch (kind) {
            case 0 -> conditional();
            case 1 -> dependent();
            case 2 -> contains();
            case 3 -> closedObject();
            case 4 -> closedTuple();
            case 5 -> names();
            case 6 -> stepped();
            case 7 -> discriminated();
            case 8 -> recursive();
            case 9 -> negated();
            case 10 -> overlapping();
            default -> intersected();
        };
    }

    private String conditional() {
        String condition =
                random.nextBoolean() ? "{\"mode\": {\"const\": \"x\"}}" : "{\"mode\": {\"enum\": [\"x\", \"z\"]}}";
        String consequence = random.nextBoolean()
                ? "\"then\": {\"required\": [\"v\"]}, \"else\": {\"properties\": {\"v\": false}}"
                : "\"then\": {\"properties\": {\"w\": %s}, \"required\": [\"w\"]}".formatted(part.get());
        return ("{\"type\": \"object\", \"required\": [\"mode\"], \"properties\": {\"mode\": {\"enum\": [\"x\", \"y\", \"z\"]},"
                        + " \"v\": %s}, \"if\": {\"properties\": %s, \"required\": [\"mode\"]}, %s}")
                .formatted(part.get(), condition, consequence);
    }

    private String dependent() {
        String required = random.nextBoolean() ? "\"required\": [\"a\"], " : "";
        String dependency = random.nextBoolean()
                ? "\"dependentSchemas\": {\"a\": {\"required\": [\"c\"], \"properties\": {\"c\": %s}}}"
                        .formatted(part.get())
                : "\"dependentRequired\": {\"a\": [\"b\", \"d\"], \"d\": [\"e\"]}";
        return "{\"type\": \"object\", %s\"properties\": {\"a\": %s, \"b\": %s}, %s}"
                .formatted(required, part.get(), part.get(), dependency);
    }

    private String contains() {
        int least = random.nextInt(0, 3);
        int most = least + random.nextInt(0, 3);
        int size = most + random.nextInt(0, 3);
        String items =
                random.nextBoolean() ? "\"items\": {\"type\": \"integer\", \"minimum\": 0, \"maximum\": 99}, " : "";
        return ("{\"type\": \"array\", %s\"contains\": {\"type\": \"integer\", \"minimum\": 50}, \"minContains\": %d,"
                        + " \"maxContains\": %d, \"minItems\": %d, \"maxItems\": %d}")
                .formatted(items, least, most, random.nextInt(0, size + 1), size);
    }

    private String closedObject() {
        String inner = random.nextBoolean() ? "allOf" : "anyOf";
        return ("{\"type\": \"object\", \"%s\": [{\"properties\": {\"p\": %s}, \"required\": [\"p\"]}], \"properties\": {\"q\": %s},"
                        + " \"unevaluatedProperties\": %s}")
                .formatted(inner, part.get(), part.get(), random.nextBoolean() ? "false" : part.get());
    }

    private String closedTuple() {
        int least = random.nextInt(0, 3);
        String rest = random.nextBoolean() ? "false" : "{\"type\": \"boolean\"}";
        return random.nextBoolean()
                ? "{\"type\": \"array\", \"prefixItems\": [%s, %s], \"unevaluatedItems\": %s, \"minItems\": %d}"
                        .formatted(part.get(), part.get(), rest, least)
                : "{\"type\": \"array\", \"allOf\": [{\"prefixItems\": [%s, %s]}], \"unevaluatedItems\": %s, \"minItems\": %d}"
                        .formatted(part.get(), part.get(), rest, least);
    }

    private String names() {
        int least = random.nextInt(0, 4);
        return ("{\"type\": \"object\", \"propertyNames\": {\"pattern\": \"^[a-c]{2,3}$\"}, \"minProperties\": %d,"
                        + " \"maxProperties\": %d, \"additionalProperties\": %s}")
                .formatted(least, least + random.nextInt(0, 3), part.get());
    }

    private String stepped() {
        int step = 1 + random.nextInt(40);
        int multiple = step * random.nextInt(-30, 30);
        String type = random.nextBoolean() ? "integer" : "number";
        int below = random.nextInt(0, step);
        int above = random.nextInt(0, step);
        return "{\"type\": \"%s\", \"multipleOf\": %d, \"minimum\": %d, \"maximum\": %d}"
                .formatted(type, step, multiple - below, multiple + above);
    }

    private String discriminated() {
        String kind = random.nextBoolean() ? "oneOf" : "anyOf";
        String mapping = random.nextBoolean()
                ? ", \"mapping\": {\"miau\": \"Cat\", \"bird\": \"#/components/schemas/Bird\"}"
                : "";
        return ("{\"%s\": [{\"$ref\": \"#/components/schemas/Cat\"}, {\"$ref\": \"#/components/schemas/Bird\"}],"
                        + " \"discriminator\": {\"propertyName\": \"kind\"%s}}")
                .formatted(kind, mapping);
    }

    private String recursive() {
        return switch (random.nextInt(4)) {
            case 0 ->
                "{\"type\": \"object\", \"required\": [\"next\"], \"properties\": {\"next\": {\"anyOf\": [{\"$ref\": \"%s\"}, {\"type\": \"null\"}]}}}"
                        .formatted(self);
            case 1 ->
                "{\"type\": \"array\", \"maxItems\": %d, \"items\": {\"$ref\": \"%s\"}}"
                        .formatted(random.nextInt(4), self);
            case 2 ->
                "{\"type\": \"object\", \"properties\": {\"left\": {\"$ref\": \"%s\"}, \"right\": {\"$ref\": \"%s\"}, \"value\": %s}}"
                        .formatted(self, self, part.get());
            default -> "{\"type\": \"object\", \"additionalProperties\": {\"$ref\": \"%s\"}}".formatted(self);
        };
    }

    private String negated() {
        return switch (random.nextInt(4)) {
            case 0 -> "{\"type\": [\"string\", \"integer\"], \"not\": {\"type\": \"integer\"}}";
            case 1 -> "{\"type\": \"integer\", \"minimum\": 0, \"maximum\": 9, \"not\": {\"enum\": [1, 2, 3]}}";
            case 2 ->
                "{\"type\": \"object\", \"properties\": {\"a\": %s}, \"not\": {\"required\": [\"a\"]}}"
                        .formatted(part.get());
            default -> "{\"type\": \"string\", \"minLength\": 3, \"not\": {\"pattern\": \"^[aeiou]\"}}";
        };
    }

    private String overlapping() {
        return ("{\"oneOf\": [{\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"string\"}, \"b\": {\"type\": \"integer\"}}},"
                        + " {\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"string\"}, \"c\": %s}}]}")
                .formatted("{\"type\": \"" + (random.nextBoolean() ? "array" : "object") + "\"}");
    }

    private String intersected() {
        int least = random.nextInt(2, 6);
        return ("{\"allOf\": [{\"type\": \"object\", \"minProperties\": %d}, {\"required\": [\"a\"], \"properties\": {\"a\": %s}},"
                        + " {\"patternProperties\": {\"^k\": {\"type\": \"boolean\"}}}, {\"maxProperties\": %d}]}")
                .formatted(least, part.get(), least + 2);
    }
}
