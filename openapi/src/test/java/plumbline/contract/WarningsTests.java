package plumbline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.contract.document.Problem;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonException;
import plumbline.contract.operation.Direction;
import plumbline.contract.validation.ExampleChecker;
import plumbline.contract.validation.Schemas;

class WarningsTests {
    private static final String HEAD = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n";
    private static final String GET = "{get: {responses: {'200': {description: OK}}}}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/a?b: GET                                                      | 4:3  | no request can have the path /a?b",
                "/a#b: GET                                                      | 4:3  | no request can have the path /a#b",
                "/a/{x?}: {parameters: [{name: 'x?', in: path, required: true, schema: {}}], get: {responses: {'200': {description: OK}}}} | |",
            })
    void tellOfPathsThatNoRequestCanHave(String paths, String position, String message) {
        Contract contract = Contracts.read(HEAD + "paths:\n  " + paths.replace("GET", GET) + "\n");

        assertThat(contract.warnings())
                .extracting(problem -> problem.place().position())
                .containsOnly(position == null ? new String[0] : new String[] {"api.yaml:" + position});
        assertThat(contract.warnings())
                .allSatisfy(problem -> assertThat(problem.message()).contains(message));
    }

    @Test
    void tellOfOperationsThatAnotherServerPathHides() {
        Contract contract = Contracts.read(HEAD + """
                servers: [{url: /}, {url: /v2}]
                paths:
                  /v1/a: {get: {responses: {'200': {description: OK}}}}
                  /a:
                    servers: [{url: /v1}]
                    get: {responses: {'200': {description: OK}}}
                    put: {responses: {'200': {description: OK}}}
                """);

        assertThat(contract.warnings())
                .singleElement()
                .hasToString(
                        "api.yaml:8:5 (#/paths/~1a/get): every request for GET /a under '/v1' is taken by GET /v1/a,"
                                + " which has the same path there; give one of them other servers or another path");
    }

    @Test
    void tellOfServersThatCannotBeUsed() {
        Contract contract = Contracts.read(HEAD + "servers: [{url: '<nope>'}, {url: /ok}]\npaths: {/a: " + GET + "}\n");

        assertThat(contract.basePaths()).containsExactly("/ok");
        assertThat(contract.warnings())
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .startsWith("api.yaml:3:11 (#/servers/0): the server URL '<nope>' cannot be read"));
    }

    @Test
    void tellOfDiscriminatorsThatMapToNothing() throws JsonException {
        Contract contract = Contracts.ofSchemas("3.1.0", """
                T:
                  discriminator: {propertyName: k, mapping: {a: '#/components/schemas/U', v: V}}
                  oneOf: [{$ref: '#/components/schemas/V'}]
                V: {type: object, properties: {k: {type: string}}}
                """);
        Schemas schemas = new Schemas(contract.version());

        assertThat(contract.warnings())
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .contains("/discriminator/mapping/a): the discriminator maps to what cannot be found"));
        assertThat(schemas.isValid(Contracts.schema(contract, "T"), Direction.RESPONSE, Json.read("{\"k\": \"v\"}")))
                .isTrue();
    }

    @Test
    void tellOfMediaTypesThatAreNone() {
        Contract contract = Contracts.read(HEAD + """
                paths:
                  /a: {get: {responses: {'200': {description: OK, content: {json: {}, text/plain: {}}}}}}
                """);

        assertThat(contract.operations().get(0).responses().get(0).content())
                .singleElement()
                .satisfies(content -> assertThat(content.mediaType()).hasToString("text/plain"));
        assertThat(contract.warnings())
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .contains(
                                "/content/json): 'json' is no media type, so that nothing is sent or expected of it"));
    }

    @Test
    void tellOfExamplesThatBreakTheirSchemas() {
        Contract contract = Contracts.read(HEAD + """
                paths:
                  /a:
                    post:
                      parameters:
                        - {name: q, in: query, example: x, schema: {type: integer}}
                        - {name: r, in: query, schema: {type: integer, default: many}}
                      requestBody:
                        content:
                          application/json: {example: {id: 1}, schema: {$ref: '#/components/schemas/S'}}
                          application/xml: {example: <a/>, schema: {$ref: '#/components/schemas/S'}}
                      responses:
                        '200':
                          description: OK
                          headers: {X: {example: 0, schema: {minimum: 1}}}
                          content:
                            application/json:
                              schema: {$ref: '#/components/schemas/S'}
                              examples:
                                good: {value: {id: 1, name: abc}}
                                bad: {value: {id: 1, name: ab}}
                components:
                  schemas:
                    S:
                      type: object
                      required: [id, name]
                      example: {name: abc}
                      properties:
                        id: {type: integer, readOnly: true, examples: [1, one]}
                        name: {type: string, minLength: 3}
                        next: {$ref: '#/components/schemas/S'}
                """);

        assertThat(contract.warnings()).isEmpty();
        assertThat(ExampleChecker.problems(contract, new Schemas(contract.version())))
                .allSatisfy(problem -> assertThat(problem.severity()).isEqualTo(Problem.Severity.WARNING))
                .extracting(problem -> problem.place().position() + " " + problem.message())
                .containsExactlyInAnyOrder(
                        "api.yaml:7:32 the example breaks 'type' of its schema: it is of type string, not \"integer\""
                                + " [api.yaml:7:53 (#/paths/~1a/post/parameters/0/schema/type)]",
                        "api.yaml:8:56 the default breaks 'type' of its schema: it is of type string, not \"integer\""
                                + " [api.yaml:8:41 (#/paths/~1a/post/parameters/1/schema/type)]",
                        "api.yaml:11:30 the example breaks 'required' of its schema: it lacks the required property 'name'"
                                + " [api.yaml:27:7 (#/components/schemas/S/required)]",
                        "api.yaml:30:59 the example breaks 'type' of its schema: it is of type string, not \"integer\""
                                + " [api.yaml:30:14 (#/components/schemas/S/properties/id/type)]",
                        "api.yaml:12:29 the example breaks 'xmlName' of its schema: it is an element <a>, where <S> is documented"
                                + " [api.yaml:12:11 (#/paths/~1a/post/requestBody/content/application~1xml)]",
                        "api.yaml:16:25 the example breaks 'minimum' of its schema: it breaks minimum 1"
                                + " [api.yaml:16:46 (#/paths/~1a/post/responses/200/headers/X/schema/minimum)]",
                        "api.yaml:22:23 the example breaks 'minLength' of its schema: its value at /name has 2 characters,"
                                + " breaking minLength 3 [api.yaml:31:30 (#/components/schemas/S/properties/name/minLength)]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.0.3", "3.1.0"})
    void areNoneForExamplesThatKeepTheirSchemas(String version) {
        Contract contract = Contracts.ofSchemas(version, """
                T: {type: object, example: {a: 1}, properties: {a: {type: integer, default: 3}, b: {$ref: '#/components/schemas/T'}}}
                """);

        assertThat(ExampleChecker.problems(contract, new Schemas(contract.version())))
                .isEmpty();
    }
}
