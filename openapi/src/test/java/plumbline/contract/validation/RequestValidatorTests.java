package plumbline.contract.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.contract.Contract;
import plumbline.contract.Contracts;
import plumbline.contract.Match;
import plumbline.contract.http.Body;
import plumbline.contract.http.Request;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonException;
import plumbline.contract.operation.MediaTypeSpec;

class RequestValidatorTests {
    private static final Contract CONTRACT = Contracts.read("""
        openapi: 3.1.0
        info: {title: T, version: '1'}
        paths:
          /a/{id}:
            get:
              parameters:
                - {name: id, in: path, required: true, schema: {type: integer, minimum: 1}}
                - {name: page, in: query, required: true, schema: {type: integer, maximum: 9}}
                - {name: tags, in: query, schema: {type: array, items: {enum: [a, b]}, maxItems: 2}}
                - {name: flag, in: query, allowEmptyValue: true, schema: {type: boolean}}
                - {name: empty, in: query, allowEmptyValue: true, schema: {type: array, minItems: 1, items: {type: string}}}
                - {name: X-Version, in: header, schema: {type: string, enum: ['1', '2']}}
                - {name: sid, in: cookie, schema: {type: string, minLength: 3}}
                - {name: where, in: query, content: {application/json: {schema: {type: object, required: [x]}}}}
                - {name: size, in: query, schema: {type: [integer, 'null'], minimum: 1}}
                - {name: ids, in: query, explode: false, schema: {type: array, items: {anyOf: [{type: integer, maximum: 5}, {type: string, minLength: 2}]}}}
                - {name: any, in: query, schema: {oneOf: [{type: integer, maximum: 5}, {type: string, minLength: 3}]}}
                - {name: never, in: query, allowEmptyValue: false, schema: {type: string}}
              responses: {'200': {description: OK}}
          /body:
            post:
              requestBody:
                required: true
                content:
                  application/json: {schema: {$ref: '#/components/schemas/B'}}
                  application/*+json: {}
                  application/vnd.x+json: {schema: {$ref: '#/components/schemas/B'}}
                  application/x-www-form-urlencoded: {schema: {$ref: '#/components/schemas/B'}}
                  text/*: {schema: {type: string, maxLength: 3}}
                  text/csv: {schema: {type: string, pattern: ','}}
                  application/octet-stream: {}
              responses: {'200': {description: OK}}
            put:
              requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/B'}}}}
              responses: {'200': {description: OK}}
        components:
          schemas:
            B: {type: object, required: [n], properties: {n: {type: integer}, id: {type: string, readOnly: true}}, additionalProperties: false}
        """);
    private static final RequestValidator VALIDATOR = new RequestValidator(new Schemas(CONTRACT.version()));

