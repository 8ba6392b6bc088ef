package plumbline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.contract.document.Problem;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonException;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.Schema;
import plumbline.contract.validation.Schemas;

class IdentitiesTests {
    private static final String HEAD = "openapi: 3.2.0\ninfo: {title: T, version: '1'}\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "3.1.0 | {$ref: '#none'}                  | the reference '#none' points to nothing in api.yaml; write #/path/to/it, or add '$anchor: none' there",
                "3.0.3 | {$ref: '#none'}                  | the reference '#none' points to nothing in api.yaml; write #/path/to/it",
                "3.1.0 | {$dynamicRef: '#none'}           | the reference '#none' points to nothing",
                "3.1.0 | {$id: t, $ref: '#other'}         | the reference '#other' points to nothing",
                "3.1.0 | {$id: ':no:', type: string}      | '$id' must be a URI reference",
                "3.1.0 | {$id: 5}                         | '$id' must be a URI reference",
                "3.1.0 | {$dynamicAnchor: n, anyOf: [{$dynamicRef: '#n'}]} | refers to itself without end",
            })
    void thatLeadNowhereAreProblems(String version, String schema, String message) {
        String document = """
                openapi: %s
                info: {title: T, version: '1'}
                paths: {/t: {get: {responses: {'200': {description: OK}}}}}
                components:
                  schemas:
                    O: {$anchor: other}
                    T: %s
                """.formatted(version, schema);

        assertThat(Contracts.problems(document)).hasSize(1).allSatisfy(problem -> {
            assertThat(problem.toString()).contains(message);
            assertThat(problem.place().line()).isEqualTo(7);
        });
    }

    @Test
    void ofOtherFilesAreFound() throws JsonException {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("api.yaml", HEAD + """
                $self: https://a.example/apis/api
                paths:
                  /t:
                    get:
                      responses:
                        '200':
                          description: OK
                          content: {application/json: {schema: {$ref: 'schemas/pet.yaml'}}}
                components: {schemas: {Tag: {$anchor: tag, type: boolean}}}
                """);
        files.put("schemas/pet.yaml", """
                $id: https://b.example/pet
                properties: {owner: {$ref: owner.yaml}, home: {$ref: 'https://b.example/home'}}
                $defs: {home: {$id: home, type: string}}
                """);
        files.put("schemas/owner.yaml", """
                $id: https://b.example/owner
                properties: {tag: {$ref: 'https://a.example/apis/api#tag'}, pet: {$ref: pet}}
                """);

        Contract contract = Contracts.readStrictly(files);

        Schema schema = Objects.requireNonNull(
                contract.operations().get(0).responses().get(0).content().get(0).schema());
        Schemas schemas = new Schemas(contract.version());
        for (String valid : new String[] {"{\"owner\": {\"tag\": true, \"pet\": {\"home\": \"x\"}}}", "{}"}) {
            assertThat(schemas.isValid(schema, Direction.RESPONSE, Json.read(valid)))
                    .as(valid)
                    .isTrue();
        }
        for (String invalid :
                new String[] {"{\"owner\": {\"tag\": 1}}", "{\"owner\": {\"pet\": {\"home\": 1}}}", "{\"home\": 1}"}) {
            assertThat(schemas.isValid(schema, Direction.RESPONSE, Json.read(invalid)))
                    .as(invalid)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"jsonSchemaDialect: https://a.example/mine", "x: {schema: {$schema: 'https://a.example/mine'}}"})
    void ofUnknownDialectsAreWarnings(String line) {
        Contract contract =
                Contracts.read(HEAD + line + "\npaths: {/t: {get: {responses: {'200': {description: OK}}}}}\n");

        assertThat(contract.warnings()).singleElement().satisfies(problem -> {
            assertThat(problem.severity()).isEqualTo(Problem.Severity.WARNING);
            assertThat(problem.place().line()).isEqualTo(3);
            assertThat(problem.message())
                    .isEqualTo(
                            "the dialect \"https://a.example/mine\" is not known; its schemas are read as JSON Schema 2020-12");
        });
    }

    @Test
    void ofTheWholeDocumentCountForSchemasThatNameNoDialect() throws JsonException {
        Contract contract = Contracts.read("""
                openapi: 3.1.0
                info: {title: T, version: '1'}
                jsonSchemaDialect: http://json-schema.org/draft-04/schema#
                paths: {/t: {get: {responses: {'200': {description: OK}}}}}
                components: {schemas: {T: {minimum: 3, exclusiveMinimum: true, items: [{type: string}]}}}
                """);
        Schemas schemas = new Schemas(contract.version());
        Schema schema = Contracts.schema(contract, "T");

        assertThat(schemas.isValid(schema, Direction.REQUEST, Json.read("4"))).isTrue();
        assertThat(schemas.isValid(schema, Direction.REQUEST, Json.read("3"))).isFalse();
        assertThat(schemas.isValid(schema, Direction.REQUEST, Json.read("[1]"))).isFalse();
        assertThat(contract.warnings()).isEmpty();
    }
}
