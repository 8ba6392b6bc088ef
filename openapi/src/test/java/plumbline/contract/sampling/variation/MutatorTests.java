package plumbline.contract.sampling.variation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.contract.Contract;
import plumbline.contract.Contracts;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonException;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.Schema;
import plumbline.contract.sampling.RandomCompositions;
import plumbline.contract.sampling.RandomSchemas;
import plumbline.contract.sampling.Sampler;
import plumbline.contract.sampling.UnsatisfiableException;
import plumbline.contract.validation.Location;
import plumbline.contract.validation.Schemas;
import plumbline.contract.validation.Violation;
import plumbline.json.jackson.databind.JsonNode;

class MutatorTests {
    private static final int SCHEMAS = 400;
    private static final int PER_CONTRACT = 100;

    @Nested
    class OfRandomSchemas {

        @Test
        void everyBoundaryIsValidAndEveryMutationBreaksItsKeywordAtItsPlaceOnly() {
            List<String> failures = new ArrayList<>();
            Set<String> broken = new HashSet<>();
            Set<String> tried = new HashSet<>();

            for (int first = 0; first < SCHEMAS; first += PER_CONTRACT) {
                Contract contract = contract(first);
                Schemas schemas = new Schemas(contract.version());
                for (int i = first; i < first + PER_CONTRACT; i++) {
                    Subject subject = new Subject(Contracts.schema(contract, "S" + i), schemas);
                    for (Mutation mutation : subject.mutations()) {
                        broken.add(mutation.keyword());
                        subject.fault(mutation).ifPresent(failures::add);
                    }
                    for (Boundary boundary : subject.boundaries()) {
                        tried.add(boundary.keyword());
                        subject.fault(boundary).ifPresent(failures::add);
                    }
                }
            }

            assertThat(failures).isEmpty();
            assertThat(broken)
                    .contains("type", "enum", "const", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")
                    .contains("multipleOf", "minLength", "maxLength", "pattern", "format", "required")
                    .contains("dependentRequired", "propertyNames", "unevaluatedProperties", "minProperties")
                    .contains(
                            "maxProperties",
                            "minItems",
                            "maxItems",
                            "uniqueItems",
                            "minContains",
                            "maxContains",
                            "not");
            assertThat(tried)
                    .contains("type", "enum", "minimum", "maximum", "minLength", "maxLength", "required", "oneOf")
                    .contains("anyOf", "minItems", "maxItems", "minProperties", "maxProperties", "discriminator");
        }

        private Contract contract(int first) {
            StringBuilder components = new StringBuilder("T: true\n" + RandomCompositions.COMPONENTS);
            for (int i = first; i < first + PER_CONTRACT; i++) {
                components.append("S%d: %s\n".formatted(i, new RandomSchemas(i).schema()));
            }
            return Contracts.ofSchemas("3.1.0", components.toString());
        }
    }

    /** A schema, a valid value, and what is made of it. */
    private record Subject(Schema schema, Schemas schemas, JsonNode valid) {
        Subject(Schema schema, Schemas schemas) {
            this(schema, schemas, sample(schema, schemas));
        }

        private static JsonNode sample(Schema schema, Schemas schemas) {
            try {
                return new Sampler(schemas).sample(schema, Direction.REQUEST, 7);
            } catch (UnsatisfiableException e) {
                throw new AssertionError(e);
            }
        }

        List<Mutation> mutations() {
            return new Mutator(schemas)
                    .mutations(schema, Direction.REQUEST, valid)
                    .list();
        }

        List<Boundary> boundaries() {
            return new Mutator(schemas)
                    .boundaries(schema, Direction.REQUEST, valid)
                    .list();
        }

        Optional<String> fault(Mutation mutation) {
            List<Violation> violations =
                    schemas.violations(schema, Direction.REQUEST, mutation.value(), Location.body());
            boolean named =
                    violations.stream().anyMatch(violation -> violation.rule().equals(mutation.keyword()));
            boolean thereOnly = !violations.isEmpty()
                    && violations.stream()
                            .allMatch(
                                    violation -> violation.location().pointer().equals(mutation.pointer()));
            return named && thereOnly && !mutation.value().equals(valid)
                    ? Optional.empty()
                    : Optional.of(
                            schema.node().place() + ": " + mutation + " " + mutation.value() + " -> " + violations);
        }

