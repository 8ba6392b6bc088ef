package plumbline.contract.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.contract.Contract;
import plumbline.contract.Contracts;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonException;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.Schema;
import plumbline.contract.validation.Schemas;
import plumbline.json.jackson.databind.JsonNode;

class SamplerTests {
    private static final int SCHEMAS = 3_000;
    private static final int PER_CONTRACT = 100;

    @Test
    void everySampleOfRandomSchemasIsValidAndTheSameForTheSameSeed() {
        List<String> failures = new ArrayList<>();

        for (int first = 0; first < SCHEMAS; first += PER_CONTRACT) {
            StringBuilder components = new StringBuilder("T: true\n" + RandomCompositions.COMPONENTS);
            for (int i = first; i < first + PER_CONTRACT; i++) {
                components.append("S%d: %s\n".formatted(i, new RandomSchemas(i).schema()));
            }
            Contract contract = Contracts.ofSchemas("3.1.0", components.toString());
            Schemas schemas = new Schemas(contract.version());
            for (int i = first; i < first + PER_CONTRACT; i++) {
                String failure = failure(Contracts.schema(contract, "S" + i), schemas);
                if (!failure.isEmpty()) {
                    failures.add("seed " + i + ": " + failure + " in " + shrunk(i));
                }
            }
        }

        assertThat(failures).isEmpty();
    }

    /** The schema of a seed, as small as it can be made without mending the failure. */
    private static JsonNode shrunk(long seed) {
        return new Shrinking(schema -> {
                    Contract contract = Contracts.ofSchemas(
                            "3.1.0", "T: true\n" + RandomCompositions.COMPONENTS + "S" + seed + ": " + schema);
                    Schemas schemas = new Schemas(contract.version());
                    return !failure(Contracts.schema(contract, "S" + seed), schemas)
                            .isEmpty();
                })
                .shrink(read(new RandomSchemas(seed).schema()));
    }

    private static JsonNode read(String schema) {
        try {
            return Json.read(schema);
        } catch (JsonException e) {
            throw new AssertionError(schema, e);
        }
    }

