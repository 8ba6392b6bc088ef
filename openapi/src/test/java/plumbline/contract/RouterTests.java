package plumbline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouterTests {
    private static final Contract CONTRACT = Contracts.ofOperations(
            "https://x.example/api",
            "GET /",
            "GET /users",
            "POST /users",
            "GET /users/{id}",
            "DELETE /users/{id}",
            "GET /users/me",
            "GET /users/{id}/posts",
            "GET /users/me/{part}/x",
            "GET /users/{userId}/{other}/y",
            "GET /files/{name}.{ext}",
            "GET /files/{name}.json",
            "GET /files/{any}",
            "POST /jobs/{id}:cancel",
            "POST /jobs/{id}:restart",
            "GET /v{major}.{minor}/x",
            "GET /caf%C3%A9/{x}",
            "HEAD /only-head",
            "OPTIONS /with-options",
            "GET /with-options",
            "GET /a/{x}/b/c",
            "GET /a/{y}/{z}/d",
            "GET /pair/{a}-{b}",
            "GET /{first}/last/");

    @Nested
    class Paths {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "GET    | /api/                    | GET /                        | {}",
                    "GET    | /api/users               | GET /users                   | {}",
                    "GET    | /api/users/7             | GET /users/{id}              | {id=7}",
                    "DELETE | /api/users/7             | DELETE /users/{id}           | {id=7}",
                    "GET    | /api/users/me            | GET /users/me                | {}",
                    "GET    | /api/users/m%65          | GET /users/me                | {}",
                    "GET    | /api/users/Me            | GET /users/{id}              | {id=Me}",
                    "GET    | /api/users/me/posts      | GET /users/{id}/posts        | {id=me}",
                    "GET    | /api/users/me/p/x        | GET /users/me/{part}/x       | {part=p}",
                    "GET    | /api/users/me/p/y        | GET /users/{userId}/{other}/y | {other=p, userId=me}",
                    "GET    | /api/users/a%2Fb         | GET /users/{id}              | {id=a%2Fb}",
                    "GET    | /api/users/a%20b         | GET /users/{id}              | {id=a%20b}",
                    "GET    | /api/users/%zz           | GET /users/{id}              | {id=%zz}",
                    "GET    | /api/users/..            | GET /users/{id}              | {id=..}",
                    "GET    | /api/files/a.json        | GET /files/{name}.json       | {name=a}",
                    "GET    | /api/files/a.b.json      | GET /files/{name}.json       | {name=a.b}",
                    "GET    | /api/files/a.tar.gz      | GET /files/{name}.{ext}      | {ext=gz, name=a.tar}",
                    "GET    | /api/files/plain         | GET /files/{any}             | {any=plain}",
                    "GET    | /api/files/.json         | GET /files/{any}             | {any=.json}",
                    "GET    | /api/files/a.            | GET /files/{any}             | {any=a.}",
                    "POST   | /api/jobs/5:cancel       | POST /jobs/{id}:cancel       | {id=5}",
                    "POST   | /api/jobs/5%3Acancel     | POST /jobs/{id}:cancel       | {id=5}",
                    "POST   | /api/jobs/5:restart      | POST /jobs/{id}:restart      | {id=5}",
                    "POST   | /api/jobs/a:b:cancel     | POST /jobs/{id}:cancel       | {id=a:b}",
                    "GET    | /api/v1.20/x             | GET /v{major}.{minor}/x      | {major=1, minor=20}",
                    "GET    | /api/café/1              | GET /caf%C3%A9/{x}           | {x=1}",
                    "GET    | /api/caf%c3%a9/1         | GET /caf%C3%A9/{x}           | {x=1}",
                    "GET    | /api/a/1/b/c             | GET /a/{x}/b/c               | {x=1}",
                    "GET    | /api/a/1/b/d             | GET /a/{y}/{z}/d             | {y=1, z=b}",
                    "GET    | /api/pair/1-2            | GET /pair/{a}-{b}            | {a=1, b=2}",
                    "GET    | /api/pair/1-2-3          | GET /pair/{a}-{b}            | {a=1-2, b=3}",
                    "GET    | /api/q/last/             | GET /{first}/last/           | {first=q}",
                    "HEAD   | /api/users/7             | GET /users/{id}              | {id=7}",
                    "HEAD   | /api/only-head           | HEAD /only-head              | {}",
                    "OPTIONS | /api/with-options       | OPTIONS /with-options        | {}",
                })
        void leadToOneOperation(String method, String path, String title, String values) {
            assertThat(describe(CONTRACT.match(method, path))).isEqualTo(title + " " + values);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/",
                    "/api",
                    "/users",
                    "/apix/users",
                    "/api/users/",
                    "/api/users//posts",
                    "/api//users",
                    "/api/users/7/",
                    "/api/users/7/posts/",
                    "/api/users%2F7",
                    "/api/v1/x",
                    "/api/jobs/:cancel",
                    "/api/pair/1",
                    "/api/pair/-2",
                    "/api/unknown",
                    "",
                    "/API/users",
                    "/api/a/1/b"
                })
        void leadNowhereWhereNoneIsDocumented(String path) {
            assertThat(CONTRACT.match("GET", path)).isEqualTo(new Match.NoPath());
        }

        @Test
        void leadNowhereHoweverLongTheyAre() {
            assertThat(CONTRACT.match("GET", "/api" + "/a".repeat(100_000))).isEqualTo(new Match.NoPath());
        }
    }

    @Nested
    class Methods {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "PUT     | /api/users           | [GET, HEAD, POST]",
                    "PUT     | /api/users/7         | [DELETE, GET, HEAD]",
                    "GET     | /api/jobs/5:cancel   | [POST]",
                    "HEAD    | /api/jobs/5:cancel   | [POST]",
                    "GET     | /api/only-head       | [HEAD]",
                    "OPTIONS | /api/users           | [GET, HEAD, POST]",
                    "get     | /api/users           | [GET, HEAD, POST]",
                })
        void thatAreNotDocumentedAreToldWhatIs(String method, String path, String allowed) {
            assertThat(describe(CONTRACT.match(method, path))).isEqualTo(allowed);
        }
    }

    @Test
    void findsEachOfAThousandOperations() {
        String[] titles = Stream.iterate(0, i -> i < 1000, i -> i + 1)
                .map(i -> "GET /r" + i / 10 + "/{id" + i / 10 + "}/s" + i % 10)
                .toArray(String[]::new);
        Contract contract = Contracts.ofOperations("/", titles);

        for (int i = 0; i < 1000; i++) {
            assertThat(describe(contract.match("GET", "/r" + i / 10 + "/x/s" + i % 10)))
                    .isEqualTo(titles[i] + " {id" + i / 10 + "=x}");
        }
    }

    private static String describe(Match match) {
        return match.fold(
                found -> found.operation().title() + " " + sorted(found.pathValues()),
                wrong -> wrong.allowed().toString(),
                () -> "no path");
    }

    private static Map<String, String> sorted(Map<String, String> values) {
        return new java.util.TreeMap<>(values);
    }
}
