package plumbline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.contract.http.Body;
import plumbline.contract.http.Headers;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonException;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.contract.parameters.ParameterEncoder;
import plumbline.contract.validation.RequestValidator;
import plumbline.contract.validation.ResponseValidator;
import plumbline.contract.validation.Schemas;
import plumbline.contract.validation.Violation;

class OpenApi32Tests {
    private static final String OK = "responses: {'200': {description: OK}}";

    private static Contract read(String rest) {
        return Contracts.read("openapi: 3.2.0\ninfo: {title: T, version: '1'}\n" + rest);
    }

    private static List<String> violations(Contract contract, Request request) {
        Match.Found match = (Match.Found) contract.match(request.method(), request.path());
        return new RequestValidator(new Schemas(contract.version()))
                .validate(match, request).stream().map(Violation::toString).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "application/x-www-form-urlencoded | n=1&s=a%20b      | ",
                "application/x-www-form-urlencoded | n=x              | query parameter 'q' at /n is of type string",
                "application/x-www-form-urlencoded | n=1&odd=2        | query parameter 'q' has the undocumented property 'odd'",
                "application/json                  | %7B%22n%22:1%7D  | ",
                "application/json                  | %7B%22n%22:%7D   | query parameter 'q' is not written as documented",
                "application/json                  | %7B%22n%22:%22%22%7D | query parameter 'q' at /n is of type string",
                "application/json                  |                  | query parameter 'q' is missing",
            })
    void judgesTheWholeQueryAsOneValue(String mediaType, String query, String violation) {
        Contract contract = read("""
                paths:
                  /a:
                    get:
                      parameters:
                        - name: q
                          in: querystring
                          required: true
                          content:
                            MEDIA:
                              schema:
                                type: object
                                properties: {n: {type: integer}, s: {type: string}}
                                additionalProperties: false
                      responses: {'200': {description: OK}}
                """.replace("MEDIA", mediaType));

        List<String> found = violations(
                contract, new Request("GET", "/a", query == null ? "" : query, Headers.none(), Body.empty()));

        if (violation == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).singleElement().asString().startsWith(violation);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "application/x-www-form-urlencoded, n=1&s=a%20b",
        "application/json, %7B%22n%22%3A1%2C%22s%22%3A%22a%20b%22%7D"
    })
    void writesTheWholeQuery(String mediaType, String query) throws JsonException {
        Parameter parameter = read("paths: {/a: {get: {parameters: [{name: q, in: querystring, content: {" + mediaType
                        + ": {schema: {type: object}}}}], " + OK + "}}}")
                .operations()
                .get(0)
                .parameters()
                .get(0);

        assertThat(ParameterEncoder.query(Map.of(parameter, Json.read("{\"n\": 1, \"s\": \"a b\"}"))))
                .isEqualTo(query);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{name: q, in: querystring, content: {a/b: {}}}, {name: r, in: query, schema: {}}             | is the whole query",
                "{name: q, in: querystring, content: {a/b: {}}}, {name: r, in: querystring, content: {a/b: {}}} | is the whole query",
                "{name: q, in: querystring, schema: {}}                                                       | has no 'content'",
            })
    void refusesAWholeQueryThatIsNotWhole(String parameters, String message) {
        assertThat(Contracts.problems("openapi: 3.2.0\ninfo: {title: T, version: '1'}\npaths: {/a: {get: {parameters: ["
                        + parameters + "], " + OK + "}}}"))
                .anySatisfy(problem -> assertThat(problem.message()).contains(message));
    }

    @Test
    void takesCookiesLiterally() {
        Contract contract = read("""
                paths:
                  /a:
                    get:
                      parameters: [{name: c, in: cookie, style: cookie, schema: {type: string, const: 'a%20b+c'}}]
                      responses: {'200': {description: OK}}
                """);

        assertThat(violations(
                        contract,
                        new Request("GET", "/a", "", Headers.none().and("Cookie", "x=1; c=a%20b+c"), Body.empty())))
                .isEmpty();
    }

    @Test
    void knowsMethodsThatOpenApiDoesNotName() {
        Contract contract = read("""
                paths:
                  /a:
                    query: {responses: {'200': {description: OK}}}
                    additionalOperations:
                      COPY: {operationId: copyA, responses: {'200': {description: OK}}}
                """);

        assertThat(contract.operations()).extracting(Operation::title).containsExactly("QUERY /a", "COPY /a");
        assertThat(((Match.Found) contract.match("COPY", "/a")).operation().id())
                .isEqualTo("copyA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "post", "Get", "'A B'", "''"})
    void refusesAdditionalOperationsThatAreNone(String method) {
        assertThat(Contracts.problems(
                        "openapi: 3.2.0\ninfo: {title: T, version: '1'}\npaths: {/a: {additionalOperations: {" + method
                                + ": {" + OK + "}}}}"))
                .anySatisfy(problem -> {
                    assertThat(problem.message()).contains(" is no ");
                    assertThat(problem.place().pointer()).startsWith("/paths/~1a/additionalOperations/");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "application/jsonl     | {\"a\":1}\\n{\"a\":2}\\n       | ",
                "application/x-ndjson  | {\"a\":1}\\r\\n{\"a\":2}       | ",
                "application/json-seq  | \\036{\"a\":1}\\n\\036{\\n\"a\":2}\\n | ",
                "application/jsonl     | {\"a\":1}\\n{\"a\":\"x\"}      | body at /1/a is of type string",
                "application/jsonl     | {\"a\":1}\\n{\"a\":            | body at /1 is not strict JSON",
                "application/json-seq  | \\036{\"a\":\"x\"}\\n        | body at /0/a is of type string",
                "application/jsonl     | {\"a\":1}\\n{\"a\":1}\\n{\"a\":1} | body has 3 entries",
                "text/event-stream     | data: x\\n\\n                  | ",
            })
    void judgesEachItemOfASequence(String mediaType, String body, String violation) {
        Contract contract = read("""
                paths: {/a: {get: {responses: {'200': {description: OK, content: {MEDIA: {$ref: '#/components/mediaTypes/M'}}}}}}}
                components:
                  mediaTypes:
                    M: {itemSchema: {$ref: '#/components/schemas/S'}WHOLE}
                  schemas: {S: {properties: {a: {type: integer}}}}
                """.replace("MEDIA", mediaType)
                .replace("WHOLE", mediaType.startsWith("text") ? "" : ", schema: {type: array, maxItems: 2}"));
        Response response =
                new Response(200, Headers.none().and("Content-Type", mediaType), Body.of(body.translateEscapes()));

        List<Violation> found = new ResponseValidator(new Schemas(contract.version()))
                .validate(contract.operations().get(0), "GET", response);

        if (violation == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).singleElement().asString().startsWith(violation);
        }
    }
}
