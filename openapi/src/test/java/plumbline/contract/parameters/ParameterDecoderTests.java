package plumbline.contract.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.contract.Parameter;
import plumbline.contract.http.Request;

class ParameterDecoderTests {
    private static final String COLOR = "type: string";
    private static final String ARRAY = "type: array, items: {type: string}";
    private static final String OBJECT = "type: object, properties: {R: {type: integer}, G: {type: integer}}";

    /** The rows of "Style Examples" in the OpenAPI Specification. */
    @Nested
    class Styles {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '~',
                value = {
                    "matrix | false | string | ;p=blue                | \"blue\"",
                    "matrix | true  | string | ;p=blue                | \"blue\"",
                    "matrix | false | array  | ;p=blue,black          | [\"blue\",\"black\"]",
                    "matrix | true  | array  | ;p=blue;p=black        | [\"blue\",\"black\"]",
                    "matrix | false | object | ;p=R,100,G,200         | {\"R\":100,\"G\":200}",
                    "matrix | true  | object | ;R=100;G=200           | {\"R\":100,\"G\":200}",
                    "label  | false | string | .blue                  | \"blue\"",
                    "label  | true  | string | .blue                  | \"blue\"",
                    "label  | false | array  | .blue,black            | [\"blue\",\"black\"]",
                    "label  | true  | array  | .blue.black            | [\"blue\",\"black\"]",
                    "label  | false | object | .R,100,G,200           | {\"R\":100,\"G\":200}",
                    "label  | true  | object | .R=100.G=200           | {\"R\":100,\"G\":200}",
                    "simple | false | string | blue                   | \"blue\"",
                    "simple | false | array  | blue,black             | [\"blue\",\"black\"]",
                    "simple | true  | array  | blue,black             | [\"blue\",\"black\"]",
                    "simple | false | object | R,100,G,200            | {\"R\":100,\"G\":200}",
                    "simple | true  | object | R=100,G=200            | {\"R\":100,\"G\":200}",
                    "simple | false | array  | bl%2Cue,bl%20ack       | [\"bl,ue\",\"bl ack\"]",
                    "simple | false | string | a+b                    | \"a+b\"",
                    "matrix | false | string | ;p=a%3Bb               | \"a;b\"",
                })
        void ofPaths(String style, boolean explode, String kind, String raw, String value) {
            Parameter parameter = parameter("path", style, explode, kind);

            assertThat(decoded(parameter, Request.of("GET", "/"), Map.of("p", raw)))
                    .isEqualTo(value);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '~',
                value = {
                    "form           | true  | string | p=blue                     | \"blue\"",
                    "form           | true  | string | p=                         | \"\"",
                    "form           | true  | string | p                          | \"\"",
                    "form           | false | string | p=a,b                      | \"a,b\"",
                    "form           | true  | string | p=a+b%2Bc%20d              | \"a b+c d\"",
                    "form           | true  | string | p=a=b                      | \"a=b\"",
                    "form           | true  | string | %70=blue                   | \"blue\"",
                    "form           | true  | string | q=1&&p=blue&               | \"blue\"",
                    "form           | true  | array  | p=blue&p=black             | [\"blue\",\"black\"]",
                    "form           | true  | array  | p=blue                     | [\"blue\"]",
                    "form           | true  | array  | p=blue,black               | [\"blue,black\"]",
                    "form           | false | array  | p=blue,black               | [\"blue\",\"black\"]",
                    "form           | false | array  | p=                         | []",
                    "form           | false | array  | p=bl%2Cue,black            | [\"bl,ue\",\"black\"]",
                    "form           | false | object | p=R,100,G,200              | {\"R\":100,\"G\":200}",
                    "form           | true  | object | R=100&G=200&x=1            | {\"R\":100,\"G\":200}",
                    "spaceDelimited | false | array  | p=blue%20black             | [\"blue\",\"black\"]",
                    "spaceDelimited | false | array  | p=blue+black               | [\"blue\",\"black\"]",
                    "spaceDelimited | false | object | p=R%20100%20G%20200        | {\"R\":100,\"G\":200}",
                    "pipeDelimited  | false | array  | p=blue%7Cblack             | [\"blue\",\"black\"]",
                    "pipeDelimited  | false | object | p=R%7C100%7cG%7C200        | {\"R\":100,\"G\":200}",
                    "deepObject     | true  | object | p[R]=100&p[G]=200          | {\"R\":100,\"G\":200}",
                    "deepObject     | true  | object | p%5BR%5D=100&p%5BG%5D=200  | {\"R\":100,\"G\":200}",
                })
        void ofQueries(String style, boolean explode, String kind, String query, String value) {
            Parameter parameter = parameter("query", style, explode, kind);

            assertThat(decoded(parameter, Request.of("GET", "/?" + query), Map.of()))
                    .isEqualTo(value);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '~',
                value = {
                    "false | string | blue            | \"blue\"",
                    "false | string | a, b            | \"a, b\"",
                    "false | string | 100%            | \"100%\"",
                    "false | array  | blue, black     | [\"blue\",\"black\"]",
                    "true  | array  | blue,black      | [\"blue\",\"black\"]",
                    "false | object | R,100,G,200     | {\"R\":100,\"G\":200}",
                    "true  | object | R=100, G=200    | {\"R\":100,\"G\":200}",
                })
        void ofHeaders(boolean explode, String kind, String header, String value) {
            Parameter parameter = parameter("header", "simple", explode, kind);

            assertThat(decoded(parameter, Request.of("GET", "/").withHeader("P", header), Map.of()))
                    .isEqualTo(value);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '~',
                value = {
                    "true  | string | a=1; p=blue; b=2        | \"blue\"",
                    "true  | string | p=YWJj+/==              | \"YWJj+/==\"",
                    "true  | string | p=a&b=c                 | \"a&b=c\"",
                    "true  | string | p=a%20b                 | \"a b\"",
                    "false | array  | p=blue,black            | [\"blue\",\"black\"]",
                    "true  | array  | p=blue&p=black          | [\"blue\",\"black\"]",
                    "true  | array  | p=blue; p=black         | [\"blue\",\"black\"]",
                    "false | object | p=R,100,G,200           | {\"R\":100,\"G\":200}",
                    "true  | object | R=100; G=200            | {\"R\":100,\"G\":200}",
                })
        void ofCookies(boolean explode, String kind, String cookie, String value) {
            Parameter parameter = parameter("cookie", "form", explode, kind);

            assertThat(decoded(parameter, Request.of("GET", "/").withHeader("Cookie", cookie), Map.of()))
                    .isEqualTo(value);
        }