    @Nested
    class ParameterRules {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/a/7?page=1",
                    "/a/7?page=1&tags=a&tags=b",
                    "/a/7?page=1&tags[]=a&tags%5B%5D=b",
                    "/a/7?page=1&flag",
                    "/a/7?page=1&flag=",
                    "/a/7?page=1&flag=true",
                    "/a/7?page=1&empty=",
                    "/a/7?page=1&unknown=1",
                    "/a/7?page=1&where=%7B%22x%22:1%7D",
                    "/a/7?page=1&size=null",
                    "/a/7?page=1&size=",
                    "/a/7?page=1&ids=1,22,333,4,55,66,77,88,99",
                    "/a/7?page=1&any=4",
                    "/a/7?page=1&any=777",
                    "/a/7.0?page=1"
                })
        void letConformingRequestsPass(String target) {
            assertThat(violations(Request.of("GET", target))).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "/a/0?page=1               | minimum  | path parameter 'id'            | 7:72",
                    "/a/x?page=1               | type     | path parameter 'id'            | 7:57",
                    "/a/%zz?page=1             | style    | path parameter 'id'            | 7:11",
                    "/a/7                      | required | query parameter 'page'         | 8:11",
                    "/a/7?page=                | type     | query parameter 'page'         | 8:60",
                    "/a/7?page=10              | maximum  | query parameter 'page'         | 8:75",
                    "/a/7?page=1&tags[]=c      | enum     | query parameter 'tags' at /0   | 9:65",
                    "/a/7?page=1&never=        | allowEmptyValue | query parameter 'never'  | 18:11",
                    "/a/7?page=1&never         | allowEmptyValue | query parameter 'never'  | 18:11",
                    "/a/7?page=1&tags=c        | enum     | query parameter 'tags' at /0   | 9:65",
                    "/a/7?page=1&tags=a&tags=b&tags=a | maxItems | query parameter 'tags'  | 9:80",
                    "/a/7?page=1&flag=yes      | type     | query parameter 'flag'         | 10:67",
                    "/a/7?page=1&where=%7B%7D  | required | query parameter 'where'        | 14:88",
                    "/a/7?page=1&where=x       | style    | query parameter 'where'        | 14:11",
                    "/a/7?page=1&ids=1,6       | maximum   | query parameter 'ids' at /1    | 16:104",
                    "/a/7?page=1&page=2        | duplicate | query parameter 'page'        | 8:11",
                    "/a/7?page=1&flag=true&flag=false | duplicate | query parameter 'flag' | 10:11",
                    "/a/7?page=%zz             | style     | query parameter 'page'        | 8:11",
                    "/a/7?page=1&where=%7B%22x%22:1%7D&where=%7B%22x%22:1%7D | duplicate | query parameter 'where' |"
                            + " 14:11",
                    "/a/7?page=1&size=0        | minimum  | query parameter 'size'         | 15:69",
                })
        void nameTheParameterAndItsPlace(String target, String rule, String location, String position) {
            List<Violation> violations = violations(Request.of("GET", target));

            assertThat(violations).hasSize(1);
            assertThat(violations.get(0).rule()).isEqualTo(rule);
            assertThat(violations.get(0).location()).hasToString(location);
            assertThat(violations.get(0).contractPlace()).isNotNull();
            assertThat(violations.get(0).toString()).contains("api.yaml:" + position + " ");
        }

        @Test
        void lookAtHeadersInAnyCaseAndAtCookies() {
            Request request = Request.of("GET", "/a/7?page=1")
                    .withHeader("x-version", "3")
                    .withHeader("Cookie", "sid=ab");
            Request twice = Request.of("GET", "/a/7?page=1").withHeader("Cookie", "sid=abc; sid=abd");

            assertThat(violations(request))
                    .extracting(violation -> violation.location().toString())
                    .containsExactly("header 'X-Version'", "cookie 'sid'");
            assertThat(violations(twice)).extracting(Violation::rule).containsExactly("duplicate");
        }

        @Test
        void reportEverythingAtOnce() {
            assertThat(violations(Request.of("GET", "/a/0?page=10&tags=c"))).hasSize(3);
        }
    }

    @Nested
    class Bodies {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '~',
                value = {
                    "application/json                  | {\"n\": 1}",
                    "Application/JSON; charset=utf-8   | {\"n\": 1, \"id\": \"x\"}",
                    "application/vnd.x+json            | {\"n\": 1}",
                    "application/x-www-form-urlencoded | n=1",
                    "text/plain                        | abc",
                    "text/csv                          | a,b,c,d",
                    "application/octet-stream          | \u0000anything",
                })
        void passIfTheyConform(String type, String body) {
            assertThat(violations(post(type, body))).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '~',
                value = {
                    "application/json                  | {}                 | required             | body",
                    "application/json                  | {\"n\": \"1\"}     | type                 | body at /n",
                    "application/json                  | {\"n\": 1, \"x\": 1} | additionalProperties | body",
                    "application/json                  | {\"n\": 1} x       | json                 | body",
                    "application/json                  | {\"n\":1,\"n\":1}  | json                 | body",
                    "application/vnd.x+json            | []                 | type                 | body",
                    "application/x-www-form-urlencoded | n=x                | type                 | body at /n",
                    "text/plain                        | abcd               | maxLength            | body",
                    "text/csv                          | abcd               | pattern              | body",
                    "application/xml                   | <n/>               | mediaType            | header"
                            + " 'Content-Type'",
                    "nonsense                          | {}                 | mediaType            | header"
                            + " 'Content-Type'",
                })
        void areRefusedIfTheyDoNot(String type, String body, String rule, String location) {
            List<Violation> violations = violations(post(type, body));

            assertThat(violations).hasSize(1);
            assertThat(violations.get(0).rule()).isEqualTo(rule);
            assertThat(violations.get(0).location()).hasToString(location);
            assertThat(violations.get(0).contractPlace()).isNotNull();
        }

        @Test
        void areRefusedWithoutAMediaType() {
            Request request = Request.of("POST", "/body").withBody(Body.of("{}"));

            assertThat(violations(request)).singleElement().satisfies(violation -> {
                assertThat(violation.rule()).isEqualTo("mediaType");
                assertThat(violation.message()).isEqualTo("is missing");
                assertThat(violation.expected()).contains("application/json, ");
            });
        }

        @Test
        void mayBeMissingOnlyIfTheyAreOptional() {
            assertThat(violations(Request.of("POST", "/body")))
                    .singleElement()
                    .satisfies(violation -> assertThat(violation.rule()).isEqualTo("required"));
            assertThat(violations(Request.of("PUT", "/body"))).isEmpty();
        }

        @Test
        void areNotJudgedWhereNoneIsDescribed() {
            assertThat(violations(Request.of("GET", "/a/1?page=1").withBody(Body.of("x"))))
                    .isEmpty();
        }

        private Request post(String type, String body) {
            return Request.of("POST", "/body").withHeader("Content-Type", type).withBody(Body.of(body));
        }
    }

    private static List<Violation> violations(Request request) {
        return CONTRACT.match(request.method(), request.path())
                .fold(
                        found -> VALIDATOR.validate(found, request),
                        wrong -> {
                            throw new AssertionError(wrong);
                        },
                        () -> {
                            throw new AssertionError("no path");
                        });
    }

    @Nested
    class KnownBodies {
        private static final List<Violation> KNOWN =
                List.of(new Violation("known", Location.body(), "is known", "", "", null));

        private List<Violation> judged(String body, String known) throws JsonException {
            Match.Found found = (Match.Found) CONTRACT.match("PUT", "/body");
            MediaTypeSpec json =
                    Objects.requireNonNull(found.operation().body()).content().get(0);
            return VALIDATOR.validate(
                    found,
                    Request.of("PUT", "/body")
                            .withHeader("Content-Type", "application/json")
                            .withBody(Body.of(body)),
                    new RequestValidator.JudgedBody(json.schema(), Json.read(known), KNOWN));
        }

        @Test
        void areNotJudgedAgain() throws JsonException {
            assertThat(judged("{\"n\": 1}", "{\"n\": 1}")).isEqualTo(KNOWN);
        }

        @Test
        void tellNothingOfOthers() throws JsonException {
            assertThat(judged("{\"n\": 1}", "{\"n\": 1.0}")).isEmpty();
            assertThat(judged("{\"n\": 1", "{\"n\": 1}")).singleElement().matches(Violation::isUnreadableBody);
        }
    }
}
