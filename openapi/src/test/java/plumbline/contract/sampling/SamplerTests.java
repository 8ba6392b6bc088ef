package plumbline.contract.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.contract.Contract;
import plumbline.contract.Contracts;
import plumbline.contract.Schema;
import plumbline.contract.validation.Direction;
import plumbline.contract.validation.Schemas;
import tools.jackson.databind.JsonNode;

class SamplerTests {
    private static final int SCHEMAS = 2_000;
    private static final int PER_CONTRACT = 100;

    @Test
    void everySampleOfRandomSchemasIsValidAndTheSameForTheSameSeed() {
        List<String> failures = new ArrayList<>();

        for (int first = 0; first < SCHEMAS; first += PER_CONTRACT) {
            StringBuilder components = new StringBuilder("T: true\n");
            for (int i = first; i < first + PER_CONTRACT; i++) {
                components.append("S%d: %s\n".formatted(i, new RandomSchemas(i).schema()));
            }
            Contract contract = Contracts.ofSchemas("3.1.0", components.toString());
            Schemas schemas = new Schemas(contract.version());
            for (int i = first; i < first + PER_CONTRACT; i++) {
                String failure = failure(Contracts.schema(contract, "S" + i), schemas);
                if (!failure.isEmpty()) {
                    failures.add("seed " + i + ": " + failure + " in " + new RandomSchemas(i).schema());
                }
            }
        }

        assertThat(failures).isEmpty();
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
    @ValueSource(
            strings = {
                "{not: {}}",
                "false",
                "{enum: []}",
                "{type: string, minLength: 3, maxLength: 2}",
                "{type: integer, minimum: 3, maximum: 2}",
                "{allOf: [{type: string}, {type: integer}]}",
                "{type: object, required: [a], properties: {a: false}}",
                "{type: array, minItems: 3, maxItems: 1}",
                "{type: array, items: {enum: [1, 2]}, uniqueItems: true, minItems: 3}",
                "{const: 1, type: string}"
            })
    void saysSoWhereNoValueExists(String schema) {
        Contract contract = Contracts.ofSchemas("3.1.0", "T: " + schema);
        Schemas schemas = new Schemas(contract.version());
        org.assertj.core.api.Assertions.assertThatExceptionOfType(UnsatisfiableException.class)
                .isThrownBy(() -> new Sampler(schemas).sample(Contracts.schema(contract, "T"), Direction.RESPONSE, 1))
                .withMessageContaining("api.yaml:15:");
    }

    @Test
    void givesUpOnTrialsThatMultiplyWithDepth() {
        Contract contract = Contracts.ofSchemas(
                "3.1.0",
                "T: {type: object, minProperties: 1, additionalProperties: {$ref: '#/components/schemas/T'},"
                        + " if: {required: [e]}, then: {}}");
        Sampler sampler = new Sampler(new Schemas(contract.version()));

        org.assertj.core.api.Assertions.assertThatExceptionOfType(UnsatisfiableException.class)
                .isThrownBy(() -> sampler.sample(Contracts.schema(contract, "T"), Direction.RESPONSE, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{type: object, required: [next], properties: {next: {anyOf: [{$ref: '#/components/schemas/T'}, {type: 'null'}]}}}",
                "{type: object, properties: {next: {$ref: '#/components/schemas/T'}, all: {type: array, items: {$ref: '#/components/schemas/T'}}}}",
                "{type: array, items: {$ref: '#/components/schemas/T'}}",
                "{type: object, additionalProperties: {$ref: '#/components/schemas/T'}}",
                "{oneOf: [{type: object, required: [left, right], properties: {left: {$ref: '#/components/schemas/T'}, right: {$ref: '#/components/schemas/T'}}}, {type: integer}]}"
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
    }
}
