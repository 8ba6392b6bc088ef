package plumbline.conformance.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes schemas of many kinds, written as JSON and equal for equal seeds. */
final class RandomSchemas {
    private static final List<String> FORMATS = List.of("date", "date-time", "uuid", "email", "ipv4", "uri");
    private static final List<String> PATTERNS =
            List.of("^[a-z]{3}$", "^[0-9]{4}-[0-9]{2}$", "^(red|green)$", "[A-Z]+");

    private final SplittableRandom random;

    RandomSchemas(long seed) {
        this.random = new SplittableRandom(seed);
    }

    String schema() {
        return object(0);
    }

    private String any(int depth) {
        return switch (random.nextInt(depth > 2 ? 4 : 9)) {
            case 0 -> text();
            case 1 -> number();
            case 2 -> "{\"type\": \"boolean\"}";
            case 3 -> "{\"enum\": [\"small\", \"large\", 7]}";
            case 4 -> array(depth);
            case 5 -> "{\"type\": [\"string\", \"null\"], \"maxLength\": %d}".formatted(random.nextInt(1, 20));
            case 6 ->
                "{\"allOf\": [%s, {\"type\": \"object\", \"required\": [\"shared\"]}]}".formatted(object(depth + 1));
            case 7 -> "{\"oneOf\": [%s, {\"type\": \"integer\", \"minimum\": 3}]}".formatted(object(depth + 1));
            default -> object(depth + 1);
        };
    }

    private String text() {
        return switch (random.nextInt(4)) {
            case 0 -> "{\"type\": \"string\"}";
            case 1 -> {
                int least = random.nextInt(0, 9);
                yield "{\"type\": \"string\", \"minLength\": %d, \"maxLength\": %d}"
                        .formatted(least, least + random.nextInt(0, 9));
            }
            case 2 -> "{\"type\": \"string\", \"format\": \"%s\"}".formatted(one(FORMATS));
            default -> "{\"type\": \"string\", \"pattern\": \"%s\"}".formatted(one(PATTERNS));
        };
    }

    private String number() {
        int least = random.nextInt(-50, 50);
        return switch (random.nextInt(4)) {
            case 0 -> "{\"type\": \"integer\", \"minimum\": %d, \"maximum\": %d}".formatted(least, least + 30);
            case 1 -> "{\"type\": \"number\", \"exclusiveMinimum\": %d}".formatted(least);
            case 2 -> "{\"type\": \"integer\", \"multipleOf\": %d}".formatted(random.nextInt(2, 9));
            default -> "{\"type\": \"number\", \"exclusiveMaximum\": %d}".formatted(least);
        };
    }

    private String array(int depth) {
        int least = random.nextInt(1, 3);
        return "{\"type\": \"array\", \"minItems\": %d, \"maxItems\": %d, \"items\": %s}"
                .formatted(least, least + random.nextInt(0, 4), any(depth + 1));
    }

    private String object(int depth) {
        List<String> names = new ArrayList<>(IntStream.range(0, random.nextInt(1, 5))
                .mapToObj(i -> "p" + depth + i)
                .toList());
        names.add("shared");
        String properties = names.stream()
                .map(name -> "\"%s\": %s".formatted(name, any(depth + 1)))
                .collect(Collectors.joining(", "));
        String required = names.stream()
                .filter(name -> random.nextInt(4) > 0)
                .map(name -> "\"" + name + "\"")
                .collect(Collectors.joining(", "));
        String closed = random.nextInt(3) == 0 ? ", \"additionalProperties\": false" : "";
        return "{\"type\": \"object\", \"properties\": {%s}, \"required\": [%s]%s}"
                .formatted(properties, required, closed);
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
