package plumbline.contract.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.contract.Contract;
import plumbline.contract.Contracts;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.Schema;
import plumbline.contract.validation.Location;
import plumbline.contract.validation.Schemas;
import plumbline.contract.validation.Violation;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;

/** Small documents whose values are without measure: looking for one ends, as does judging one. */
class SchemaBombsTests {
    private static final Duration SAFETY_NET = Duration.ofMinutes(2);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "12   | {oneOf: [NEXT, NEXT]}                                                  | {type: string}",
                "30   | {oneOf: [NEXT, NEXT]}                                                  | {type: string}",
                "30   | {anyOf: [NEXT, NEXT]}                                                  | {type: string}",
                "30   | {allOf: [NEXT, NEXT]}                                                  | {type: string}",
                "20   | {not: {oneOf: [NEXT, NEXT]}}                                           | {type: string}",
                "20   | {if: NEXT, then: NEXT, else: NEXT}                                     | {type: string}",
                "20   | {type: object, required: [a], dependentSchemas: {a: {allOf: [NEXT, NEXT]}}} | {type: object}",
                "30   | {type: object, required: [a, b], properties: {a: NEXT, b: NEXT}}       | {type: string}",
                "20   | {type: object, required: [a, b, c], properties: {a: NEXT, b: NEXT, c: NEXT}} | {type: string}",
                "20   | {type: array, minItems: 3, items: NEXT}                                | {type: string}",
                "15   | {type: array, minContains: 3, contains: NEXT}                          | {type: string}",
                "15   | {type: array, minItems: 3, prefixItems: [NEXT, NEXT, NEXT]}            | {type: string}",
                "12   | {type: object, minProperties: 50, additionalProperties: NEXT}          | {type: string}",
                "1    | {type: object, minProperties: 1000000000}                              | {}",
                "1    | {type: array, minItems: 1000000000, items: NEXT}                       | {type: string}",
                "1    | {type: array, uniqueItems: true, minItems: 5000, items: NEXT}          | {type: boolean}",
                "1    | {type: string, minLength: 2000000000}                                  | {}",
                "1    | {type: string, pattern: '^((a{1000}){1000}){1000}$'}                   | {}",
                "1    | {type: array, minItems: 2, items: {$ref: '#/components/schemas/T'}}    | {}",
                "150  | NEXT                                                                   | {type: string}",
                "1000 | {type: object, required: [a], properties: {a: NEXT}}                   | {type: string}",
                "60   | {allOf: [NEXT]}                                                        | {type: string}",
                "20   | {anyOf: [NEXT, NEXT, {properties: {a: {}}}], unevaluatedProperties: false} | {type: object}",
                "20   | {anyOf: [NEXT, NEXT, {prefixItems: [{}]}], unevaluatedItems: false}    | {type: array}",
            })
    void end(int levels, String schema, String last) {
        Contract contract = bomb(levels, schema, last);
        Schema first = Contracts.schema(contract, "T");

        assertTimeoutPreemptively(SAFETY_NET, () -> {
            Schemas schemas = new Schemas(contract.version());
            try {
                JsonNode sample = new Sampler(schemas).sample(first, Direction.RESPONSE, 1);
                assertThat(sample).isNotNull();
            } catch (UnsatisfiableException e) {
                assertThat(e.violations()).isNotEmpty();
            }
            for (JsonNode value : new JsonNode[] {
                JsonNodeFactory.instance.stringNode("a"),
                JsonNodeFactory.instance.numberNode(1),
                JsonNodeFactory.instance.objectNode().put("a", 1)
            }) {
                assertThat(schemas.violations(first, Direction.REQUEST, value, Location.body()))
                        .hasSizeLessThan(1_000);
            }
        });
    }

    @Test
    void areToldAtTheirPlace() {
        Contract contract = bomb(30, "{oneOf: [NEXT, NEXT]}", "{type: string}");
        Schemas schemas = new Schemas(contract.version());
        Schema first = Contracts.schema(contract, "T");

        assertThatExceptionOfType(UnsatisfiableException.class)
                .isThrownBy(() -> new Sampler(schemas).sample(first, Direction.RESPONSE, 1))
                .satisfies(e -> assertThat(e.isUndecided()).isTrue())
                .withMessageContaining(
                        "#/components/schemas/T): whether one fits could not be decided within 2,000,000");
        assertThat(schemas.violations(
                        first, Direction.REQUEST, JsonNodeFactory.instance.stringNode("a"), Location.body()))
                .singleElement()
                .satisfies(violation -> assertThat(violation.isUndecided()).isTrue())
                .extracting(Violation::message)
                .isEqualTo("could not be decided within 500,200 steps");
    }

    @Test
    void takeFromOneAnotherWhatIsTriedForAWholeContract() throws UnsatisfiableException {
        Contract contract = bomb(30, "{oneOf: [NEXT, NEXT]}", "{type: string}");
        Sampler sampler = Sampler.ofWholeContract(new Schemas(contract.version()));
        Schema first = Contracts.schema(contract, "T");
        for (int i = 0; i < 12; i++) {
            assertThatExceptionOfType(UnsatisfiableException.class)
                    .isThrownBy(() -> sampler.sample(first, Direction.RESPONSE, 1));
        }

        assertThat(sampler.sample(Contracts.schema(contract, "S30"), Direction.RESPONSE, 1)
                        .isString())
                .isTrue();
    }

    private static Contract bomb(int levels, String schema, String last) {
        String chain = IntStream.rangeClosed(1, levels)
                .mapToObj(i -> "S" + i + ": " + (i == levels ? last : schema.replace("NEXT", reference(i + 1))) + "\n")
                .collect(Collectors.joining());
        return Contracts.ofSchemas("3.1.0", "T: " + schema.replace("NEXT", reference(1)) + "\n" + chain);
    }

    private static String reference(int number) {
        return "{$ref: '#/components/schemas/S" + number + "'}";
    }
}
