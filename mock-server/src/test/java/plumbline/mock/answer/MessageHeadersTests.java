package plumbline.mock.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.contract.http.Headers;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;

class MessageHeadersTests {
    private final Answers answers = Answers.ofText("""
        openapi: 3.0.3
        info: {title: Zip, version: '1'}
        paths:
          /all:
            get:
              responses:
                '200':
                  description: all
                  headers:
                    Content-Encoding: {schema: {type: string, enum: [gzip, br]}}
                    Content-Length: {required: true, schema: {type: integer, example: 3}}
                    Transfer-Encoding: {schema: {type: string, enum: [chunked]}}
                    Connection: {schema: {type: string, enum: [close]}}
                    Date: {schema: {type: string}}
                    ETag: {schema: {type: string}}
                    Last-Modified: {schema: {type: string}}
                    Content-MD5: {schema: {type: string}}
                    Digest: {schema: {type: string}}
                    Content-Range: {schema: {type: string}}
                    Vary: {schema: {type: string}}
                    Cache-Control: {schema: {type: string}}
                    Retry-After: {schema: {type: integer}}
                    Location: {schema: {type: string, format: uri}}
                    Link: {schema: {type: string}}
                    Set-Cookie: {schema: {type: string}}
                    Content-Language: {schema: {type: string, enum: [de]}}
                    X-RateLimit-Limit: {schema: {type: integer}}
                    X-RateLimit-Remaining: {schema: {type: string}}
                    X-RateLimit-Reset: {schema: {type: string, format: date-time}}
                    X-Own: {example: mine, schema: {type: string}}
                  content: {application/json: {example: {a: 1}}}
          /moved:
            get:
              responses:
                '302':
                  description: moved
                  headers: {Location: {required: true, schema: {type: string}}}
          /secret:
            get:
              responses:
                '200': {description: OK}
                '401':
                  description: no
                  headers: {WWW-Authenticate: {required: true, schema: {type: string}}}
                  content: {application/json: {schema: {type: object}}}
        """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Last-Modified         | [A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} 202[0-9] [0-9:]{8} GMT",
                "ETag                  | \"[0-9a-f]{16}\"",
                "Content-MD5           | [A-Za-z0-9+/]{22}==",
                "Digest                | SHA-256=[A-Za-z0-9+/]{43}=",
                "Content-Range         | bytes 0-6/7",
                "Vary                  | Accept",
                "Cache-Control         | no-cache",
                "Retry-After           | 30",
                "Location              | http://shop.example/all",
                "Link                  | <http://shop.example/all>; rel=\"self\"",
                "Set-Cookie            | session=[0-9a-f]{24}; Path=/; HttpOnly",
                "Content-Language      | de",
                "X-RateLimit-Limit     | 1000",
                "X-RateLimit-Remaining | 999",
                "X-RateLimit-Reset     | [0-9]{4}-.*Z",
                "X-Own                 | mine",
            })
    void areTrueOrPlausible(String name, String pattern) {
        assertThat(all().first(name).orElse("")).matches(pattern);
    }

    @ParameterizedTest
    @CsvSource({"Date", "Content-Encoding", "Content-Length", "Transfer-Encoding", "Connection"})
    void areLeftToTheServerWhereTheyFrameTheMessage(String name) {
        assertThat(all().contains(name)).isFalse();
    }

    @Test
    void leadElsewhereButNotBackToTheSamePath() {
        assertThat(answers.to(Request.of("GET", "/moved")).headers().first("Location"))
                .contains("/");
    }

    @Test
    void tellHowToShowCredentialsThoughNoneAreDescribed() {
        Response response = answers.to(Request.of("GET", "/secret").withHeader("Prefer", "code=401"));

        assertThat(response.headers().first("WWW-Authenticate")).contains("Bearer realm=\"Zip\"");
    }

    private Headers all() {
        return answers.to(Request.of("GET", "/all").withHeader("Host", "shop.example"))
                .headers();
    }
}