        Optional<String> fault(Boundary boundary) {
            return schemas.isValid(schema, Direction.REQUEST, boundary.value())
                    ? Optional.empty()
                    : Optional.of(schema.node().place() + ": " + boundary + " " + boundary.value());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{type: integer, minimum: 1, maximum: 9}         | 5 | minimum: below minimum 1 = 0; maximum: above maximum 9 = 10",
                "{type: integer, exclusiveMinimum: 1}            | 5 | exclusiveMinimum: at exclusiveMinimum 1 = 1",
                "{type: number, minimum: 10, multipleOf: 5}      | 15 | minimum: below minimum 10 = 5; multipleOf: no multiple of 5 = 16",
                "{type: integer, format: int32}                  | 1 | format: above int32 = 2147483648; format: below int32 = -2147483649",
                "{type: string, minLength: 2, maxLength: 3}      | '\"abc\"' | minLength: shorter than minLength 2 = \"a\"; maxLength: longer than maxLength 3 = \"abcc\"",
                "{type: string, pattern: '^[a-z]+$'}             | '\"abc\"' | pattern: unlike pattern = \"ab~\"",
                "{type: string, format: uuid}                    | '\"7d6c1a30-0000-4000-8000-0000000000ad\"' | format: malformed uuid = \"00000000-0000-4000-8000-00000000000g\"",
                "{enum: [a, b]}                                  | '\"a\"' | enum: not in enum = \"plumbline-undocumented\"",
                "{const: 3}                                      | 3 | const: other than const = 13",
                "{type: array, items: {type: boolean}, minItems: 1, maxItems: 1} | [true] | minItems: fewer than minItems 1 = []; maxItems: more than maxItems 1 = [true,false]",
                "{type: array, uniqueItems: true}                | [1] | uniqueItems: duplicate items = [1,1]",
                "{type: array, contains: {const: 1}, maxContains: 1} | [1] | minContains: fewer than 1 of what it must contain = []; maxContains: more than maxContains 1 = [1,1]",
                "{type: array, prefixItems: [{type: boolean}], items: false} | [true] | items: with a forbidden item",
                "{type: object, required: [a], properties: {a: {}}} | {\"a\":1} | required: without a = {}",
                "{type: object, additionalProperties: false}     | {} | additionalProperties: with a forbidden property = {\"plumblineExtra\":\"plumbline\"}",
                "{type: object, minProperties: 1, maxProperties: 1} | {\"a\":1} | minProperties: fewer than minProperties 1 = {}; maxProperties: more than maxProperties 1",
                "{type: object, dependentRequired: {a: [b]}}     | {\"a\":1,\"b\":2} | dependentRequired: without b = {\"a\":1}",
                "{type: object, propertyNames: {pattern: '^[a-z]+$'}} | {\"a\":1} | bad property name",
                "{not: {const: 1}, type: integer}                | 2 | not: ruled out by not = 1",
                "{type: [string, 'null']}                        | null | type: wrong type boolean = true; type: wrong type integer = 7",
                "{type: object, properties: {a: {$ref: '#/components/schemas/Small'}}} | {\"a\":5} | maximum: /a above maximum 9 = {\"a\":10}",
                "{oneOf: [{type: object, required: [k, n], properties: {k: {const: x}, n: {type: integer, maximum: 9}}}, {type: string}]} | {\"k\":\"x\",\"n\":1} | maximum: /n above maximum 9; type: /n wrong type string; required: without n",
                "{type: array, items: {allOf: [{$ref: '#/components/schemas/Small'}]}} | [5,6] | maximum: /0 above maximum 9 = [10,6]",
                "{oneOf: [{$ref: '#/components/schemas/Cat'}], discriminator: {propertyName: kind}} | {\"kind\":\"Cat\"} | /kind not in enum",
                "{$ref: '#/components/schemas/Nullable'}         | 1 | type: wrong type string",
            })
    void breaksEachKeyword(String schema, String valid, String expected) throws JsonException {
        assertThat(mutations(schema, valid)).contains(expected.split("; ", -1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{type: integer, minimum: 1, maximum: 9}         | 5 | at minimum 1 = 1; just above minimum 1 = 2; just below maximum 9 = 8; at maximum 9 = 9",
                "{type: number, exclusiveMinimum: 1}             | 5 | just above exclusiveMinimum 1 = 2",
                "{type: number, exclusiveMinimum: 1, maximum: 2} | 2 | just above exclusiveMinimum 1 = 2",
                "{type: number, minimum: 7, multipleOf: 5}       | 15 | at minimum 7 = 10",
                "{type: integer, format: int64}                  | 1 | least int64 = -9223372036854775808; greatest int64 = 9223372036854775807",
                "{type: string, minLength: 2, maxLength: 5}      | '\"abc\"' | at minLength 2 = \"ab\"; at maxLength 5 = \"abccc\"",
                "{type: string, pattern: '^[a-z]+-[0-9]$', maxLength: 9} | '\"a-1\"' | at maxLength 9",
                "{enum: [a, b]}                                  | '\"a\"' | value a = \"a\"; value b = \"b\"",
                "{type: [string, integer, 'null']}               | 1 | as string = ; as integer = 1; as null = null",
                "{type: boolean}                                 | true | value true = true; value false = false",
                "{type: array, items: {type: boolean}, maxItems: 2} | [true] | empty = []; at maxItems 2 = [true,",
                "{type: array, minItems: 2, uniqueItems: true, items: {enum: [1, 2]}} | [1,2] | at minItems 2 = [1,2]",
                "{type: object, required: [a], properties: {a: {}, b: {const: 3}}} | {\"a\":1} | with b = {\"a\":1,\"b\":3}",
                "{type: object, required: [a], properties: {a: {}, b: {const: 3}}} | {\"a\":1,\"b\":3} | only what is required = {\"a\":1}",
                "{type: object, additionalProperties: {const: 1}} | {} | with a further property = {\"plumblineExtra\":1}",
                "{type: object, minProperties: 1, maxProperties: 3} | {\"a\":1} | at minProperties 1; at maxProperties 3",
                "{oneOf: [{type: string}, {const: 1}]}           | '\"a\"' | as oneOf 1 string = ; as oneOf 2 = 1",
                "{oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}], discriminator: {propertyName: kind, mapping: {miau: Cat}}} | {\"kind\":\"Cat\"} | with kind Dog = {\"kind\":\"Dog\"; with kind miau = ",
                "{$ref: '#/components/schemas/Base'} | {\"kind\":\"Wide\",\"wide\":true} | with kind Wide = ",
            })
    void triesEachBoundary(String schema, String valid, String expected) throws JsonException {
        assertThat(boundaries(schema, valid)).contains(expected.split("; ", -1));
    }

    @Test
    void takesNoNameOfASchemaThatIsMappedByAnother() throws JsonException {
        String animal = "{oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}],"
                + " discriminator: {propertyName: kind, mapping: {miau: Cat}}}";

        assertThat(boundaries(animal, "{\"kind\":\"miau\"}"))
                .doesNotContain("with kind Cat", "value Cat")
                .contains("with kind Dog");
    }

    @Test
    void breaksWhatMayOnlyBeWritten() throws JsonException {
        Contract contract = Contracts.ofSchemas(
                "3.0.3", "T: {type: object, properties: {secret: {type: string, writeOnly: true}}}");
        Mutator mutator = new Mutator(new Schemas(contract.version()));
        Schema schema = Contracts.schema(contract, "T");

        assertThat(mutator.mutations(schema, Direction.RESPONSE, Json.read("{}"))
                        .list())
                .extracting(Mutation::keyword)
                .contains("writeOnly");
        assertThat(mutator.mutations(schema, Direction.REQUEST, Json.read("{}")).list())
                .extracting(Mutation::keyword)
                .doesNotContain("writeOnly");
    }

    @Test
    void completesWhatIsLeftOut() throws JsonException {
        Contract contract = contract(
                "{type: object, properties: {a: {type: array, items: {const: 1}}, b: {const: 2}, c: {const: 3}}}");

        JsonNode complete = new Mutator(new Schemas(contract.version()))
                .completed(Contracts.schema(contract, "T"), Direction.REQUEST, Json.read("{\"c\":3,\"a\":[]}"));

        assertThat(complete).isEqualTo(Json.read("{\"a\":[1],\"b\":2,\"c\":3}"));
    }

    @Test
    void saysThatThereWouldBeMore() throws JsonException {
        StringBuilder properties = new StringBuilder();
        StringBuilder valid = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            properties.append(i == 0 ? "" : ", ").append("p" + i + ": {type: integer}");
            valid.append(i == 0 ? "" : ", ").append("\"p" + i + "\": 1");
        }
        Contract contract = contract("{type: object, properties: {%s}}".formatted(properties));
        Mutator mutator = new Mutator(new Schemas(contract.version()));
        Schema schema = Contracts.schema(contract, "T");

        assertThat(mutator.mutations(schema, Direction.REQUEST, Json.read("{" + valid + "}"))
                        .isCut())
                .isTrue();
        assertThat(mutator.mutations(schema, Direction.REQUEST, Json.read("{}")).isCut())
                .isFalse();
    }