        @Test
        void ofPipesMayStandUnescaped() {
            assertThat(decoded(
                            parameter("query", "pipeDelimited", false, "array"),
                            Request.of("GET", "/?p=a|b"),
                            Map.of()))
                    .isEqualTo("[\"a\",\"b\"]");
        }

        @Test
        void ofRepeatedHeadersAreOneList() {
            Request request = Request.of("GET", "/");
            request = request.withHeaders(request.headers().and("p", "a").and("P", "b,c"));

            assertThat(decoded(parameter("header", "simple", false, "array"), request, Map.of()))
                    .isEqualTo("[\"a\",\"b\",\"c\"]");
        }
    }

    @Nested
    class Faults {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "matrix | false | string | blue",
                    "matrix | true  | array  | ;q=blue",
                    "matrix | true  | array  | ;p=blue;q=black",
                    "matrix | true  | object | R=100",
                    "label  | false | string | blue",
                    "simple | false | object | R,100,G",
                    "simple | true  | object | R=100,G",
                    "simple | false | string | %zz",
                    "simple | false | string | %FF",
                })
        void ofPathsAreMalformed(String style, boolean explode, String kind, String raw) {
            Parameter parameter = parameter("path", style, explode, kind);

            assertThat(decoded(parameter, Request.of("GET", "/"), Map.of("p", raw)))
                    .isEqualTo("malformed");
        }

        @ParameterizedTest
        @CsvSource({
            "a=1", "''", "P=1", "p[a]=1", "pp=1", "=1",
        })
        void absentParametersAreNotFoundElsewhere(String query) {
            Request request =
                    Request.of("GET", "/?" + query).withHeader("p", "1").withHeader("Cookie", "p=1");

            assertThat(decoded(parameter("query", "form", true, "string"), request, Map.of()))
                    .isEqualTo("absent");
        }
    }

    @Nested
    class DeepObjects {
        private static final String SCHEMA = "in: query, style: deepObject, schema: {type: object, properties: "
                + "{a: {type: integer}, b: {type: object, properties: {c: {type: boolean}}}, d: {type: array, items: {type: integer}}, "
                + "e: {type: array, items: {type: object, properties: {f: {type: integer}}}}}}";

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '~',
                value = {
                    "p[a]=1&p[b][c]=true&p[d]=1&p[d]=2 | {\"a\":1,\"b\":{\"c\":true},\"d\":[1,2]}",
                    "p[d][]=1&p[d][]=2                 | {\"d\":[1,2]}",
                    "p[d][1]=1&p[d][0]=2&p[d][10]=3    | {\"d\":[2,1,3]}",
                    "p[e][0][f]=1&p[e][1][f]=2         | {\"e\":[{\"f\":1},{\"f\":2}]}",
                    "p[e]={\"f\":1}                     | {\"e\":[{\"f\":1}]}",
                    "p[b]={\"c\":true}                  | {\"b\":{\"c\":true}}",
                    "p[b]={                            | {\"b\":\"{\"}",
                    "p[a]=1&p[a]=2                     | malformed",
                    "p[x]=y                            | {\"x\":\"y\"}",
                    "p[]=y                             | {\"\":\"y\"}",
                    "p[b]=1&p[b][c]=true               | malformed",
                    "p[b][c]=true&p[b]=1               | malformed",
                    "p[x]=1&p[x][y]=2                  | malformed",
                    "p=1                               | absent",
                    "p[a=1                             | absent",
                })
        void areReadByTheirBrackets(String query, String value) {
            assertThat(decoded(Parameters.of(SCHEMA), Request.of("GET", "/?" + query), Map.of()))
                    .isEqualTo(value);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '~',
                value = {
                    "p[0][f]=1&p[1][f]=2 | [{\"f\":1},{\"f\":2}]",
                    "p[]=x               | [\"x\"]",
                    "p=x                 | [\"x\"]",
                })
        void mayBeLists(String query, String value) {
            Parameter parameter = Parameters.of("in: query, style: deepObject, schema: {type: array, items: "
                    + "{type: [object, string], properties: {f: {type: integer}}}}");

            assertThat(decoded(parameter, Request.of("GET", "/?" + query), Map.of()))
                    .isEqualTo(value);
        }

        @Test
        void areMalformedWhereTheyAreTooDeep() {
            String query = "p" + "[x]".repeat(100_000) + "=1";

            assertThat(decoded(Parameters.of(SCHEMA), Request.of("GET", "/?" + query), Map.of()))
                    .isEqualTo("malformed");
        }
    }

    @Nested
    class Types {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '~',
                value = {
                    "type: integer                        | 5       | 5",
                    "type: integer                        | -5      | -5",
                    "type: integer                        | 5.0     | 5.0",
                    "type: integer                        | 05      | \"05\"",
                    "type: integer                        | five    | \"five\"",
                    "type: integer                        | ''      | \"\"",
                    "type: integer                        | 1e9999999 | \"1e9999999\"",
                    "type: integer                        | 99999999999999999999 | 99999999999999999999",
                    "type: integer                        | -9223372036854775808 | -9223372036854775808",
                    "type: number                         | 1.50    | 1.50",
                    "type: number                         | NaN     | \"NaN\"",
                    "type: boolean                        | true    | true",
                    "type: boolean                        | True    | \"True\"",
                    "type: boolean                        | 1       | \"1\"",
                    "type: string                         | 5       | \"5\"",
                    "type: string                         | true    | \"true\"",
                    "type: string                         | null    | \"null\"",
                    "type: [integer, 'null']              | null    | null",
                    "type: [string, 'null']               | null    | \"null\"",
                    "type: [integer, string]              | 5       | 5",
                    "type: [integer, string]              | x       | \"x\"",
                    "enum: [1, 2]                         | 2       | 2",
                    "const: true                          | true    | true",
                    "$ref: '#/components/schemas/Int'     | 5       | 5",
                    "allOf: [{type: integer}, {minimum: 1}] | 5     | 5",
                    "oneOf: [{type: integer}, {type: boolean}] | true | true",
                    "anyOf: [{type: integer}, {type: 'null'}]  | 7  | 7",
                    "description: anything                | 5       | \"5\"",
                })
        void areThoseOfTheSchema(String schema, String text, String value) {
            Parameter parameter = Parameters.of("in: query, schema: {" + schema + "}");
            String sent = "''".equals(text) ? "" : text;

            assertThat(decoded(parameter, Request.of("GET", "/?p=" + sent), Map.of()))
                    .isEqualTo(value);
        }

        @Test
        void ofPropertiesAreFoundThroughReferences() {
            Parameter parameter =
                    Parameters.of("in: query, style: deepObject, schema: {$ref: '#/components/schemas/Ref'}");

            assertThat(decoded(parameter, Request.of("GET", "/?p[R]=1&p[G]=2"), Map.of()))
                    .isEqualTo("{\"R\":1,\"G\":2}");
        }
    }

    @Nested
    class Contents {
        private static final String JSON = "in: %s, content: {application/json: {schema: {type: object}}}";

        @Test
        void areReadAsJson() {
            assertThat(decoded(
                            Parameters.of(JSON.formatted("query")), Request.of("GET", "/?p=%7B%22a%22:1%7D"), Map.of()))
                    .isEqualTo("{\"a\":1}");
            assertThat(decoded(
                            Parameters.of(JSON.formatted("header")),
                            Request.of("GET", "/").withHeader("p", "{\"a\":[1,2]}"),
                            Map.of()))
                    .isEqualTo("{\"a\":[1,2]}");
            assertThat(decoded(
                            Parameters.of(JSON.formatted("cookie")),
                            Request.of("GET", "/").withHeader("Cookie", "p=%7B%22a%22:1%7D"),
                            Map.of()))
                    .isEqualTo("{\"a\":1}");
            assertThat(decoded(Parameters.of(JSON.formatted("path")), Request.of("GET", "/"), Map.of("p", "%7B%7D")))
                    .isEqualTo("{}");
        }

        @Test
        void areReadAsTextWhereTheyAreText() {
            Parameter parameter =
                    Parameters.of("in: query, content: {text/plain: {schema: {type: [integer, string]}}}");

            assertThat(decoded(parameter, Request.of("GET", "/?p=a%20b"), Map.of()))
                    .isEqualTo("\"a b\"");
            assertThat(decoded(parameter, Request.of("GET", "/?p=5"), Map.of())).isEqualTo("5");
            assertThat(new ParameterEncoder(parameter)
                            .text(plumbline.json.jackson.databind.node.JsonNodeFactory.instance.stringNode("a b")))
                    .isEqualTo("a%20b");
        }

        @Test
        void areMalformedWhereTheyAreNoJson() {
            assertThat(decoded(Parameters.of(JSON.formatted("query")), Request.of("GET", "/?p={"), Map.of()))
                    .isEqualTo("malformed");
        }
    }

    private static Parameter parameter(String in, String style, boolean explode, String kind) {
        String schema = "string".equals(kind) ? COLOR : "array".equals(kind) ? ARRAY : OBJECT;
        return Parameters.of("in: %s, style: %s, explode: %s, schema: {%s}".formatted(in, style, explode, schema));
    }

    private static String decoded(Parameter parameter, Request request, Map<String, String> path) {
        Decoded decoded = new ParameterDecoder(parameter).decode(request, path);
        if (decoded instanceof Decoded.Value value) {
            return value.candidates().get(0).toString();
        }
        return Optional.of(decoded)
                .filter(Decoded.Absent.class::isInstance)
                .map(d -> "absent")
                .orElse("malformed");
    }
}
