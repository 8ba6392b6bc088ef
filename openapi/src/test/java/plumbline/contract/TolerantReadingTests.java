package plumbline.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.contract.document.ContractException;
import plumbline.contract.document.Documents;
import plumbline.contract.document.MemorySource;
import plumbline.contract.document.Problem;
import plumbline.contract.json.Json;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.contract.validation.Schemas;

class TolerantReadingTests {
    /** A document with a blemish, where that is and what is done; they stand in blemishes.txt. */
    record Blemish(String position, String done, String document) {
        static Blemish parse(String text) {
            int end = text.indexOf('\n');
            String[] expectation = text.substring(0, end).split(" \\| ", 2);
            return new Blemish(expectation[0], expectation[1], text.substring(end + 1));
        }

        @Override
        public String toString() {
            return position + " " + done;
        }
    }

    static Stream<Blemish> blemishes() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(TolerantReadingTests.class.getResourceAsStream("blemishes.txt"), "blemishes")) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(all.split("(?m)^### ")).skip(1).map(Blemish::parse);
        }
    }

    @ParameterizedTest
    @MethodSource("blemishes")
    void warnsOfWhatIsMendedWhereItStands(Blemish blemish) {
        Contract contract = tolerant(blemish.document());

        assertThat(contract.operations()).isNotEmpty();
        assertThat(contract.warnings())
                .extracting(Problem::toString)
                .anyMatch(text -> text.startsWith("api.yaml:" + blemish.position() + " ")
                        && text.contains("; " + blemish.done()));
    }

    @Nested
    class Schema {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "3.0.3 | {type: [string, 'null'], maxLength: 2}                | null  | true",
                    "3.0.3 | {type: [string, 'null'], maxLength: 2}                | 'abc' | false",
                    "3.0.3 | {type: [string, integer]}                             | 1     | true",
                    "3.0.3 | {type: [string, integer]}                             | true  | false",
                    "3.0.3 | {type: [string, integer], anyOf: [{maxLength: 1}]}    | true  | false",
                    "3.0.3 | {type: [string, integer, 'null']}                     | null  | true",
                    "3.0.3 | {anyOf: [{type: integer}, {type: 'null'}]}            | null  | true",
                    "3.0.3 | {anyOf: [{type: integer}, {type: 'null'}]}            | 'a'   | false",
                    "3.0.3 | {type: 'null'}                                        | 1     | false",
                    "3.0.3 | {type: array, items: [{type: string}, {type: integer}]} | ['a', 1] | true",
                    "3.0.3 | {type: array, items: [{type: string}, {type: integer}]} | ['a', 'b'] | false",
                    "3.1.0 | {items: [{type: string}], additionalItems: false}     | ['a', 'b'] | false",
                    "3.1.0 | {items: [{type: string}], additionalItems: false}     | ['a'] | true",
                    "3.1.0 | {minimum: 5, exclusiveMinimum: true}                  | 5     | false",
                    "3.1.0 | {minimum: 5, exclusiveMinimum: true}                  | 6     | true",
                    "3.1.0 | {minimum: 5, exclusiveMinimum: false}                 | 5     | true",
                    "3.1.0 | {type: string, nullable: true, enum: [a]}             | null  | true",
                    "3.1.0 | {type: string, nullable: true, enum: [a]}             | 'b'   | false",
                    "3.1.0 | {$ref: '#/components/schemas/N', nullable: true}      | null  | true",
                    "3.1.0 | {$ref: '#/components/schemas/N', nullable: true}      | 'a'   | false",
                    "3.0.3 | {type: object, properties: {a: {$ref: '#/gone'}, b: {type: integer}}} | {'a': 1, 'b': 1}"
                            + " | true",
                    "3.0.3 | {type: object, properties: {a: {$ref: '#/gone'}, b: {type: integer}}} | {'a': 1, 'b':"
                            + " 'c'} | false",
                    "3.0.3 | {type: object, properties: {$ref: '#/components/x-properties'}} | {'a': 'b'} | false",
                    "3.0.3 | {type: string, minLength: '2'}                        | 'a'   | false",
                    "3.0.3 | {type: string, minLength: two}                        | 'a'   | true",
                    "3.0.3 | {type: object, required: [1, true]}                   | {'1': 1, 'true': 1} | true",
                    "3.0.3 | {type: object, required: [1, true]}                   | {'1': 1} | false",
                    "3.0.3 | {type: Integer}                                       | 'a'   | false",
                    "3.0.3 | {type: array, items: integer}                         | ['a'] | false",
                    "3.0.3 | {type: array, items: null}                            | ['a'] | true",
                })
        void meansWhatItsAuthorMeant(String version, String schema, String value, boolean isRight) throws Exception {
            Contract contract = tolerant("""
                openapi: %s
                info: {title: T, version: '1'}
                paths: {/t: {get: {responses: {'200': {description: OK}}}}}
                components:
                  x-properties: {a: {type: integer}}
                  schemas:
                    N: {type: integer}
                    T: %s
                """.formatted(version, schema));

            assertThat(new Schemas(contract.version())
                            .isValid(
                                    Contracts.schema(contract, "T"),
                                    Direction.RESPONSE,
                                    Json.read(value.replace('\'', '"'))))
                    .isEqualTo(isRight);
        }
    }

    @Nested
    class Paths {
        @Test
        void areServedWithTheQueryThatTheyFix() {
            Contract contract = tolerant("""
                openapi: 3.0.3
                info: {title: T, version: '1'}
                paths:
                  /a?kind=b%20c:
                    get: {responses: {'200': {description: OK}}}
                """);

            Operation operation = contract.operations().get(0);
            assertThat(operation.title()).isEqualTo("GET /a");
            Parameter kind = operation.parameters(Parameter.In.QUERY).get(0);
            assertThat(kind.required()).isTrue();
            assertThat(Objects.requireNonNull(kind.schema())
                            .node()
                            .value()
                            .at("/enum/0")
                            .stringValue())
                    .isEqualTo("b c");
        }

        @Test
        void areMergedWithAPlainOneWhereThatLacksTheMethod() {
            Contract contract = tolerant("""
                openapi: 3.0.3
                info: {title: T, version: '1'}
                paths:
                  /a: {get: {responses: {'200': {description: OK}}}}
                  /a?all=true: {delete: {responses: {'200': {description: OK}}}}
                  /a#tags: {get: {responses: {'200': {description: OK}}}, put: {responses: {'200': {description: OK}}}}
                """);

            assertThat(contract.operations())
                    .extracting(Operation::title)
                    .containsExactly("GET /a", "DELETE /a", "PUT /a");
            assertThat(contract.operations().get(1).parameters())
                    .extracting(Parameter::name)
                    .containsExactly("all");
            assertThat(contract.warnings()).extracting(Problem::message).anyMatch(text -> text.contains("left out"));
        }
    }

    @Test
    void warnsOncePerKindWithCountAndPlaces() {
        Contract contract = tolerant("""
            openapi: 3.0.3
            info: {title: T, version: '1'}
            paths:
              /a/{id}:
                get: {responses: {'200': {description: OK}}}
                put: {responses: {'200': {description: OK}}}
              /b/{name}:
                get: {responses: {'200': {description: OK}}}
            """);

        assertThat(contract.warnings())
                .extracting(Problem::toString)
                .containsExactly(
                        "api.yaml:5:5 (#/paths/~1a~1{id}/get): the path parameter 'id' of /a/{id} is not declared;"
                                + " it is taken to be a text (likewise at 2 more places: 6:5, 8:5);"
                                + " add it under 'parameters' with 'in: path' and 'required: true'");
    }

    @Test
    void leavesSoundDocumentsAsTheyAre() {
        assertThat(tolerant("""
            openapi: 3.0.3
            info: {title: T, version: '1'}
            paths: {/a: {get: {responses: {'200': {description: OK}}}}}
            """).warnings()).isEmpty();
    }

    @Test
    void followsReferencesToOtherDocumentsFromThere() {
        Map<String, String> documents = new LinkedHashMap<>();
        documents.put("api.yaml", """
            openapi: 3.0.3
            info: {title: T, version: '1'}
            paths: {/a: {get: {$ref: 'parts/get.yaml#/op'}}}
            """);
        documents.put("parts/get.yaml", """
            op: {responses: {'200': {$ref: '#/ok'}}}
            ok: {description: OK, headers: {X: {$ref: 'x.yaml'}}}
            """);
        documents.put("parts/x.yaml", "schema: {type: integer}");

        Contract contract = tolerant(documents);

        assertThat(contract.operations().get(0).response(200).orElseThrow().headers())
                .hasSize(1);
    }

    @Test
    void mendsDocumentsThatAreReferredTo() {
        Map<String, String> documents = new LinkedHashMap<>();
        documents.put("api.yaml", """
            openapi: 3.0.3
            info: {title: T, version: '1'}
            paths: {'/a/{id}': {$ref: 'item.yaml'}}
            """);
        documents.put("item.yaml", "get: {responses: {'200': {description: OK}}}");

        Contract contract = tolerant(documents);

        assertThat(contract.operations().get(0).parameters()).hasSize(1);
        assertThat(contract.warnings())
                .extracting(Problem::toString)
                .anyMatch(text -> text.startsWith("item.yaml:1:1 "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"3.0.3 | true", "3.1.0 | false", "3.2.0 | false"})
    void warnsOfOperationsWithoutResponseWhereThatIsWrong(String version, boolean isWarned) {
        Contract contract =
                Contracts.read("openapi: " + version + "\ninfo: {title: T, version: '1'}\npaths: {/a: {get: {}}}\n");

        assertThat(contract.operations()).hasSize(1);
        assertThat(contract.warnings()).hasSize(isWarned ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "openapi: 3.0.3\npaths: {}",
                "openapi: 3.1.0\npaths: {}",
                "openapi: 3.1.0\ncomponents: {}",
                "openapi: 3.1.0\nwebhooks: {ping: {post: {responses: {'200': {description: OK}}}}}",
            })
    void takesDocumentsWithoutOperations(String document) {
        Contract contract = Contracts.read(document + "\ninfo: {title: T, version: '1'}\n");

        assertThat(contract.operations()).isEmpty();
        assertThat(contract.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"paths: {/a: 1}", "paths: []", "paths: {a: {get: 1}}", "path: {}"})
    void refusesWhatLeavesNothingToServe(String rest) {
        String document = "openapi: 3.0.3\ninfo: {title: T, version: '1'}\n" + rest;

        assertThatThrownBy(() -> tolerant(document))
                .isInstanceOf(ContractException.class)
                .hasMessage(messages(Contracts.problems(document)));
    }

    private static String messages(List<Problem> problems) {
        return String.valueOf(new ContractException(problems).getMessage());
    }

    private static Contract tolerant(String document) {
        return tolerant(Map.of("api.yaml", document));
    }

    private static Contract tolerant(Map<String, String> documents) {
        return new TolerantReader(Optional.empty()).read(Documents.read(new MemorySource(documents)));
    }
}
