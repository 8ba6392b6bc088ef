package plumbline.mock.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.contract.http.Body;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.json.jackson.databind.JsonNode;

class RefusalReasonsTests {
    private static final String MISSING = "body lacks the required property 'name'";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: object, required: [message], properties: {message: {type: string}}} | /message",
                "{type: object, properties: {title: {type: string}, detail: {type: string}}} | /detail",
                "{type: object, properties: {error: {type: object, required: [msg], properties: {msg: {type:"
                        + " string}}}}} | /error/msg",
                "{type: object, properties: {error: {type: string}}, example: {error: wrong}} | /error",
                "{type: object, properties: {errors: {type: array, items: {type: string}}}} | /errors/0",
                "{type: object, properties: {errors: {type: array, items: {type: object, properties: {reason: {type:"
                        + " string}}}}}} | /errors/0/reason",
                "{type: array, items: {type: object, properties: {message: {type: string}}}} | /0/message",
                "{type: string} | ''",
                "{type: object} | /detail",
                "{} | ''",
            })
    void standInTheFreeTextThatIsThereForThem(String schema, String pointer) {
        Response response = refusal(schema, "{}");

        assertThat(response.status()).isEqualTo(400);
        assertThat(Answers.json(response).at(pointer).asString()).contains(MISSING);
        assertThat(response.headers().first("Plumbline-Violations").orElse("")).contains(MISSING);
    }

    @Test
    void leaveCodesAsTheyAre() {
        JsonNode body = Answers.json(refusal(
                "{type: object, required: [error, code, status], properties: {error: {type: string, enum:"
                        + " [bad_request]}, code: {type: string, example: E7}, status: {type: integer}, description:"
                        + " {type: string, maxLength: 3}}}",
                "{}"));

        assertThat(body.path("error").asString()).isEqualTo("bad_request");
        assertThat(body.path("code").asString()).isEqualTo("E7");
        assertThat(body.path("status").asInt()).isEqualTo(400);
        assertThat(body.path("description").asString()).hasSizeLessThan(4);
    }

    @Test
    void areLeftOutWhereTheyWouldBreakTheContract() {
        assertThat(Answers.json(refusal("{type: object, maxProperties: 2}", "{}")))
                .isEmpty();
    }

    @Test
    void areListedOneByOne() {
        JsonNode errors = Answers.json(refusal(
                        "{type: object, properties: {errors: {type: array, items: {type: object, required: [field,"
                                + " message], properties: {field: {type: string}, message: {type: string}}}}}}",
                        "{\"name\": \"R\", \"size\": \"big\"}"))
                .path("errors");

        assertThat(errors.size()).isEqualTo(2);
        assertThat(errors.path(0).path("field").asString()).isEqualTo("/name");
        assertThat(errors.path(1).path("field").asString()).isEqualTo("/size");
        assertThat(errors.path(1).path("message").asString()).startsWith("body at /size ");
    }

    @Test
    void standAloneWhereTheContractLetsThem() {
        JsonNode body = Answers.json(refusal(
                "{type: object, required: [error, kept], properties: {error: {type: object, required: [message],"
                        + " properties: {message: {type: string}, port: {type: object, properties: {name: {type:"
                        + " string}}}, ports: {type: array, minItems: 1, items: {type: object}}}}, kept: {type: object},"
                        + " data: {type: object}, links: {type: array, items: {type: string}}}}",
                "{}"));

        assertThat(body.path("error").propertyNames()).containsExactly("message");
        assertThat(body.propertyNames()).containsExactlyInAnyOrder("error", "kept", "links");
    }

    private static Response refusal(String schema, String body) {
        return Answers.ofText("""
            openapi: 3.1.0
            info: {title: Ports, version: '1'}
            paths:
              /ports:
                post:
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema:
                          type: object
                          required: [name]
                          properties: {name: {type: string, minLength: 2}, size: {type: integer}}
                  responses:
                    '201': {description: made}
                    '400': {description: no, content: {application/json: {schema: %s}}}
            """.formatted(schema))
                .conforming(Request.of("POST", "/ports")
                        .withHeader("Content-Type", "application/json")
                        .withBody(Body.of(body)));
    }
}
