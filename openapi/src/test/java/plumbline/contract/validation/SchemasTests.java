package plumbline.contract.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.contract.Contract;
import plumbline.contract.Contracts;
import plumbline.contract.Direction;
import plumbline.contract.Schema;
import plumbline.contract.document.Place;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonException;
import plumbline.json.jackson.databind.JsonNode;

class SchemasTests {
    private static final Pattern CHECK = Pattern.compile("([+-])(req|res|) (.*?)(?: => (\\S+) (\\S*) @ (\\S+))?");

    /** Schemas in one version of OpenAPI and what is expected of them; all stand in schema-cases.txt. */
    record Case(String title, String version, String schemas, List<String> checks) {
        static Stream<Case> parse(String text) {
            int end = text.indexOf('\n');
            String[] heading = text.substring(0, end).split(" \\| ", 2);
            List<String> lines = text.substring(end + 1).lines().toList();
            List<String> checks =
                    lines.stream().filter(line -> CHECK.matcher(line).matches()).toList();
            String schemas = String.join(
                    "\n", lines.stream().filter(line -> !checks.contains(line)).toList());
            return Arrays.stream(heading[1].split(", "))
                    .map(version -> new Case(heading[0], version.trim(), schemas, checks));
        }

        @Override
        public String toString() {
            return title + " in " + version;
        }
    }