    private static String failure(Schema schema, Schemas schemas) {
        Sampler sampler = new Sampler(schemas);
        try {
            JsonNode sample = sampler.sample(schema, Direction.RESPONSE, 7);
            if (!schemas.isValid(schema, Direction.RESPONSE, sample)) {
                return "invalid sample " + sample;
            }
            if (!new Sampler(schemas).sample(schema, Direction.RESPONSE, 7).equals(sample)) {
                return "another sample for the same seed";
            }
        } catch (UnsatisfiableException e) {
            return String.valueOf(e.getMessage());
        }
        return "";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{not: {}}                                                            | 'not'      | /not",
                "false                                                                | 'false'    | /T",
                "{enum: []}                                                           | 'enum'     | /enum",
                "{type: string, minLength: 3, maxLength: 2}                           | Length'    | Length",
                "{type: integer, minimum: 3, maximum: 2}                              | imum'      | imum",
                "{type: number, exclusiveMinimum: 1, exclusiveMaximum: 1}             | 'exclusive | /exclusive",
                "{allOf: [{type: string}, {type: integer}]}                           | 'type'     | /allOf/",
                "{type: object, required: [a], properties: {a: false}}                | 'false'    | /properties/a",
                "{type: array, minItems: 3, maxItems: 1}                              | Items'     | Items",
                "{type: array, items: {enum: [1, 2]}, uniqueItems: true, minItems: 3} | 'minItems' | /minItems",
                "{const: 1, type: string}                                             | 'type'     | /type",
                "{type: string, enum: [[1]]}                                          | 'type'     | /type",
                "{type: string, pattern: '^[a-z]{5}$', maxLength: 3}                  | '          | /",
                "{type: string, pattern: '^a', enum: [b]}                             | 'pattern'  | /pattern",
                "{oneOf: [{type: integer}, {type: integer}]}                          | 'oneOf'    | /oneOf",
                "{type: array, contains: false}                                       | ontains'   | /contains",
                "{type: object, required: [a], if: {required: [a]}, then: {properties: {a: false}}} | 'false' | /then",
                "{type: integer, multipleOf: 10, minimum: 11, maximum: 19}            | imum'      | imum",
                "{type: object, minProperties: 2, additionalProperties: false}        | '          | /",
                "{type: object, propertyNames: false, minProperties: 1}               | '          | /",
                "{type: object, properties: {a: {type: object, required: [b], properties: {b: {not: {}}}}}, required:"
                        + " [a]} | 'not' | /properties/a/properties/b/not",
            })
    void saysWhatRulesOutEveryValue(String schema, String keyword, String pointer) {
        Contract contract = Contracts.ofSchemas("3.1.0", "T: " + schema);
        Schemas schemas = new Schemas(contract.version());

        assertThatExceptionOfType(UnsatisfiableException.class)
                .isThrownBy(() -> new Sampler(schemas).sample(Contracts.schema(contract, "T"), Direction.RESPONSE, 1))
                .withMessageContaining("for the schema at api.yaml:15:")
                .withMessageContaining("the nearest attempt fails '")
                .withMessageContaining(keyword)
                .withMessageMatching("(?s).* at api[.]yaml:15:[0-9]+ \\(#/components/schemas[^)]*"
                        + java.util.regex.Pattern.quote(pointer) + ".*")
                .satisfies(exception -> assertThat(exception.violations()).isNotEmpty());
    }

    @Test
    void saysThatASchemaRequiresItselfWithoutEnd() {
        Contract contract = Contracts.ofSchemas(
                "3.1.0", "T: {type: object, required: [next], properties: {next: {$ref: '#/components/schemas/T'}}}");
        Sampler sampler = new Sampler(new Schemas(contract.version()));

        assertThatExceptionOfType(UnsatisfiableException.class)
                .isThrownBy(() -> sampler.sample(Contracts.schema(contract, "T"), Direction.RESPONSE, 1))
                .withMessageContaining("requires itself without end");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{oneOf: [{type: object, properties: {message: {type: string}, url: {type: string}}}, {type: object,"
                        + " properties: {message: {type: string}, metadata: {type: object}}}]}",
                "{oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}",
                "{type: object, properties: {a: {type: string}, b: {type: string}, c: {type: string}}, oneOf:"
                        + " [{required: [a]}, {required: [b]}, {required: [c]}]}",
                "{type: object, required: [x], properties: {x: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref:"
                        + " '#/components/schemas/B'}]}}}",
                "{type: array, minItems: 2, items: {oneOf: [{$ref: '#/components/schemas/B'}, {$ref:"
                        + " '#/components/schemas/A'}]}}",
                "{oneOf: [{type: integer}, {type: number}]}",
                "{oneOf: [{type: number}, {type: integer}]}",
                "{oneOf: [{type: string, maxLength: 9}, {type: string, minLength: 5}]}",
                "{oneOf: [{type: string}, {type: string, format: date}, {type: string, format: uuid}]}",
                "{oneOf: [{type: array, items: {type: string}}, {type: array, items: {type: integer}}]}",
                "{oneOf: [{type: object, additionalProperties: {type: string}}, {type: object, additionalProperties:"
                        + " {type: integer}}]}",
                "{oneOf: [{type: object, properties: {a: {type: string}}}, {type: object, required: [a], properties:"
                        + " {a: {type: string}}}]}",
                "{oneOf: [{minimum: 5, type: integer}, {maximum: 9, type: integer}]}",
            })
    void fitsExactlyOneOfBranchesThatOverlap(String schema) throws UnsatisfiableException {
        Contract contract = Contracts.ofSchemas("3.1.0", "T: " + schema + """

            A: {type: object, properties: {message: {type: string}, code: {type: integer}, status: {type: string}}}
            B: {type: object, properties: {message: {type: string}, more: {$ref: '#/components/schemas/A'}, status: {type: string}}}
            """);
        Schemas schemas = new Schemas(contract.version());

        for (int seed = 0; seed < 20; seed++) {
            JsonNode sample = new Sampler(schemas).sample(Contracts.schema(contract, "T"), Direction.RESPONSE, seed);

            assertThat(schemas.isValid(Contracts.schema(contract, "T"), Direction.RESPONSE, sample))
                    .isTrue();
        }
    }

    @Test
    void obeysLengthsBesideFormatsThatNobodyKnows() throws UnsatisfiableException {
        Contract contract = Contracts.ofSchemas("3.1.0", "T: {type: string, format: string, minLength: 30}");
        Sampler sampler = new Sampler(new Schemas(contract.version()));

        assertThat(sampler.sample(Contracts.schema(contract, "T"), Direction.RESPONSE, 1)
                        .stringValue())
                .hasSizeGreaterThanOrEqualTo(30);
    }

    @Test
    void givesUpOnTrialsThatMultiplyWithDepth() {
        Contract contract = Contracts.ofSchemas(
                "3.1.0",
                "T: {type: object, minProperties: 1, additionalProperties: {$ref: '#/components/schemas/T'},"
                        + " if: {required: [e]}, then: {}}");
        Sampler sampler = new Sampler(new Schemas(contract.version()));

        assertThatExceptionOfType(UnsatisfiableException.class)
                .isThrownBy(() -> sampler.sample(Contracts.schema(contract, "T"), Direction.RESPONSE, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{type: object, required: [next], properties: {next: {anyOf: [{$ref: '#/components/schemas/T'}, {type:"
                        + " 'null'}]}}}",
                "{type: object, properties: {next: {$ref: '#/components/schemas/T'}, all: {type: array, items: {$ref:"
                        + " '#/components/schemas/T'}}}}",
                "{type: array, items: {$ref: '#/components/schemas/T'}}",
                "{type: object, additionalProperties: {$ref: '#/components/schemas/T'}}",
                "{type: array, minContains: 2, contains: {type: object, required: [next], properties: {next: {anyOf:"
                        + " [{$ref: '#/components/schemas/T'}, {type: 'null'}]}}}}",
                "{anyOf: [{type: array, minItems: 2, prefixItems: [{$ref: '#/components/schemas/T'}], items: {$ref:"
                        + " '#/components/schemas/T'}}, {type: 'null'}]}",
                "{anyOf: [{type: object, minProperties: 2, additionalProperties: {$ref: '#/components/schemas/T'}},"
                        + " {type: integer}]}",
                "{oneOf: [{type: object, required: [left, right], properties: {left: {$ref: '#/components/schemas/T'},"
                        + " right: {$ref: '#/components/schemas/T'}}}, {type: integer}]}"
            })
    void endsRecursion(String schema) throws UnsatisfiableException {
        Contract contract = Contracts.ofSchemas("3.1.0", "T: " + schema);
        Schemas schemas = new Schemas(contract.version());

        for (int seed = 0; seed < 20; seed++) {
            JsonNode sample = new Sampler(schemas).sample(Contracts.schema(contract, "T"), Direction.RESPONSE, seed);

            assertThat(sample.toString()).hasSizeLessThan(200_000);
        }
    }

    @Test
    void makesADerivedValueWhereABaseIsAskedFor() throws UnsatisfiableException {
        Contract contract = Contracts.ofSchemas("3.1.0", """
            T: {type: object, required: [kind], properties: {kind: {type: string}, friend: {$ref: '#/components/schemas/T'}}, discriminator: {propertyName: kind, mapping: {cat: '#/components/schemas/Cat'}}}
            Cat: {allOf: [{$ref: '#/components/schemas/T'}, {type: object, required: [lives], properties: {lives: {type: integer}}}]}
            Dog: {allOf: [{$ref: '#/components/schemas/T'}], required: [bark], properties: {bark: {type: string}}}
            Puppy: {allOf: [{$ref: '#/components/schemas/Dog'}], required: [age], properties: {age: {type: integer}}}
            """);
        Schemas schemas = new Schemas(contract.version());

        for (int seed = 0; seed < 20; seed++) {
            JsonNode sample = new Sampler(schemas).sample(Contracts.schema(contract, "T"), Direction.RESPONSE, seed);

            assertThat(sample.path("kind").asString("")).isIn("cat", "Dog", "Puppy");
            assertThat(sample.has("lives") || sample.has("bark")).isTrue();
        }
    }

    @Test
    void leavesOutWhatIsNotPartOfTheDirection() throws UnsatisfiableException {
        Contract contract = Contracts.ofSchemas("3.1.0", """
            T:
              type: object
              required: [id, password]
              properties: {id: {type: string, readOnly: true}, password: {type: string, writeOnly: true}}
            """);
        Sampler sampler = new Sampler(new Schemas(contract.version()));

        assertThat(sampler.sample(Contracts.schema(contract, "T"), Direction.RESPONSE, 1)
                        .has("password"))
                .isFalse();
        assertThat(sampler.sample(Contracts.schema(contract, "T"), Direction.RESPONSE, 1)
                        .has("id"))
                .isTrue();
        assertThat(sampler.sample(Contracts.schema(contract, "T"), Direction.REQUEST, 1)
                        .has("password"))
                .isTrue();
        assertThat(sampler.sample(Contracts.schema(contract, "T"), Direction.REQUEST, 1)
                        .has("id"))
                .isFalse();
    }
}
