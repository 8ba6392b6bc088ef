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
import plumbline.contract.http.Request;
import plumbline.contract.json.Json;
import plumbline.contract.operation.Direction;
import plumbline.contract.validation.RequestValidator;
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
        private final Contract contract = tolerant("""
            openapi: 3.0.3
            info: {title: T, version: '1'}
            paths:
              /a: {get: {responses: {'200': {description: OK}}}}
              /a?all=true: {delete: {responses: {'200': {description: OK}}}}
              /a#tags: {put: {responses: {'200': {description: OK}}}}
              /b?kind=c%20d: {get: {responses: {'200': {description: OK}}}}
              /b?kind=e: {get: {responses: {'200': {description: OK}}}}
              /b?kind={kind}&top={top}:
                get:
                  parameters:
                    - {name: kind, in: path, required: true, schema: {type: string}}
                    - {name: top, in: path, required: true, schema: {type: integer}}
                  responses: {'200': {description: OK}}
            """);

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "GET    | /a            | GET /a",
                    "DELETE | /a?all=true   | DELETE /a?all=true",
                    "PUT    | /a            | PUT /a#tags",
                    "GET    | /b?kind=c%20d | GET /b?kind=c%20d",
                    "GET    | /b?kind=e     | GET /b?kind=e",
                    "GET    | /b?top=1&kind=e | GET /b?kind={kind}&top={top}",
                })
        void areServedWithTheQueryThatTheyFix(String method, String target, String title) {
            Match match =
                    new RequestValidator(new Schemas(contract.version())).match(contract, Request.of(method, target));

            assertThat(match)
                    .isInstanceOfSatisfying(
                            Match.Found.class,
                            found -> assertThat(found.operation().title()).isEqualTo(title));
        }

        @Test
        void areWarnedOfOncePerKind() {
            assertThat(contract.warnings())
                    .extracting(Problem::message)
                    .filteredOn(text -> text.contains("no request can have"))
                    .hasSize(2)
                    .anyMatch(text -> text.contains("it is served so (likewise at 3 more places: 7:3, 8:3, 9:3)"));
        }
    }

    @Test
    void passesOverParametersThatAPathHasNoPlaceFor() {
        Contract contract = tolerant("""
            openapi: 3.0.3
            info: {title: T, version: '1'}
            paths:
              /a:
                get:
                  parameters: [{name: file, in: path, required: true, schema: {type: string}}]
                  responses: {'200': {description: OK}}
            """);

        assertThat(contract.operations().get(0).parameters()).isEmpty();
        assertThat(contract.warnings())
                .extracting(Problem::message)
                .containsExactly(
                        "the path parameter 'file' does not occur in /a, so that nothing is sent or expected of it");
    }

    @Test
    void readsMediaTypesWhoseParametersAreNone() {
        Contract contract = tolerant("""
            openapi: 3.0.3
            info: {title: T, version: '1'}
            paths: {/a: {get: {responses: {'200': {description: OK, content: {text/plain; utf-8: {}}}}}}}
            """);

        assertThat(contract.operations().get(0).responses().get(0).content())
                .extracting(content -> content.mediaType().toString())
                .containsExactly("text/plain");
        assertThat(contract.warnings())
                .extracting(Problem::message)
                .containsExactly("'text/plain; utf-8' is no media type; it is read as text/plain");
    }

    @Test
    void asksForNoKeyInAHeaderThatCannotBe() {
        Contract contract = tolerant("""
            openapi: 3.0.3
            info: {title: T, version: '1'}
            security: [{key: []}]
            paths: {/a: {get: {responses: {'200': {description: OK}}}}}
            components: {securitySchemes: {key: {type: apiKey, in: header, name: My API Key}}}
            """);

        assertThat(contract.operations().get(0).security())
                .allSatisfy(requirement -> assertThat(requirement.schemes()).isEmpty());
        assertThat(contract.warnings())
                .extracting(Problem::message)
                .containsExactly("no header can be called 'My API Key', so that the API key 'key' is not asked for");
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