    static Stream<Case> cases() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(SchemasTests.class.getResourceAsStream("schema-cases.txt"), "cases")) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(all.split("(?m)^### ")).skip(1).flatMap(Case::parse);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void judgeAsOpenApiMeansIt(Case example) throws JsonException {
        Contract contract = Contracts.ofSchemas(example.version(), example.schemas());
        Schemas schemas = new Schemas(contract.version());
        Schema schema = Contracts.schema(contract, "T");

        for (String check : example.checks()) {
            Matcher parts = CHECK.matcher(check);
            assertThat(parts.matches()).isTrue();
            JsonNode value = Json.read(parts.group(3));
            for (Direction direction : directions(parts.group(2))) {
                List<Violation> violations = schemas.violations(schema, direction, value, Location.body());

                assertThat(schemas.isValid(schema, direction, value)).isEqualTo(violations.isEmpty());
                if ("+".equals(parts.group(1))) {
                    assertThat(violations).as(direction + " " + check).isEmpty();
                } else {
                    assertThat(violations)
                            .as(direction + " " + check)
                            .anySatisfy(violation -> {
                                assertThat(violation.rule()).isEqualTo(parts.group(4));
                                assertThat(violation.location().pointer()).isEqualTo(parts.group(5));
                                assertThat(violation.contractPlace()).isEqualTo(place(schema, parts.group(6)));
                            })
                            .allSatisfy(violation -> assertThat(violation.message())
                                    .doesNotContain("invalid/", "\n")
                                    .isNotBlank());
                }
            }
        }
    }

    private static List<Direction> directions(String name) {
        if (name.isEmpty()) {
            return List.of(Direction.values());
        }
        return List.of("req".equals(name) ? Direction.REQUEST : Direction.RESPONSE);
    }

    private static Place place(Schema schema, String pointer) {
        return schema.node().document().root().placeOf("/components/schemas" + pointer);
    }

    @Nested
    class Messages {
        @ParameterizedTest
        @ValueSource(strings = {"3.0.3", "3.1.0"})
        void sayWhatWasExpectedAndWhatCameAndWhere(String version) throws JsonException {
            Contract contract = Contracts.ofSchemas(version, """
                    T:
                      type: object
                      properties:
                        a:
                          type: string
                          minLength: 3
                    """);

            List<Violation> violations = new Schemas(contract.version())
                    .violations(
                            Contracts.schema(contract, "T"),
                            Direction.RESPONSE,
                            Json.read("{\"a\": \"é😀\"}"),
                            Location.body());

            assertThat(violations).hasSize(1);
            assertThat(violations.get(0))
                    .hasToString("body at /a has 2 characters, breaking minLength 3"
                            + " [api.yaml:20:11 (#/components/schemas/T/properties/a/minLength)]");
            assertThat(violations.get(0).expected()).isEqualTo("minLength 3");
            assertThat(violations.get(0).actual()).isEqualTo("\"é😀\"");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '~',
                value = {
                    "{\"pet\": {\"kind\": \"b\"}} | body at /pet lacks the required property 'w' (taken for B, the closest of the 2 choices of oneOf)",
                    "{\"both\": {}}             | body at /both fits 2 choices of oneOf, but may fit only one: A (api.yaml:21:5 (#/components/schemas/A)) and choice 3 (api.yaml:18:74 (#/components/schemas/T/properties/both/oneOf/2))",
                    "{\"any\": 7}              | body at /any breaks maximum 5 (taken for choice 2, the closest of the 3 choices of anyOf)",
                    "{\"base\": {\"kind\": \"Cat\"}} | body at /base (as its kind is \"Cat\") lacks the required property 'lives'",
                })
        void sayWhichChoiceWasTakenAsMeant(String value, String message) throws JsonException {
            Contract contract = Contracts.ofSchemas("3.1.0", """
                    T:
                      properties:
                        pet: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}
                        both: {oneOf: [{$ref: '#/components/schemas/A'}, {type: string}, {type: object}]}
                        any: {anyOf: [{type: string}, {type: integer, maximum: 5}, {type: 'null'}]}
                        base: {$ref: '#/components/schemas/Base'}
                    A: {properties: {kind: {const: a}}}
                    B: {required: [w], properties: {kind: {const: b}}}
                    Base: {type: object, properties: {kind: {}}, discriminator: {propertyName: kind}}
                    Cat: {allOf: [{$ref: '#/components/schemas/Base'}], required: [lives]}
                    """);

            List<Violation> violations = new Schemas(contract.version())
                    .violations(Contracts.schema(contract, "T"), Direction.REQUEST, Json.read(value), Location.body());

            assertThat(violations)
                    .singleElement()
                    .satisfies(violation -> assertThat(violation.toString()).startsWith(message + " ["));
        }

        @Test
        void areFewHoweverManyFaultsThereAre() throws JsonException {
            Contract contract = Contracts.ofSchemas("3.1.0", "T: {type: array, items: {type: string}}");

            List<Violation> violations = new Schemas(contract.version())
                    .violations(
                            Contracts.schema(contract, "T"),
                            Direction.RESPONSE,
                            Json.read("[1" + ",1".repeat(10_000) + "]"),
                            Location.body());

            assertThat(violations).hasSizeBetween(1, 50);
        }
    }

    @Nested
    class Robustness {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "T: {type: object, properties: {a: {$ref: '#/components/schemas/T'}}}",
                    "T: {anyOf: [{type: string}, {type: array, items: {$ref: '#/components/schemas/T'}}, {type: object, additionalProperties: {$ref: '#/components/schemas/T'}}]}",
                    "T: {type: object, properties: {a: {oneOf: [{$ref: '#/components/schemas/T'}, {type: integer}]}}}"
                })
        void endsOnDeepValues(String schemas) throws JsonException {
            Contract contract = Contracts.ofSchemas("3.1.0", schemas);
            JsonNode deep = Json.read("{\"a\":".repeat(499) + "1" + "}".repeat(499));

            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(60),
                    () -> new Schemas(contract.version())
                            .violations(Contracts.schema(contract, "T"), Direction.REQUEST, deep, Location.body()));
        }

        @Test
        void endsOnLargeNumbersAndTexts() throws JsonException {
            Contract contract = Contracts.ofSchemas(
                    "3.1.0", "T: {items: {multipleOf: 0.01, type: [integer, string], pattern: '^(a+)+$', minimum: 3}}");
            JsonNode value = Json.read("[1e999, -1e999, 1e-999, \"" + "a".repeat(100_000) + "!\"]");

            List<Violation> violations = Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(60),
                    () -> new Schemas(contract.version())
                            .violations(Contracts.schema(contract, "T"), Direction.REQUEST, value, Location.body()));

            assertThat(violations).isNotEmpty();
        }

        @Test
        void judgesTheSameOnManyThreadsFromTheFirstUse() throws Exception {
            Contract contract = Contracts.ofSchemas("3.0.3", """
                    T: {type: object, nullable: true, required: [a], properties: {a: {$ref: '#/components/schemas/A'}}}
                    A: {allOf: [{$ref: '#/components/schemas/B'}, {required: [id]}]}
                    B: {type: object, properties: {id: {type: integer, readOnly: true}, t: {$ref: '#/components/schemas/T'}}}
                    """);
            JsonNode valid = Json.read("{\"a\": {\"id\": 1, \"t\": {\"a\": {\"id\": 2, \"t\": null}}}}");
            JsonNode invalid = Json.read("{\"a\": {\"id\": 1, \"t\": {\"a\": {\"id\": \"x\"}}}}");
            int threads = 16;
            ExecutorService pool = Executors.newFixedThreadPool(threads);
            try {
                for (int round = 0; round < 20; round++) {
                    Schemas schemas = new Schemas(contract.version());
                    Schema schema = Contracts.schema(contract, "T");
                    CountDownLatch start = new CountDownLatch(1);
                    List<Future<Boolean>> results = new ArrayList<>();
                    for (int i = 0; i < threads; i++) {
                        Callable<Boolean> task = () -> {
                            start.await();
                            return schemas.isValid(schema, Direction.RESPONSE, valid)
                                    && schemas.violations(schema, Direction.RESPONSE, invalid, Location.body())
                                                    .size()
                                            == 1;
                        };
                        results.add(pool.submit(task));
                    }
                    start.countDown();
                    for (Future<Boolean> result : results) {
                        assertThat(result.get()).isTrue();
                    }
                }
            } finally {
                pool.shutdownNow();
            }
        }
    }
}
