package plumbline.contract.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.contract.Contract;
import plumbline.contract.Contracts;
import plumbline.contract.http.Body;
import plumbline.contract.http.Response;
import plumbline.contract.operation.Operation;

class ResponseValidatorTests {
    private static final Contract CONTRACT = Contracts.read("""
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /a:
                get:
                  responses:
                    '200':
                      description: OK
                      headers:
                        X-Rate: {required: true, schema: {type: integer, minimum: 1}}
                        X-List: {schema: {type: array, items: {type: integer}}}
                      content:
                        application/json: {schema: {type: object, required: [a], properties: {w: {writeOnly: true}}}}
                        text/plain: {schema: {type: string, maxLength: 3}}
                    '201': {description: any body}
                    '202': {description: any JSON, content: {application/json: {}}}
                    '204': {description: none, content: {application/json: {schema: {type: object}}}}
                    '304': {description: none, content: {application/json: {schema: {type: object}}}}
                    4XX: {description: Bad, content: {application/*: {schema: {type: object}}}}
            """);
    private static final Operation OPERATION = CONTRACT.operations().get(0);
    private static final ResponseValidator VALIDATOR = new ResponseValidator(new Schemas(CONTRACT.version()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "200 | application/json                | {\"a\": 1}",
                "200 | application/json; charset=UTF-8 | {\"a\": 1, \"more\": 2}",
                "200 | text/plain                      | abc",
                "201 | image/png                       | x",
                "201 | ~~                              | x",
                "201 | ~~                              | ~~",
                "202 | application/json                | [1]",
                "204 | ~~                              | ~~",
                "204 | application/json                | ~~",
                "304 | application/json                | ~~",
                "404 | application/problem+json        | {}",
                "499 | application/xml                 | <a/>",
            })
    void letConformingResponsesPass(int status, String type, String body) {
        assertThat(VALIDATOR.validate(OPERATION, "GET", response(status, type, body)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "500 | ~~               | ~~         | status    | status                | 6:7",
                "200 | application/xml  | <a/>       | mediaType | header 'Content-Type' | 12:11",
                "200 | ~~               | {}         | mediaType | header 'Content-Type' | 12:11",
                "200 | application/json | {}         | required  | body                  | 13:55",
                "200 | application/json | {\"a\":1,\"w\":1} | writeOnly | body at /w       | 13:83",
                "200 | application/json | {\"a\":1}} | json      | body                  | 13:13",
                "200 | application/json | ~~         | json      | body                  | 13:13",
                "200 | text/plain       | abcd       | maxLength | body                  | 14:49",
                "200 | ~~               | ~~         | body      | body                  | 12:11",
                "202 | application/json | [1         | json      | body                  | 16:50",
                "201 | application/json | [1         | json      | body                  | 5:5",
                "404 | application/json | []         | type      | body                  | 19:68",
                "404 | text/plain       | x          | mediaType | header 'Content-Type' | 19:33",
            })
    void nameWhatIsWrongAndItsPlace(
            int status, String type, String body, String rule, String location, String position) {
        List<Violation> violations = VALIDATOR.validate(OPERATION, "GET", response(status, type, body));

        assertThat(violations).hasSize(1);
        assertThat(violations.get(0).rule()).isEqualTo(rule);
        assertThat(violations.get(0).location()).hasToString(location);
        assertThat(violations.get(0).toString()).contains("api.yaml:" + position + " ");
    }

    @ParameterizedTest
    @CsvSource({"0, minimum, header 'X-Rate'", "x, type, header 'X-Rate'"})
    void judgeHeaders(String rate, String rule, String location) {
        Response response = response(200, "application/json", "{\"a\":1}").withHeader("x-rate", rate);

        assertThat(VALIDATOR.headers(OPERATION, response)).singleElement().satisfies(violation -> {
            assertThat(violation.rule()).isEqualTo(rule);
            assertThat(violation.location()).hasToString(location);
        });
    }

    @Test
    void requireRequiredHeadersAndReadLists() {
        Response response = response(200, "application/json", "{\"a\":1}");

        assertThat(VALIDATOR.headers(
                        OPERATION, response.withHeaders(response.headers().without("X-Rate"))))
                .extracting(Violation::rule)
                .containsExactly("required");
        assertThat(VALIDATOR.headers(OPERATION, response.withHeader("X-List", "1, 2, x")))
                .extracting(violation -> violation.location().toString())
                .containsExactly("header 'X-List' at /2");
    }

    @Test
    void expectNoBodyInTheAnswerToHead() {
        assertThat(VALIDATOR.validate(OPERATION, "HEAD", response(200, "application/json", "")))
                .isEmpty();
    }

    private static Response response(int status, String type, String body) {
        Response response = Response.of(status).withHeader("X-Rate", "5").withBody(Body.of(body));
        return type.isEmpty() ? response : response.withHeader("Content-Type", type);
    }
}
