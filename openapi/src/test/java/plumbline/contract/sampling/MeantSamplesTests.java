package plumbline.contract.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.contract.Contract;
import plumbline.contract.Contracts;
import plumbline.contract.operation.Direction;
import plumbline.contract.validation.Schemas;
import plumbline.json.jackson.databind.JsonNode;

/** Samples of schemas that say less, or other things, than their authors mean. */
class MeantSamplesTests {
    private static final int SEEDS = 20;

    @ParameterizedTest
    @ValueSource(strings = {"int8", "int16", "int32", "int64", "uint8", "uint32", "uint64"})
    void areWholeWhereTheFormatOfANumberIs(String format) throws UnsatisfiableException {
        for (int seed = 0; seed < SEEDS; seed++) {
            JsonNode value = sample("3.0.3", "T: {type: number, format: " + format + "}", seed);

            assertThat(value.decimalValue().stripTrailingZeros().scale()).isLessThanOrEqualTo(0);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{type: [string, 'null'], default: null, examples: [Bee]}                         ~ \"Bee\"",
                "{anyOf: [{type: integer}, {type: 'null'}], default: null, examples: [12]}        ~ 12",
                "{type: string, default: calm, examples: [merry]}                                 ~ \"merry\"",
                "{type: string, default: calm}                                                    ~ \"calm\"",
                "{type: string, default: 7, examples: [8]}                                        ~ [a-zA-Z\" ]+",
                "{type: [string, 'null'], examples: [null, Bee]}                                  ~ \"Bee\"",
                "{type: [string, 'null'], examples: [null]}                                       ~ null",
                "{type: ['null', string], format: date, default: null}                            ~ \"[0-9-]{10}\"",
                "{type: string, enum: [1, 2.50, true]}                                            ~ \"(1|2.50?|true)\"",
                "{type: [string, 'null'], enum: [1]}                                              ~ \"1\"",
                "{type: integer, enum: ['1', '2']}                                                ~ 1|2",
                "{type: boolean, enum: ['true']}                                                  ~ true",
            })
    void tellMoreThanTheDefault(String schema, String pattern) throws UnsatisfiableException {
        for (int seed = 0; seed < SEEDS; seed++) {
            assertThat(sample("3.1.0", "T: " + schema, seed).toString()).matches(pattern);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{never: {type: integer, minimum: 3, maximum: 2}, name: {example: Bee}}   | {\"name\":\"Bee\"}",
                "{list: {type: array, items: {type: string, minLength: 3, enum: [no]}}, name: {example: Bee}}"
                        + " | {\"list\":[],\"name\":\"Bee\"}",
                "{in: {type: object, properties: {never: {enum: [1], type: array}}}, name: {example: Bee}}"
                        + " | {\"in\":{},\"name\":\"Bee\"}",
            })
    void leaveOutWhatContradictsItselfAndNothingElse(String properties, String expected) throws UnsatisfiableException {
        assertThat(sample("3.1.0", "T: {type: object, properties: " + properties + "}", 1))
                .hasToString(expected);
    }

    @Test
    void comeAsNearAsCanBe() {
        String schema = "T: {type: object, required: [a, b], properties:"
                + " {a: {type: integer, minimum: 3, maximum: 2}, b: {example: Bee}, c: {enum: [1], type: array}}}";

        assertThatExceptionOfType(UnsatisfiableException.class)
                .isThrownBy(() -> sample("3.1.0", schema, 1))
                .satisfies(e -> assertThat(e.violations()).hasSize(1))
                .satisfies(e -> assertThat(e.nearest().path("b").asString()).isEqualTo("Bee"));
    }

    @Test
    void areWarnedOfWhereTheyAreReadInAnotherWay() {
        Contract contract = Contracts.ofSchemas("3.1.0", "T: {type: string, enum: [a, 1]}");

        assertThat(contract.warnings())
                .singleElement()
                .asString()
                .contains("the value 1 is not of type string, and is read as \"1\"");
    }

    private static JsonNode sample(String version, String schemas, int seed) throws UnsatisfiableException {
        Contract contract = Contracts.ofSchemas(version, schemas);
        return new Sampler(new Schemas(contract.version()))
                .sample(Contracts.schema(contract, "T"), Direction.RESPONSE, seed);
    }
}
