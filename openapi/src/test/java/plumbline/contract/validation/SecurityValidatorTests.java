package plumbline.contract.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.contract.Contracts;
import plumbline.contract.http.Request;
import plumbline.contract.operation.Operation;

class SecurityValidatorTests {
    @Nested
    class Schemes {
        @ParameterizedTest
        @CsvSource({
            "basic, Authorization, Basic YTpi, true",
            "basic, Authorization, basic   YTpi, true",
            "basic, Authorization, Basic YTo=, true",
            "basic, Authorization, Basic YQ==, false",
            "basic, Authorization, Basic ???, false",
            "basic, Authorization, Basic, false",
            "basic, Authorization, BasicYTpi, false",
            "basic, Authorization, Bearer YTpi, false",
            "basic, Authorization, '', false",
            "basic, X-Other, Basic YTpi, false",
            "bearer, Authorization, Bearer abc, true",
            "bearer, Authorization, BEARER abc, true",
            "bearer, Authorization, Bearer, false",
            "bearer, Authorization, Basic YTpi, false",
            "digest, Authorization, Digest username=x, true",
            "hoba, authorization, HOBA result=x, true",
            "hoba, Authorization, Bearer x, false",
            "oauth, Authorization, Bearer x, true",
            "oidc, Authorization, Bearer x, true",
            "oidc, Authorization, Basic YTpi, false",
            "header, X-Key, k, true",
            "header, x-key, k, true",
            "header, X-Key, ' ', false",
            "header, Cookie, X-Key=k, false",
            "cookie, Cookie, a=1; key=k, true",
            "cookie, Cookie, a=1; key=, false",
            "cookie, Cookie, xkey=k, false",
            "cookie, key, k, false",
            "query, key, k, false",
            "mutual, X-Other, x, true"
        })
        void areMetOrNot(String scheme, String header, String value, boolean met) {
            Operation operation = operation("[{" + scheme + ": []}]");

            List<Violation> violations = new SecurityValidator()
                    .validate(operation, Request.of("GET", "/a").withHeader(header, value));

            assertThat(violations.isEmpty()).isEqualTo(met);
        }

        @ParameterizedTest
        @CsvSource({
            "/a?key=k, true",
            "/a?x=1&key=k, true",
            "/a?key=, false",
            "/a?key, false",
            "/a?xkey=k, false",
            "/a, false"
        })
        void mayBeInTheQuery(String target, boolean met) {
            assertThat(new SecurityValidator()
                            .validate(operation("[{query: []}]"), Request.of("GET", target))
                            .isEmpty())
                    .isEqualTo(met);
        }
    }

    @Nested
    class Optional {
        @ParameterizedTest
        @CsvSource({
            "'', 0",
            "Basic Y2xpZW50OnNlY3JldA==, 0",
            "Basic !, 1",
            "Bearer x, 1",
        })
        void areRightWhereTheyAreShown(String authorization, int violations) {
            Request request = Request.of("GET", "/a");

            assertThat(new SecurityValidator()
                            .validate(
                                    operation("[{}, {basic: []}]"),
                                    authorization.isEmpty()
                                            ? request
                                            : request.withHeader("Authorization", authorization)))
                    .hasSize(violations);
        }
    }

    @Nested
    class Combinations {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '~',
                value = {
                    "[{header: [], query: []}]     | true  | true  | 0",
                    "[{header: [], query: []}]     | true  | false | 1",
                    "[{header: [], query: []}]     | false | false | 2",
                    "[{header: []}, {query: []}]   | true  | false | 0",
                    "[{header: []}, {query: []}]   | false | true  | 0",
                    "[{header: []}, {query: []}]   | false | false | 1",
                    "[{header: []}, {}]            | false | false | 0",
                    "[{header: []}, {}]            | true  | false | 0",
                    "[]                            | false | false | 0",
                    "[{header: [], query: []}, {basic: []}] | true | false | 1",
                })
        void needAllOfOneAlternative(String security, boolean header, boolean query, int violations) {
            Request request = Request.of("GET", query ? "/a?key=k" : "/a");

            assertThat(new SecurityValidator()
                            .validate(operation(security), header ? request.withHeader("X-Key", "k") : request))
                    .hasSize(violations);
        }

        @Test
        void ofTheContractApplyWhereTheOperationHasNone() {
            assertThat(new SecurityValidator().validate(operation(""), Request.of("GET", "/a")))
                    .hasSize(1);
        }
    }

    @Test
    void neverShowsWhatWasSent() {
        Request request = Request.of("GET", "/a").withHeader("Authorization", "Basic c2VjcmV0");

        List<Violation> violations = new SecurityValidator().validate(operation("[{basic: []}]"), request);

        assertThat(violations).singleElement().satisfies(violation -> {
            assertThat(violation.rule()).isEqualTo("security");
            assertThat(violation.location()).hasToString("credentials 'basic'");
            assertThat(violation.toString() + violation.actual() + violation.expected())
                    .doesNotContain("c2VjcmV0")
                    .doesNotContain("secret!");
            assertThat(violation.contractPlace()).isNotNull();
        });
    }

    private static Operation operation(String security) {
        return Contracts.read("""
            openapi: 3.1.0
            info: {title: T, version: '1'}
            security: [{basic: []}]
            paths:
              /a:
                get:
                  %s
                  responses: {'200': {description: OK}}
            components:
              securitySchemes:
                basic: {type: http, scheme: basic}
                bearer: {type: http, scheme: Bearer}
                digest: {type: http, scheme: digest}
                hoba: {type: http, scheme: HOBA}
                oauth: {type: oauth2, flows: {}}
                oidc: {type: openIdConnect, openIdConnectUrl: https://x.example}
                header: {type: apiKey, in: header, name: X-Key}
                query: {type: apiKey, in: query, name: key}
                cookie: {type: apiKey, in: cookie, name: key}
                mutual: {type: mutualTLS}
            """.formatted(security.isEmpty() ? "summary: x" : "security: " + security))
                .operations()
                .get(0);
    }
}
