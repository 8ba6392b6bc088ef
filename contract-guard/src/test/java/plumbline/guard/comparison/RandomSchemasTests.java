package plumbline.guard.comparison;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.contract.Contract;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonException;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.Schema;
import plumbline.contract.validation.Schemas;
import plumbline.guard.comparison.changes.Change;
import plumbline.guard.comparison.changes.Impact;
import plumbline.json.jackson.databind.JsonNode;

/** For any two schemas: values are found that the new one refuses exactly where the comparison tells that it breaks clients. */
class RandomSchemasTests {
    private static final int VALUES = 800;
    private static final int PAIRS = 20;
    private static final String DOCUMENT = """
            {"openapi": "3.1.1", "info": {"title": "T", "version": "1"}, "paths": {"/t": {"post": {
              "requestBody": {"content": {"application/json": {"schema": %s}}}, "responses": {"204": {"description": "None"}}}}}}
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aFindingAndACounterexampleAgree(int seed) throws IOException, JsonException {
        List<String> departures = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            Random random = new Random(seed * 7919L + i);
            String old = schema(random, 2);
            String now = i % 3 == 0 ? schema(random, 2) : changed(old, random);
            departure(old, now, random).ifPresent(departures::add);
        }

        assertThat(departures).isEmpty();
    }

    private Optional<String> departure(String old, String now, Random random) throws IOException, JsonException {
        Contract before = Contract.read(Files.writeString(folder.resolve("old.json"), DOCUMENT.formatted(old)));
        Contract after = Contract.read(Files.writeString(folder.resolve("new.json"), DOCUMENT.formatted(now)));
        List<Change> breaking = Comparison.between(before, after).stream()
                .filter(change -> change.impact() == Impact.BREAKING)
                .toList();
        boolean isShown = breaking.stream().anyMatch(change -> change.message().contains("such as "))
                || breaking.stream().anyMatch(change -> change.kind().id().endsWith("value-refused"));
        boolean isFound = isRefused(before, after, random);
        return isFound == !breaking.isEmpty() || isShown
                ? Optional.empty()
                : Optional.of("%s%n%s%n%s%n".formatted(old, now, breaking));
    }

    private static boolean isRefused(Contract before, Contract after, Random random) throws JsonException {
        Schemas old = new Schemas(before.version());
        Schemas now = new Schemas(after.version());
        for (int i = 0; i < VALUES; i++) {
            JsonNode value = Json.read(value(random, 2).getBytes(UTF_8));
            if (old.isValid(schema(before), Direction.REQUEST, value)
                    && !now.isValid(schema(after), Direction.REQUEST, value)) {
                return true;
            }
        }
        return false;
    }

    private static Schema schema(Contract contract) {
        return Objects.requireNonNull(
                Objects.requireNonNull(contract.operations().get(0).body())
                        .content()
                        .get(0)
                        .schema());
    }

    private static String schema(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 4)) {
            case 0 ->
                "{\"type\": \"string\"" + maybe(random, ", \"minLength\": " + random.nextInt(3))
                        + maybe(random, ", \"maxLength\": " + (2 + random.nextInt(3))) + "}";
            case 1 ->
                "{\"type\": \"integer\"" + maybe(random, ", \"minimum\": " + random.nextInt(4))
                        + maybe(random, ", \"maximum\": " + (4 + random.nextInt(4))) + "}";
            case 2 -> "{\"type\": \"string\", \"enum\": " + letters(random) + "}";
            case 3 ->
                random.nextBoolean()
                        ? "{\"type\": \"boolean\"}"
                        : "{\"type\": \"number\", \"maximum\": " + random.nextInt(9) + "}";
            case 4 ->
                "{\"type\": \"array\", \"items\": " + schema(random, depth - 1) + maybe(random, ", \"minItems\": 1")
                        + maybe(random, ", \"maxItems\": 2") + "}";
            case 5 ->
                "{\"type\": \"object\", \"required\": [" + maybe(random, "\"a\"") + "], \"properties\": {\"a\": "
                        + schema(random, depth - 1) + ", \"b\": " + schema(random, depth - 1) + "}"
                        + maybe(random, ", \"additionalProperties\": false") + "}";
            case 6 -> "{\"oneOf\": [" + schema(random, depth - 1) + ", " + schema(random, depth - 1) + "]}";
            case 7 -> "{\"anyOf\": [" + schema(random, depth - 1) + ", " + schema(random, depth - 1) + "]}";
            default -> "{\"type\": \"string\", \"maxLength\": 2, \"not\": {\"enum\": " + letters(random) + "}}";
        };
    }

    private static String maybe(Random random, String text) {
        return random.nextBoolean() ? text : "";
    }

    private static String letters(Random random) {
        return random.ints(0, 4)
                .distinct()
                .limit(1 + random.nextInt(3))
                .mapToObj(i -> "\"" + "abcd".charAt(i) + "\"")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String changed(String schema, Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> schema.replaceFirst("oneOf", "anyOf");
            case 1 -> schema.replaceFirst("anyOf", "oneOf");
            case 2 -> schema.replace(", \"additionalProperties\": false", "");
            case 3 -> schema.replaceFirst("\\[\"a\"], \"prop", "[\"b\"], \"prop");
            case 4 -> schema.replaceFirst("(Length|imum)\": \\d", "$1\": " + random.nextInt(8));
            default -> schema.replaceFirst("\\{\"type\": \"(string|integer|number)\"[^\\[\\]{}]*}", schema(random, 1));
        };
    }

    private static String value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 5)) {
            case 0 -> "\"" + "abcd".charAt(random.nextInt(4)) + "\"";
            case 1 -> "\"" + "abcdefgh".substring(0, random.nextInt(9)) + "\"";
            case 2 -> Integer.toString(random.nextInt(10));
            case 3 -> (random.nextInt(10) - 1) + ".5";
            case 4 -> Boolean.toString(random.nextBoolean());
            case 5 ->
                IntStream.range(0, random.nextInt(4))
                        .mapToObj(i -> value(random, depth - 1))
                        .collect(Collectors.joining(", ", "[", "]"));
            default -> {
                List<String> members = new ArrayList<>();
                if (random.nextInt(4) > 0) {
                    members.add("\"a\": " + value(random, depth - 1));
                }
                if (random.nextBoolean()) {
                    members.add("\"b\": " + value(random, depth - 1));
                }
                yield "{" + String.join(", ", members) + "}";
            }
        };
    }
}
