package plumbline.mock.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static plumbline.mock.answer.Answers.KNOWN_USER;
import static plumbline.mock.answer.Answers.get;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.contract.http.Request;
import plumbline.mock.engine.EngineAnswer;

/** RFC 7240, section 3: the header names what was applied, and nothing else. */
class AppliedPreferencesTests {
    private static final String HEADER = "Preference-Applied";
    private static final String DOCUMENT = """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /a:
                get:
                  parameters: [{name: n, in: query, schema: {type: integer}}]
                  responses:
                    '200':
                      description: OK
                      content:
                        application/json:
                          schema: {type: string}
                          examples: {plain: {value: p}, 'a, b': {value: q}, 'a"b\\c': {value: r}, größe: {value: s}}
                    '202': {description: OK, content: {application/json: {schema: {type: string}}}}
                    '204': {description: nothing}
            """;

    private final Answers users = Answers.ofUsers();

    @TempDir
    private Path folder = Path.of("");

    private EngineAnswer document(String target, String... prefer) throws IOException {
        Request request = Request.of("GET", target);
        for (String line : prefer) {
            request = request.withHeader("Prefer", line);
        }
        return Answers.of(Files.writeString(folder.resolve("api.yaml"), DOCUMENT))
                .answer(request);
    }

    private static void assertNothingIsApplied(EngineAnswer answer) {
        assertThat(answer.response().headers().contains(HEADER)).isFalse();
        assertThat(answer.delay()).isZero();
    }

    @Nested
    class NothingIsApplied {
        @Test
        void withoutCredentials() {
            EngineAnswer answer =
                    users.answer(Request.of("GET", KNOWN_USER).withHeader("Prefer", "code=200, dynamic=true, wait=1"));

            assertThat(answer.response().status()).isEqualTo(401);
            assertNothingIsApplied(answer);
        }

        @Test
        void toAnInvalidRequest() {
            EngineAnswer answer =
                    users.answer(get(KNOWN_USER, "Sequence-Version", "1999-01-01", "Prefer", "code=200, wait=1"));

            assertThat(answer.response().status()).isEqualTo(422);
            assertNothingIsApplied(answer);
        }

        @ParameterizedTest
        @CsvSource({"code=418, 404", "code=abc, 422", "example=other, 404"})
        void whereAWishCannotBeFulfilled(String wish, int status) {
            EngineAnswer answer = users.answer(get(KNOWN_USER, "Prefer", wish + ", wait=1"));

            assertThat(answer.response().status()).isEqualTo(status);
            assertNothingIsApplied(answer);
        }

        @Test
        void whereNoAcceptedMediaTypeIsDocumented() {
            EngineAnswer answer = users.answer(get(KNOWN_USER, "Accept", "text/html", "Prefer", "code=200, wait=1"));

            assertThat(answer.response().status()).isEqualTo(406);
            assertNothingIsApplied(answer);
        }

        @Test
        void toAPreflight() {
            assertNothingIsApplied(users.answer(Request.of("OPTIONS", KNOWN_USER)
                    .withHeader("Origin", "http://localhost:3000")
                    .withHeader("Access-Control-Request-Method", "GET")
                    .withHeader("Prefer", "code=200, wait=1")));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // There is no body that an example or a sample could be.
                "code=204, example=plain              | code=204",
                "code=204, dynamic=true               | code=204",
                // The example is taken rather than a sample.
                "example=plain, dynamic=true          | example=plain",
                "code=200, dynamic=true               | code=200, dynamic=true",
                "code=200, dynamic=false              | code=200, dynamic=false",
                // There is no example, so that there is a sample all the same.
                "code=202, dynamic=false              | code=202",
                // The first of its kind counts.
                "code=204, code=200, respond-async    | code=204",
                "CODE = 204;foo=bar                   | code=204"
            })
    void namesOnlyWhatMadeTheAnswer(String prefer, String applied) throws IOException {
        assertThat(document("/a", prefer).response().headers().all(HEADER)).containsExactly(applied);
    }

    @Test
    void namesWhatAFixtureFulfils() {
        EngineAnswer answer = users.answer(get(KNOWN_USER, "Prefer", "dynamic=false, wait=0.5"));

        assertThat(answer.response().headers().all(HEADER)).containsExactly("dynamic=false, wait=0.5");
    }

    @Test
    void namesTheWaitForAnUnknownItemOnly() {
        EngineAnswer answer = users.answer(get("/api/users/nobody", "Prefer", "dynamic=false, wait=1"));

        assertThat(answer.response().status()).isEqualTo(404);
        assertThat(answer.response().headers().all(HEADER)).containsExactly("wait=1");
        assertThat(answer.delay()).isEqualTo(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"example=plain", "example=\"plain\"", "example=\"a, b\"", "example=\"a\\\"b\\\\c\""})
    void keepsTheQuotesOfTheClient(String prefer) throws IOException {
        assertThat(document("/a", prefer).response().headers().all(HEADER)).containsExactly(prefer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/a?__example=plain         | example=plain",
                "/a?__example=a,%20b        | example=\"a, b\"",
                "/a?__example=a%22b%5Cc     | example=\"a\\\"b\\\\c\"",
                "/a?__example=gr%C3%B6%C3%9Fe | example"
            })
    void quotesWhatCameWithoutQuotesButNeedsThem(String target, String applied) throws IOException {
        assertThat(document(target).response().headers().all(HEADER)).containsExactly(applied);
    }

    @ParameterizedTest
    @CsvSource({
        "wait=300, 300, wait=300",
        "wait=300.001, 300, wait=300",
        "wait=9999, 300, wait=300",
        "wait=0, 0, wait=0"
    })
    void tellsTheWaitAsItWas(String prefer, int seconds, String applied) throws IOException {
        EngineAnswer answer = document("/a", prefer);

        assertThat(answer.delay()).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(answer.response().headers().all(HEADER)).containsExactly(applied);
    }

    @Test
    void aSeedChoosesAmongSamples() throws IOException {
        String prefer = "dynamic=true, seed=";
        EngineAnswer first = document("/a", prefer + "one");
        String sample = Answers.json(first.response()).asString();

        assertThat(first.response().headers().first(HEADER)).hasValue(prefer + "one");
        assertThat(Answers.json(document("/a", prefer + "one").response()).asString())
                .isEqualTo(sample);
        assertThat(Answers.json(document("/a", prefer + "2").response()).asString())
                .isNotEqualTo(sample);
        assertThat(document("/a", "seed=2").response().headers().contains(HEADER))
                .isFalse();
        assertThat(document("/a", "seed=").response().status()).isEqualTo(422);
    }
}
