package plumbline.mock.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static plumbline.mock.answer.Answers.KNOWN_USER;
import static plumbline.mock.answer.Answers.get;
import static plumbline.mock.answer.Answers.json;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;

class UsersAnswerTests {
    private final Answers users = Answers.ofUsers();

    @Test
    void answersAKnownUserWithItsFixture() {
        Response response = users.conforming(get(KNOWN_USER));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers().first("Content-Type")).hasValue("application/json");
        assertThat(json(response).path("email").asString()).isEqualTo("person@example.com");
        assertThat(json(response).path("roles").size()).isEqualTo(2);
    }

    @Test
    void answersTheSameInstanceAgainBecauseItCannotVary() {
        Response first = users.to(get(KNOWN_USER));

        assertThat(users.to(get(KNOWN_USER))).isSameAs(first);
    }

    @Test
    void answersAnUnknownUserWith404() {
        Response response = users.conforming(get("/api/users/nobody"));

        assertThat(response.status()).isEqualTo(404);
        assertThat(json(response).path("type").asString()).isEqualTo("urn:plumbline:problem:unknown-item");
    }

    @Test
    void answersAnyUserFromTheExampleWhereThereAreNoFixtures() {
        Response response = Answers.ofUsersWithoutFixtures().conforming(get("/api/users/some%20one"));

        assertThat(response.status()).isEqualTo(200);
        assertThat(json(response).path("id").asString()).isEqualTo("some one");
        assertThat(json(response).path("email").asString()).isEqualTo("person@example.com");
    }

    @Test
    void findsAUserWhoseIdIsNeedlesslyEscaped() {
        assertThat(users.to(get(KNOWN_USER.replace("-", "%2D"))).status()).isEqualTo(200);
    }

    @Nested
    class Routing {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/",
                    "/api",
                    "/api/users",
                    "/api/users/",
                    "/users/x",
                    "/api/users/x/y",
                    "/api//users/x",
                    "/API/users/x"
                })
        void refusesPathsThatAreNotDocumented(String path) {
            Response response = users.to(get(path));

            assertThat(response.status()).isEqualTo(404);
            assertThat(json(response).path("detail").asString()).contains(path, "openapi/users.yaml", "/api/");
        }

        @ParameterizedTest
        @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PURGE"})
        void refusesOtherMethodsAndNamesThoseThatAreAllowed(String method) {
            Response response = users.to(get(KNOWN_USER).withMethod(method));

            assertThat(response.status()).isEqualTo(405);
            assertThat(response.headers().first("Allow")).hasValue("GET, HEAD");
        }

        @Test
        void answersHeadLikeGet() {
            assertThat(users.to(get(KNOWN_USER).withMethod("HEAD"))).isEqualTo(users.to(get(KNOWN_USER)));
        }
    }

    @Nested
    class Credentials {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "Basic",
                    "Basic ",
                    "Basic !!!",
                    "Basic bm9jb2xvbg==",
                    "Bearer abc",
                    "basicY2xpZW50OnNlY3JldA=="
                })
        void refusesWhatIsNotUserAndPassword(String value) {
            Response response = users.conforming(get(KNOWN_USER, "Authorization", value));

            assertThat(response.status()).isEqualTo(401);
            assertThat(response.headers().first("WWW-Authenticate").orElse("")).startsWith("Basic realm=\"");
            assertThat(response.body().text()).doesNotContain("person@example.com");
        }

        @Test
        void areNeeded() {
            Response response = users.to(Request.of("GET", KNOWN_USER));

            assertThat(response.status()).isEqualTo(401);
            assertThat(json(response).path("detail").asString()).isNotEmpty();
        }

        @Test
        void areAskedForBeforeAnythingElseIsJudged() {
            Request request = Request.of("GET", "/api/users/nobody").withHeader("Sequence-Version", "1999-01-01");

            assertThat(users.to(request).status()).isEqualTo(401);
        }

        @Test
        void nameTheirSchemeInAnyCase() {
            assertThat(users.to(get(KNOWN_USER, "Authorization", "bAsIc Y2xpZW50OnNlY3JldA=="))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Nested
    class ApiVersion {
        @Test
        void isAcceptedIfDocumented() {
            assertThat(users.to(get(KNOWN_USER, "Sequence-Version", "2024-07-30"))
                            .status())
                    .isEqualTo(200);
        }

        @Test
        void isRefusedOtherwiseAndTheViolationIsExplained() {
            Response response = users.conforming(get(KNOWN_USER, "Sequence-Version", "2023-01-01"));

            assertThat(response.status()).isEqualTo(422);
            var violation = json(response).path("validation").path(0);
            assertThat(violation.path("code").asString()).isEqualTo("enum");
            assertThat(violation.path("location").asString()).isEqualTo("header 'Sequence-Version'");
            assertThat(violation.path("expected").asString()).contains("2024-07-30");
            assertThat(violation.path("actual").asString()).contains("2023-01-01");
            assertThat(violation.path("contract").asString()).matches("openapi/users.yaml:\\d+:\\d+");
        }
    }

    @Nested
    class Negotiation {
        @ParameterizedTest
        @ValueSource(
                strings = {"*/*", "application/*", "application/json", "text/html, application/json;q=0.1", "nonsense"})
        void servesJsonToWhoeverAcceptsIt(String accept) {
            assertThat(users.to(get(KNOWN_USER, "Accept", accept)).status()).isEqualTo(200);
        }

        @ParameterizedTest
        @ValueSource(strings = {"text/html", "application/xml", "application/json;q=0", "*/*;q=0"})
        void refusesWhoeverDoesNot(String accept) {
            Response response = users.to(get(KNOWN_USER, "Accept", accept));

            assertThat(response.status()).isEqualTo(406);
            assertThat(json(response).path("detail").asString()).contains("application/json");
        }
    }

    @Nested
    class Wishes {
        @ParameterizedTest
        @CsvSource({"code=401,401", "code=404,404", "code=422,422", "code=429,429", "code=200,200"})
        void forADocumentedStatusAreMet(String prefer, int status) {
            Response response = users.conforming(get(KNOWN_USER, "Prefer", prefer));

            assertThat(response.status()).isEqualTo(status);
            assertThat(response.headers().first("Preference-Applied")).hasValue(prefer);
        }

        @Test
        void forAnUndocumentedStatusAreRefused() {
            Response response = users.to(get(KNOWN_USER, "Prefer", "code=418"));

            assertThat(response.status()).isEqualTo(404);
            assertThat(json(response).path("detail").asString()).contains("200, 401, 404, 422, 429", "418");
        }

        @Test
        void forAnExampleAreMet() {
            Response response = users.conforming(get("/api/users/me", "Prefer", "example=salesAndFinance"));

            assertThat(json(response).path("id").asString()).isEqualTo("me");
            assertThat(json(response).path("roles").size()).isEqualTo(2);
        }

        @Test
        void forAnUnknownExampleAreRefused() {
            assertThat(users.to(get(KNOWN_USER, "Prefer", "example=other")).status())
                    .isEqualTo(404);
        }

        @Test
        void forASampleAreMetWithTheSameOneEachTime() {
            Response response = users.conforming(get(KNOWN_USER, "Prefer", "dynamic=true"));

            assertThat(users.to(get(KNOWN_USER, "Prefer", "dynamic=true"))).isEqualTo(response);
            assertThat(json(response).path("email").asString()).isNotEqualTo("person@example.com");
            assertThat(KNOWN_USER).endsWith(json(response).path("id").asString());
        }

        @Test
        void forAWaitAreMet() {
            assertThat(users.answer(get(KNOWN_USER, "Prefer", "wait=1.5")).delay())
                    .isEqualTo(Duration.ofMillis(1500));
            assertThat(users.answer(get(KNOWN_USER, "Prefer", "code=404, wait=2"))
                            .delay())
                    .isEqualTo(Duration.ofSeconds(2));
        }

        @Test
        void mayBeSaidInTheQuery() {
            assertThat(users.to(get(KNOWN_USER + "?__code=404")).status()).isEqualTo(404);
            assertThat(users.to(get(KNOWN_USER + "?__code=404", "Prefer", "code=422"))
                            .status())
                    .isEqualTo(422);
        }

        @ParameterizedTest
        @ValueSource(strings = {"code=abc", "code=99", "dynamic=maybe", "wait=soon", "wait=-1", "example="})
        void thatCannotBeReadAreExplained(String prefer) {
            Response response = users.to(get(KNOWN_USER, "Prefer", prefer));

            assertThat(response.status()).isEqualTo(422);
            assertThat(json(response).path("detail").asString()).contains(prefer);
        }

        @Test
        void thatAreNotKnownAreIgnored() {
            Response response = users.to(get(KNOWN_USER, "Prefer", "respond-async, handling=lenient"));

            assertThat(response.status()).isEqualTo(200);
            assertThat(response.headers().contains("Preference-Applied")).isFalse();
        }
    }

    @Nested
    class PagesOfOtherOrigins {
        @Test
        void areAnsweredBeforeTheyAsk() {
            Response response = users.to(Request.of("OPTIONS", KNOWN_USER)
                    .withHeader("Origin", "http://localhost:3000")
                    .withHeader("Access-Control-Request-Method", "GET")
                    .withHeader("Access-Control-Request-Headers", "authorization, sequence-version"));

            assertThat(response.status()).isEqualTo(204);
            assertThat(response.headers().first("Access-Control-Allow-Origin")).hasValue("http://localhost:3000");
            assertThat(response.headers().first("Access-Control-Allow-Methods").orElse(""))
                    .contains("GET");
            assertThat(response.headers().first("Access-Control-Allow-Headers"))
                    .hasValue("authorization, sequence-version");
        }

        @Test
        void mayReadEveryAnswer() {
            for (String target : new String[] {KNOWN_USER, "/api/users/nobody", "/nowhere"}) {
                Response response = users.to(get(target, "Origin", "http://localhost:3000"));

                assertThat(response.headers().first("Access-Control-Allow-Origin"))
                        .hasValue("http://localhost:3000");
            }
        }

        @Test
        void mayAskWithCredentialsIfTheyAreOfThisMachineOrNamed() {
            Answers named = Answers.ofUsers(AnswerOptions.defaults().withOrigins(Set.of("https://app.example.com")));
            String credentials = "Access-Control-Allow-Credentials";

            for (String origin : new String[] {"https://app.example.com", "http://localhost:1", "http://[::1]:80"}) {
                assertThat(named.to(get(KNOWN_USER, "Origin", origin)).headers().first(credentials))
                        .hasValue("true");
            }
            for (String origin : new String[] {"https://evil.example.com", "http://localhost.example.com", "null"}) {
                Response response = named.to(get(KNOWN_USER, "Origin", origin));
                assertThat(response.headers().first("Access-Control-Allow-Origin"))
                        .hasValue("*");
                assertThat(response.headers().contains(credentials)).isFalse();
            }
        }
    }
}
