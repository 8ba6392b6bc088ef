package plumbline.mock.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.contract.http.Body;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.mock.because.Because;

class ReasonsOfAnswersTests {
    private static final String SHOP = """
        openapi: 3.1.0
        info: {title: Shop, version: '1'}
        paths:
          /products:
            get:
              parameters: [{name: limit, in: query, schema: {type: integer, minimum: 1}}]
              responses:
                '200':
                  description: ok
                  content:
                    application/json:
                      schema: {type: array}
                      examples: {full: {value: [1]}, empty: {value: []}}
            post:
              requestBody:
                content:
                  application/json:
                    schema:
                      type: object
                      properties: {price: {type: number, minimum: 0}, password: {type: string, enum: [a]}}
              responses: {'204': {description: done}}
          /products/{id}:
            get:
              parameters: [{name: id, in: path, required: true, schema: {type: string}}]
              responses:
                '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Product'}}}}
          /secret:
            get: {security: [{key: []}], responses: {'200': {description: ok}}}
        components:
          schemas: {Product: {type: object, properties: {id: {type: string}}}}
          securitySchemes: {key: {type: apiKey, in: query, name: key}}
        """;

    private final Answers answers = Answers.ofText(SHOP);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/products         |                  | 200 | example \"full\" of response 200",
                "/products         | example=empty    | 200 | example \"empty\" of response 200 (Prefer)",
                "/products         | example=none     | 404 | the response 200 has no example 'none'",
                "/products         | code=9           | 422 | the preference code=9 cannot be read",
                "/products         | dynamic=true     | 200 | (Prefer)",
                "/products/7       |                  | 200 | sample of #",
                "/products?limit=0 |                  | 422 | query 'limit': 0 breaks minimum 1 (",
                "/product          |                  | 404 | did you mean",
                "/secret           |                  | 401 | credentials 'key': are missing (",
                "/secret?key=x     |                  | 200 | documented without a body",
            })
    void areToldInAHeader(String target, String preference, int status, String because) {
        Request request = Request.of("GET", target);

        Response response = answers.to(preference == null ? request : request.withHeader("Prefer", preference));

        assertThat(response.status()).isEqualTo(status);
        assertThat(Because.in(response.headers())).contains(because);
    }

    @Test
    void nameTheLineOfTheContract() {
        assertThat(Because.in(post("{\"price\": -1}").headers()))
                .matches("body /price: -1 breaks minimum 0 \\(.*api.*\\.yaml:20:\\d+\\)");
    }

    @Test
    void tellTheNearestPath() {
        assertThat(Because.in(answers.to(Request.of("GET", "/prodcts/7")).headers()))
                .isEqualTo("no path /prodcts/7: did you mean /products/7?");
        assertThat(Because.in(answers.to(Request.of("GET", "/nothing/like/it")).headers()))
                .isEqualTo("no path /nothing/like/it: its paths start with /");
    }

    @Test
    void tellTheBasePathWhereItIsMissing() {
        assertThat(Because.in(
                        Answers.ofLibrary().to(Request.of("GET", "/books")).headers()))
                .isEqualTo("no path /books: did you mean /v2/books?");
    }

    @Test
    void neverRepeatWhatMayBeSecret() {
        assertThat(Because.in(post("{\"password\": \"hunter2\"}").headers()))
                .startsWith("body /password breaks 'enum' (")
                .doesNotContain("hunter2");
        assertThat(Because.in(post("{\"password\": hunter2}").headers()))
                .startsWith("body: is not strict JSON")
                .doesNotContain("hunter2");
    }

    @Test
    void areWordsThatAHeaderCanHold() {
        assertThat(new Because("fixture caf\u00E9\r\nSet-Cookie: a=b.json").text())
                .isEqualTo("fixture caf%C3%A9 Set-Cookie: a=b.json");
        assertThat(new Because("x".repeat(9_000)).text()).hasSize(400);
    }

    @Test
    void sayOfInvalidRequestsThatTheyAreAnsweredAllTheSame() {
        Response response = Answers.ofText(SHOP, new AnswerOptions(true, AnswerOptions.Unknown.NOT_FOUND, 0))
                .to(Request.of("GET", "/products?limit=0"));

        assertThat(Because.in(response.headers()))
                .startsWith("example \"full\" of response 200, in spite of query 'limit': 0 breaks minimum 1 (");
    }

    private Response post(String body) {
        return answers.to(Request.of("POST", "/products")
                .withHeader("Content-Type", "application/json")
                .withBody(Body.of(body)));
    }
}
