package plumbline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.contract.http.Request;
import plumbline.contract.validation.RequestValidator;
import plumbline.contract.validation.Schemas;

class AlikePathsTests {
    @Nested
    class ConcretePaths {
        private static final Contract CONTRACT = Contracts.ofOperations(
                "/",
                "GET /p/{a}/{b}",
                "GET /p/{c}/votes",
                "GET /p/{d}/votes/{e}",
                "GET /p/{f}/{g}/last",
                "GET /q/{x}.{y}/z",
                "GET /q/{all}/{z}");

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "/p/1/votes      | GET /p/{c}/votes {c=1}",
                    "/p/1/other      | GET /p/{a}/{b} {a=1, b=other}",
                    "/p/1/votes/2    | GET /p/{d}/votes/{e} {d=1, e=2}",
                    "/p/1/votes/last | GET /p/{d}/votes/{e} {d=1, e=last}",
                    "/p/1/x/last     | GET /p/{f}/{g}/last {f=1, g=x}",
                    "/q/a.b/z        | GET /q/{x}.{y}/z {x=a, y=b}",
                    "/q/a.b/c        | GET /q/{all}/{z} {all=a.b, z=c}",
                })
        void winWhateverParametersAreCalled(String path, String expected) {
            assertThat(describe(CONTRACT.match("GET", path))).isEqualTo(expected);
        }
    }

    @Nested
    class ParametersThatTakeMore {
        private static final Contract CONTRACT = Contracts.ofOperations(
                "/",
                "GET /{proxy+}",
                "GET /files/{path*}",
                "GET /files/{path*}/raw",
                "GET /files/index",
                "POST /jobs/{+name}:cancel");

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "GET  | /a                 | GET /{proxy+} {proxy=a}",
                    "GET  | /a/b/c/            | GET /{proxy+} {proxy=a/b/c/}",
                    "GET  | /files/a/b         | GET /files/{path*} {path=a/b}",
                    "GET  | /files/a/b/raw     | GET /files/{path*} {path=a/b/raw}",
                    "GET  | /files/index       | GET /files/index {}",
                    "GET  | /files/index/x     | GET /files/{path*} {path=index/x}",
                    "POST | /jobs/a/b/c:cancel | POST /jobs/{+name}:cancel {name=a/b/c}",
                    "GET  | /                  | no path",
                })
        void areReadAsGatewaysReadThem(String method, String path, String expected) {
            assertThat(describe(CONTRACT.match(method, path))).isEqualTo(expected);
        }

        @Test
        void areFoundHoweverLongThePath() {
            assertThat(CONTRACT.match("GET", "/files" + "/a".repeat(50_000))).isInstanceOf(Match.Found.class);
        }
    }

    @Nested
    class Equals {
        private static final String DOCUMENT = """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /users/{id}:
                get:
                  parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
                  responses: {'200': {description: OK}}
              /users/{name}:
                get:
                  parameters: [{name: name, in: path, required: true, schema: {type: string, pattern: '^[a-z]+$'}}]
                  responses: {'200': {description: OK}}
              /files/{name}.{ext}:
                get:
                  parameters:
                    - {name: name, in: path, required: true, schema: {type: string}}
                    - {name: ext, in: path, required: true, schema: {type: string, enum: [gz, tar.gz]}}
                    - {name: plain, in: query, schema: {type: boolean}}
                  responses: {'200': {description: OK}}
              /#Action=Add:
                get:
                  parameters: [{name: Action, in: query, required: true, schema: {type: string, enum: [Add]}}]
                  responses: {'200': {description: OK}}
              /#Action=Drop:
                get:
                  parameters: [{name: Action, in: query, required: true, schema: {type: string, enum: [Drop]}}]
                  responses: {'200': {description: OK}}
              /stalls#mode=all:
                get:
                  parameters: [{name: mode, in: query, required: true, schema: {type: string, enum: [all]}}]
                  responses: {'200': {description: OK}}
              /stalls:
                get: {responses: {'200': {description: OK}}}
              /shops:
                get:
                  parameters: [{name: page, in: query, schema: {type: integer}}]
                  responses: {'200': {description: OK}}
              /shops#mode=all:
                get:
                  parameters: [{name: mode, in: query, required: true, schema: {type: string, enum: [all]}}]
                  responses: {'200': {description: OK}}
            """;
        private final Contract contract = Contracts.read(DOCUMENT);
        private final RequestValidator requests = new RequestValidator(new Schemas(contract.version()));

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "/users/7            | GET /users/{id} {id=7}",
                    "/users/ann          | GET /users/{name} {name=ann}",
                    "/users/ANN          | GET /users/{id} {id=ANN}",
                    "/files/a.b.gz       | GET /files/{name}.{ext} {ext=gz, name=a.b}",
                    "/files/a.tar.gz     | GET /files/{name}.{ext} {ext=gz, name=a.tar}",
                    "/files/a.zip        | GET /files/{name}.{ext} {ext=zip, name=a}",
                    "/files/a.gz?plain=x | GET /files/{name}.{ext} {ext=gz, name=a}",
                    "/?Action=Drop       | GET /#Action=Drop {}",
                    "/?Action=Add        | GET /#Action=Add {}",
                    "/?Action=None       | GET /#Action=Add {}",
                    "/shops              | GET /shops {}",
                    "/shops?mode=all     | GET /shops#mode=all {}",
                    "/shops?mode=some    | GET /shops {}",
                    "/shops?page=x       | GET /shops {}",
                })
        void areToldApartByTheirParameters(String target, String expected) {
            assertThat(describe(requests.match(contract, Request.of("GET", target))))
                    .isEqualTo(expected);
        }

        @ParameterizedTest
        @ValueSource(strings = {"/shops", "/stalls"})
        void meanWhatAsksForLeastWhereNothingIsSaidOfTheQuery(String path) {
            assertThat(describe(contract.match("GET", path))).isEqualTo("GET " + path + " {}");
        }

        @Test
        void includeTheWaysToSplitASegment() {
            Contract dotted = Contracts.read(DOCUMENT.replace("enum: [gz, tar.gz]", "enum: [tar.gz]"));

            assertThat(describe(requests.match(dotted, Request.of("GET", "/files/v1.a.tar.gz"))))
                    .isEqualTo("GET /files/{name}.{ext} {ext=tar.gz, name=v1.a}");
        }
    }

    @Nested
    class QueriesInPaths {
        private static final Contract CONTRACT = Contracts.ofOperations(
                "/",
                "GET /cakes/{cake}?api-version=2025",
                "GET /cakes/{cake}?api-version=2026",
                "GET /cakes/{cake}?api-version=2026&top={top}",
                "POST /cakes/{cake}?do=bake",
                "GET /pies#top");

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "/cakes/a?api-version=2025       | GET /cakes/{cake}?api-version=2025 {cake=a}",
                    "/cakes/a?x=1&api-version=2026   | GET /cakes/{cake}?api-version=2026 {cake=a}",
                    "/cakes/a?top=3&api-version=2026 | GET /cakes/{cake}?api-version=2026&top={top} {cake=a, top=3}",
                    "/cakes/a?api-version=2027       | no path",
                    "/cakes/a                        | no path",
                    "/cakes/a?do=bake                | [POST]",
                    "/pies                           | GET /pies#top {}",
                })
        void areAskedFor(String target, String expected) {
            assertThat(describe(CONTRACT.match(Request.of("GET", target), found -> true)))
                    .isEqualTo(expected);
        }

        @ParameterizedTest
        @ValueSource(strings = {"?api-version=2025", "?api-version=2026&top=", "?do=bake"})
        void areInRequestsThatAreMade(String query) {
            assertThat(CONTRACT.operations())
                    .anySatisfy(operation -> assertThat(operation.template().query(java.util.Map.of("top", "")))
                            .isEqualTo(query.substring(1)));
        }

        @Test
        void areWarnedOf() {
            assertThat(CONTRACT.warnings())
                    .anySatisfy(problem -> assertThat(problem.toString())
                            .contains("it is taken for /cakes/{cake} with the query api-version=2025"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /a/{x}   | GET /{y}/b         | true",
                "GET /a/{x}/c | GET /a/{y}/{z}     | false",
                "GET /a/{x}/c | GET /a/b/{z}       | true",
                "GET /{x}/c   | GET /a/{y}         | true",
                "GET /a/{x}   | POST /{y}/b        | false",
                "GET /a/{x}/c | GET /b/{y}/c       | false",
                "GET /a/{x}?p=1 | GET /{y}/b       | true",
            })
    void areWarnedOfWhereNeitherIsMoreConcrete(String one, String other, boolean warned) {
        assertThat(Contracts.ofOperations("/", one, other).warnings().stream()
                        .anyMatch(problem -> problem.toString().contains("neither is the more concrete")))
                .isEqualTo(warned);
    }

    private static String describe(Match match) {
        return match.fold(
                found -> found.operation().title() + " " + new TreeMap<>(found.pathValues()),
                wrong -> wrong.allowed().toString(),
                () -> "no path");
    }
}
