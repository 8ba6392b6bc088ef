package plumbline.mock.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.contract.http.Body;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;

class ExamplePairsTests {
    private final Answers answers = Answers.ofText("""
        openapi: 3.0.3
        info: {title: Ports, version: '1'}
        paths:
          /ports/{id}:
            get:
              parameters:
                - {name: id, in: path, required: true, schema: {type: integer}, examples: {hull: {value: 1}, deal: {value: 2}, nowhere: {value: 3}}}
                - {name: deep, in: query, schema: {type: boolean}, examples: {deal: {value: true}}}
              responses:
                '200':
                  description: p
                  content: {application/json: {schema: {type: object}, examples: {hull: {value: {name: Hull}}, deal: {value: {name: Deal}}}}}
                '404': {description: no, content: {application/json: {schema: {type: object}, examples: {nowhere: {value: {why: gone}}}}}}
          /ports:
            post:
              requestBody:
                required: true
                content:
                  application/json:
                    schema: {type: object, required: [name], properties: {name: {type: string, minLength: 2}}}
                    examples: {good: {value: {name: Rye}}, short: {value: {name: R}}, taken: {value: {name: Hull}}}
              responses:
                '201': {description: made, content: {application/json: {schema: {type: object}, examples: {other: {value: {id: 8}}, good: {value: {id: 9}}}}}}
                '400':
                  description: bad
                  content: {application/json: {schema: {type: object}, examples: {short: {value: {why: short}}, long: {value: {why: long}}}}}
                '409': {description: taken, content: {application/json: {schema: {type: object}, examples: {taken: {value: {why: taken}}}}}}
        """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/ports/1           | 200 | {\"name\":\"Hull\"}",
                "/ports/2?deep=true | 200 | {\"name\":\"Deal\"}",
                "/ports/2           | 200 | {\"name\":\"Hull\"}",
                "/ports/3           | 404 | {\"why\":\"gone\"}",
                "/ports/7           | 200 | {\"name\":\"Hull\"}",
            })
    void areFoundByParameters(String target, int status, String body) {
        Response response = answers.to(Request.of("GET", target));

        assertThat(response.status()).isEqualTo(status);
        assertThat(Answers.json(response)).hasToString(body);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": \"Rye\"}  | 201 | {\"id\":9}",
                "{\"name\": \"R\"}    | 400 | {\"why\":\"short\"}",
                "{\"name\": \"Hull\"} | 409 | {\"why\":\"taken\"}",
                "{\"name\": \"Else\"} | 201 | {\"id\":8}",
            })
    void areFoundByTheBody(String sent, int status, String body) {
        Response response = answers.to(post(sent));

        assertThat(response.status()).isEqualTo(status);
        assertThat(Answers.json(response)).hasToString(body);
    }

    @Test
    void giveWayToWishes() {
        assertThat(answers.to(post("{\"name\": \"Hull\"}").withHeader("Prefer", "code=201"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void areLeftWhereAnotherExampleOfTheRefusalIsWished() {
        Response response = answers.to(post("{\"name\": 5}").withHeader("Prefer", "code=400, example=long"));

        assertThat(response.status()).isEqualTo(400);
        assertThat(Answers.json(response)).hasToString("{\"why\":\"long\"}");
        assertThat(response.headers().first("Preference-Applied")).contains("code=400, example=long");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": 5}        | code=400, example=none | it has short, long.",
                "{\"name\": \"Else\"} | example=none           | it has other, good.",
            })
    void areToldWhereNoneIsOfTheWishedName(String sent, String wish, String names) {
        Response response = answers.to(post(sent).withHeader("Prefer", wish));

        assertThat(response.status()).isEqualTo(404);
        assertThat(Answers.json(response).path("detail").asString()).endsWith(names);
    }

    private static Request post(String body) {
        return Request.of("POST", "/ports")
                .withHeader("Content-Type", "application/json")
                .withBody(Body.of(body));
    }
}
