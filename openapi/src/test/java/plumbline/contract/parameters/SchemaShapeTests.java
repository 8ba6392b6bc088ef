package plumbline.contract.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.contract.Contract;
import plumbline.contract.Contracts;
import plumbline.contract.json.JsonType;

class SchemaShapeTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: string}                                             | [string]",
                "{type: number}                                             | [integer, number]",
                "{type: [string, 'null']}                                   | [null, string]",
                "{allOf: [{type: [string, integer]}, {type: integer}]}      | [integer]",
                "{oneOf: [{type: string}, {type: array}]}                   | [string, array]",
                "{anyOf: [{type: string}, {}], type: [object, string]}      | [string, object]",
                "{enum: [1, a, null]}                                       | [null, integer, string]",
                "{const: [1]}                                               | [array]",
                "true                                                       | all",
                "{description: x}                                           | all",
                "{$ref: '#/components/schemas/R', type: [string, array]}    | [string]",
                "{$id: t, $ref: g, $defs: {n: {$dynamicAnchor: i, type: integer}}}            | [integer]",
                "{$schema: 'http://json-schema.org/draft-07/schema#', $ref: '#/components/schemas/R', type: array} | [string, object]",
            })
    void knowsTheTypesOfASchema(String schema, String types) {
        SchemaShape shape = shape("T: " + schema + """

                R: {type: [string, object]}
                G: {$id: g, $dynamicRef: '#i', $defs: {any: {$dynamicAnchor: i}}}
                """);

        assertThat(shape.isDeclared() ? shape.types().toString() : "all").isEqualTo(types);
    }

    @Test
    void findsPropertiesAndItemsInAllParts() {
        SchemaShape shape = shape("""
                T:
                  allOf: [{$ref: '#/components/schemas/U'}]
                  oneOf: [{properties: {b: {type: boolean}}}]
                  additionalProperties: {type: number}
                U: {properties: {a: {type: integer}}, items: {type: string}}
                """);

        assertThat(shape.propertyNames()).isEqualTo(Set.of("a", "b"));
        assertThat(SchemaShape.of(shape.property("a").orElseThrow()).types()).containsExactly(JsonType.INTEGER);
        assertThat(SchemaShape.of(shape.property("b").orElseThrow()).types()).containsExactly(JsonType.BOOLEAN);
        assertThat(SchemaShape.of(shape.property("other").orElseThrow()).allows(JsonType.NUMBER))
                .isTrue();
        assertThat(SchemaShape.of(shape.item(0).orElseThrow()).types()).containsExactly(JsonType.STRING);
    }

    @Test
    void tellsTheItemsOfATupleApart() {
        SchemaShape shape = shape("T: {prefixItems: [{type: integer}, {type: boolean}], items: {type: string}}");

        assertThat(SchemaShape.of(shape.item(1).orElseThrow()).types()).containsExactly(JsonType.BOOLEAN);
        assertThat(SchemaShape.of(shape.item(2).orElseThrow()).types()).containsExactly(JsonType.STRING);
    }

    @Test
    void findsPropertiesByPatternBeforeAllOthers() {
        SchemaShape shape =
                shape("T: {patternProperties: {^n-: {type: integer}}, additionalProperties: {type: boolean}}");

        assertThat(SchemaShape.of(shape.property("n-a").orElseThrow()).types()).containsExactly(JsonType.INTEGER);
        assertThat(SchemaShape.of(shape.property("a").orElseThrow()).types()).containsExactly(JsonType.BOOLEAN);
    }

    @Test
    void endsOnCompositionsThatShareTheirParts() {
        StringBuilder schemas = new StringBuilder("T: {$ref: '#/components/schemas/S0'}\n");
        for (int i = 0; i < 60; i++) {
            String next = "{$ref: '#/components/schemas/S" + (i + 1) + "'}";
            schemas.append("S%d: {anyOf: [%s, %s], allOf: [%s]}\n".formatted(i, next, next, next));
        }
        schemas.append("S60: {type: string}\n");

        Set<JsonType> types = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> shape(schemas.toString()).types());

        assertThat(types).containsExactly(JsonType.STRING);
    }

    private static SchemaShape shape(String schemas) {
        Contract contract = Contracts.ofSchemas("3.1.0", schemas);
        return SchemaShape.of(Contracts.schema(contract, "T"));
    }
}