    private static String mutations(String schema, String valid) throws JsonException {
        Contract contract = contract(schema);
        StringBuilder text = new StringBuilder();
        for (Mutation mutation : new Mutator(new Schemas(contract.version()))
                .mutations(Contracts.schema(contract, "T"), Direction.REQUEST, value(valid))
                .list()) {
            text.append(mutation.keyword() + ": " + mutation + " = " + mutation.value() + "\n");
        }
        return text.toString();
    }

    private static String boundaries(String schema, String valid) throws JsonException {
        Contract contract = contract(schema);
        StringBuilder text = new StringBuilder();
        for (Boundary boundary : new Mutator(new Schemas(contract.version()))
                .boundaries(Contracts.schema(contract, "T"), Direction.REQUEST, value(valid))
                .list()) {
            text.append(boundary + " = " + boundary.value() + "\n");
        }
        return text.toString();
    }

    private static Contract contract(String schema) {
        return Contracts.ofSchemas("3.1.0", """
                T: %s
                Small: {type: integer, maximum: 9}
                Cat: {type: object, required: [kind], properties: {kind: {type: string}, bark: false}}
                Dog: {type: object, required: [kind, bark], properties: {kind: {type: string}, bark: {const: 1}, miau: false}}
                Nullable: {type: [integer, 'null']}
                Base: {type: object, required: [kind], properties: {kind: {type: string}}, discriminator: {propertyName: kind}}
                Wide: {allOf: [{$ref: '#/components/schemas/Base'}], required: [wide], properties: {wide: {const: true}}}
                """.formatted(schema));
    }

    private static JsonNode value(String text) throws JsonException {
        return Json.read(text.replaceAll("^'|'$", ""));
    }
}
