package plumbline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.contract.document.Problem;
import plumbline.contract.http.Body;
import plumbline.contract.http.Headers;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.ResponseSpec;
import plumbline.contract.operation.SecurityScheme;
import plumbline.contract.validation.RequestValidator;
import plumbline.contract.validation.ResponseValidator;
import plumbline.contract.validation.Schemas;
import plumbline.contract.validation.Violation;

class SwaggerTests {
    private static final String PETS = text();

    private static final Contract CONTRACT = Contracts.read(PETS.replace("strnig", "string"));

    private static String text() {
        try (InputStream in =
                Objects.requireNonNull(SwaggerTests.class.getResourceAsStream("pets.swagger.yaml"), "document")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Operation operation(String method, String path) {
        return ((Match.Found) CONTRACT.match(method, path)).operation();
    }

    private static List<Violation> violations(Request request) {
        Match.Found found = (Match.Found) CONTRACT.match(request.method(), request.path());
        return new RequestValidator(new Schemas(CONTRACT.version())).validate(found, request);
    }

    private static Request request(String method, String path, String query) {
        return new Request(method, path, query, Headers.none(), Body.empty());
    }

    @Test
    void isServedUnderItsBasePath() {
        assertThat(CONTRACT.title()).isEqualTo("Pets");
        assertThat(CONTRACT.basePaths()).containsExactly("/v1");
        assertThat(CONTRACT.operations())
                .extracting(Operation::title)
                .containsExactly(
                        "GET /pets",
                        "POST /pets",
                        "GET /pets/{id}/photo",
                        "POST /pets/{id}/photo",
                        "PUT /pets/{id}/photo");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limit=10              | ",
                "limit=11              | maximum",
                "csv=1,2               | ",
                "csv=1,x               | type",
                "multi=1&multi=2       | ",
                "multi=1&multi=x       | type",
                "ssv=1%202             | ",
                "ssv=1%20x             | type",
                "pipes=1%7C2           | ",
                "pipes=1%7Cx           | type",
                "tsv=anything          | "
            })
    void judgesParametersInTheirFormats(String query, String rule) {
        assertThat(violations(request("GET", "/v1/pets", query)))
                .extracting(Violation::rule)
                .isEqualTo(rule == null ? List.of() : List.of(rule));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": null, \"kind\": \"x\"}                        | ",
                "{\"name\": \"x\", \"kind\": \"x\", \"age\": 0}           | exclusiveMinimum",
                "{\"name\": \"x\", \"kind\": \"x\", \"parent\": {}}       | required",
                "{\"name\": \"x\", \"kind\": null}                        | type",
            })
    void judgesBodies(String body, String rule) {
        Request request = request("POST", "/v1/pets", "")
                .withHeader("Content-Type", "application/json")
                .withBody(Body.of(body));

        assertThat(violations(request))
                .extracting(Violation::rule)
                .containsOnly(rule == null ? new String[0] : new String[] {rule});
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "caption=short&tags=1&tags=2 | ",
                "caption=long+one            | maxLength",
                "tags=1                      | required",
                "caption=x&tags=1&tags=x     | type"
            })
    void judgesForms(String body, String rule) {
        Request request = request("PUT", "/v1/pets/5f2c0a52-3c5f-4b5e-8f0e-0123456789ab/photo", "")
                .withHeader("Content-Type", "application/x-www-form-urlencoded")
                .withBody(Body.of(body));

        assertThat(violations(request)).extracting(Violation::rule).isEqualTo(rule == null ? List.of() : List.of(rule));
    }

    @Test
    void carriesFilesAsBinaryText() {
        MediaTypeSpec form = Objects.requireNonNull(
                        operation("POST", "/v1/pets/1/photo").body())
                .content()
                .get(0);
        MediaTypeSpec photo = operation("GET", "/v1/pets/1/photo")
                .responses()
                .get(0)
                .content()
                .get(0);

        assertThat(form.mediaType()).hasToString("multipart/form-data");
        assertThat(Objects.requireNonNull(form.schema())
                        .node()
                        .value()
                        .at("/properties/photo/format")
                        .asString())
                .isEqualTo("binary");
        assertThat(photo.mediaType()).hasToString("image/png");
        assertThat(Objects.requireNonNull(photo.schema())
                        .node()
                        .value()
                        .path("format")
                        .asString())
                .isEqualTo("binary");
    }

    @Test
    void takesAnExampleOfAnyTypeForThoseThatAreProduced() {
        Contract contract = Contracts.read("""
            swagger: '2.0'
            info: {title: T, version: '1'}
            produces: [application/json]
            paths:
              /a:
                get:
                  responses:
                    '200': {description: OK, schema: {type: object}, examples: {'*/*': {name: Rex}}}
            """);

        assertThat(contract.operations().get(0).responses().get(0).content())
                .singleElement()
                .satisfies(type -> assertThat(type.mediaType()).hasToString("application/json"))
                .satisfies(type -> assertThat(type.examples().get(0).value()).hasToString("{\"name\":\"Rex\"}"));
    }

    @Test
    void knowsResponsesWithHeadersAndExamples() {
        ResponseSpec response = operation("POST", "/v1/pets").responses().get(0);
        ResponseValidator validator = new ResponseValidator(new Schemas(CONTRACT.version()));
        Response wrong = new Response(
                201,
                Headers.none().and("X-Count", "0").and("Content-Type", "application/json"),
                Body.of("{\"name\": 1, \"kind\": \"x\"}"));

        assertThat(response.content())
                .extracting(type -> type.mediaType().toString())
                .containsExactly("application/json", "text/plain");
        assertThat(response.content().get(0).examples().get(0).value())
                .hasToString("{\"name\":\"Rex\",\"kind\":\"dog\"}");
        assertThat(validator.validate(operation("POST", "/v1/pets"), "POST", wrong))
                .extracting(violation -> violation.location() + " " + violation.contractPlace())
                .containsExactly(
                        "header 'X-Count' api.yaml:24:40 (#/responses/Pet/headers/X-Count/minimum)",
                        "body at /name api.yaml:70:14 (#/definitions/Pet/properties/name/type)");
        assertThat(operation("GET", "/v1/pets").responses().get(1).content()).isEmpty();
    }

    @Test
    void knowsItsSecurity() {
        assertThat(operation("GET", "/v1/pets").security())
                .extracting(requirement -> requirement.schemes().get(0).kind())
                .containsExactly(SecurityScheme.Kind.BASIC, SecurityScheme.Kind.API_KEY, SecurityScheme.Kind.OAUTH2);
        assertThat(operation("GET", "/v1/pets/1/photo").isOpen()).isTrue();
    }

    @Nested
    class Problems {
        @Test
        void haveTheirPlacesInTheDocumentItself() {
            assertThat(Contracts.problems(PETS))
                    .extracting(Problem::toString)
                    .anyMatch(text ->
                            text.startsWith("api.yaml:77:13 (#/definitions/Unused/properties/odd/type): the type"))
                    .anyMatch(text ->
                            text.startsWith("api.yaml:39:71 (#/paths/~1pets/get/parameters/4/collectionFormat)"));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '~',
                value = {
                    "{get: 5}                                                        | /paths/~1a/get | the operation is no mapping",
                    "{get: {parameters: 5, responses: {200: {description: x}}}}      | /paths/~1a/get/parameters | must be a list",
                    "{get: {parameters: [{in: query}], responses: {200: {description: x}}}} | /paths/~1a/get/parameters/0 | has no name",
                    "{get: {parameters: [{in: body, name: a}, {in: body, name: b}], responses: {200: {description: x}}}} | /paths/~1a/get/parameters/1 | describes its body twice",
                    "{get: {parameters: [{$ref: '#/x'}], responses: {200: {description: x}}}} | /paths/~1a/get/parameters/0 | points to nothing",
                    "{get: {responses: {200: {schema: {$ref: '#/x'}}}}}              | /paths/~1a/get/responses/200/schema | points to nothing",
                    "{get: {responses: {200: 5}}}                                    | /paths/~1a/get/responses/200 | a mapping is expected",
                    "5                                                               | /paths/~1a | is no mapping",
                    "{get: {security: [{x: []}], responses: {200: {description: x}}}} | /paths/~1a/get/security/0/x |"
                            + " is not defined",
                })
        void areToldWithTheirPlaces(String item, String pointer, String message) {
            String document = "swagger: '2.0'\ninfo: {title: T, version: '1'}\npaths: {/a: " + item + "}\n";

            assertThat(Contracts.problems(document)).anySatisfy(problem -> {
                assertThat(problem.message()).contains(message);
                assertThat(problem.place().pointer()).isEqualTo(pointer);
                assertThat(problem.place().line()).isEqualTo(3);
            });
        }
    }

    @Test
    void mayLieInManyFiles() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("api.yaml", """
            swagger: '2.0'
            info: {title: T, version: '1'}
            paths: {/a: {$ref: 'paths.yaml#/a'}}
            definitions: {Pet: {type: string}}
            """);
        files.put("paths.yaml", """
            a:
              post:
                parameters: [{$ref: 'parts/b.json#/body'}]
                responses: {200: {description: OK, schema: {$ref: 'api.yaml#/definitions/Pet'}}}
            """);
        files.put("parts/b.json", """
            {"body": {"in": "body", "name": "b", "schema": {"$ref": "#/Pet"}},
             "Pet": {"type": "object", "properties": {"next": {"$ref": "#/Pet"}, "age": {"x-nullable": true, "type": "integer"}}}}
            """);

        Contract contract = Contracts.read(files);

        Match.Found match = (Match.Found) contract.match("POST", "/a");
        Request request = request("POST", "/a", "")
                .withHeader("Content-Type", "application/json")
                .withBody(Body.of("{\"age\": null, \"next\": {\"age\": \"x\"}}"));
        assertThat(new RequestValidator(new Schemas(contract.version())).validate(match, request))
                .singleElement()
                .hasToString("body at /next/age is of type string, not \"integer\""
                        + " [parts/b.json:2:106 (#/Pet/properties/age/type)]");
    }
}
