package plumbline.mock.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.mock.engine.EngineException;
import plumbline.mock.engine.EngineSettings;
import plumbline.mock.engine.StubFileException;

class UserStubsTests extends EngineTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void winOverTheContract() throws Exception {
        write("mappings/special.json", """
                {"request": {"method": "GET", "urlPath": "/users/42"},
                 "response": {"status": 418, "body": "teapot"}}
                """);
        WireMockEngine engine = start();

        HttpResponse<String> response = exchange(engine, "GET", "/users/42", "");

        assertThat(response.statusCode()).isEqualTo(418);
        assertThat(response.body()).isEqualTo("teapot");
        assertThat(response.headers().firstValue("Matched-Stub-Id")).isPresent();
        assertThat(received).isEmpty();
        assertThat(get(engine, "/users/43")).isEqualTo("contract");
    }

    @Test
    void mayStandInOneFileAndInFolders() throws Exception {
        write("mappings/deep/many.json", """
                {"mappings": [
                 {"request": {"urlPath": "/a"}, "response": {"body": "A"}},
                 {"request": {"urlPath": "/b"}, "response": {"body": "B"}}]}
                """);
        WireMockEngine engine = start();

        assertThat(get(engine, "/a")).isEqualTo("A");
        assertThat(get(engine, "/b")).isEqualTo("B");
    }

    @Test
    void mayTakeTheirBodyFromAFile() throws Exception {
        write("mappings/file.json", """
                {"request": {"urlPath": "/a"}, "response": {"bodyFileName": "a.txt"}}
                """);
        write("__files/a.txt", "from a file");
        WireMockEngine engine = start();

        HttpResponse<String> response = exchange(engine, "GET", "/a", "");

        assertThat(response.body()).isEqualTo("from a file");
        assertThat(response.headers().firstValue("Content-Length")).contains("11");
    }

    @Test
    void mayMatchByJsonSchema() throws Exception {
        write("mappings/schema.json", """
                {"request": {"method": "POST", "urlPath": "/notes", "bodyPatterns": [{"matchesJsonSchema":
                  {"type": "object", "required": ["text"], "properties": {"text": {"type": "string"}}}}]},
                 "response": {"status": 201}}
                """);
        WireMockEngine engine = start();

        assertThat(exchange(engine, "POST", "/notes", "{\"text\": \"hi\"}").statusCode())
                .isEqualTo(201);
        assertThat(exchange(engine, "POST", "/notes", "{\"text\": 1}").body()).isEqualTo("contract");
    }

    @Test
    void mayBeTemplates() throws Exception {
        write("mappings/template.json", """
                {"request": {"urlPathTemplate": "/hello/{name}"},
                 "response": {"body": "{{request.method}} {{request.path.name}} {{request.query.q}} {{request.headers.X}}",
                              "transformers": ["response-template"]}}
                """);
        WireMockEngine engine = start();

        assertThat(get(engine, "/hello/Ada?q=1")).isEqualTo("GET Ada 1 ");
    }

    @Test
    void mayLookAtFormsCookiesAndParts() throws Exception {
        write("mappings/all.json", """
                {"mappings": [
                 {"request": {"urlPath": "/form", "formParameters": {"a": {"equalTo": "ä b"}}}, "response": {"body": "form"}},
                 {"request": {"urlPath": "/cookie", "cookies": {"c": {"equalTo": "1"}}}, "response": {"body": "cookie"}},
                 {"request": {"urlPath": "/part", "multipartPatterns": [{"bodyPatterns": [{"equalTo": "hi"}]}]},
                  "response": {"body": "part"}}]}
                """);
        WireMockEngine engine = start();
        String part = "--x\r\nContent-Disposition: form-data; name=\"n\"\r\n\r\nhi\r\n--x--\r\n";

        assertThat(post(engine, "/form", "application/x-www-form-urlencoded; charset=utf-8", "a=%C3%A4+b"))
                .isEqualTo("form");
        assertThat(post(engine, "/part", "multipart/form-data; boundary=x", part))
                .isEqualTo("part");
        assertThat(RawExchange.of(engine.port(), "GET /cookie HTTP/1.1", "Host: localhost", "Cookie: c=1")
                        .body())
                .isEqualTo("cookie");
    }

    @Test
    void mayBeSlowInPieces() throws Exception {
        write("mappings/slow.json", """
                {"request": {"urlPath": "/slow"}, "response": {"body": "abcdefghij",
                 "chunkedDribbleDelay": {"numberOfChunks": 4, "totalDuration": 40}}}
                """);
        WireMockEngine engine = start();

        assertThat(get(engine, "/slow")).isEqualTo("abcdefghij");
    }

    @Nested
    class WithFaults {
        @ParameterizedTest
        @CsvSource({
            "CONNECTION_RESET_BY_PEER, ''",
            "EMPTY_RESPONSE, ''",
            "RANDOM_DATA_THEN_CLOSE, lskdu018973t09sylgasjkfg1][]'./.sdlv"
        })
        void breakTheConnection(String fault, String said) throws Exception {
            writeFault(fault);
            WireMockEngine engine = start();

            assertThat(saidBeforeTheEnd(engine)).isEqualTo(said);
        }

        @Test
        void breakAChunk() throws Exception {
            writeFault("MALFORMED_RESPONSE_CHUNK");
            WireMockEngine engine = start();

            assertThat(saidBeforeTheEnd(engine)).startsWith("HTTP/1.1 200 OK").endsWith("./.sdlv");
        }

        private void writeFault(String fault) throws IOException {
            write(
                    "mappings/fault.json",
                    "{\"request\": {\"urlPath\": \"/\"}, \"response\": {\"fault\": \"" + fault + "\"}}");
        }

        private static String saidBeforeTheEnd(WireMockEngine engine) {
            try {
                RawExchange exchange = RawExchange.ofText(engine.port(), "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
                return exchange.head() + exchange.body();
            } catch (IOException reset) {
                return "";
            }
        }
    }

    @Nested
    class ThatAreBroken {
        @Test
        void areNamedWithThePlaceOfTheSyntaxError() throws Exception {
            Path file = write("mappings/bad.json", "{\"request\":\n {,}}");

            assertThatThrownBy(UserStubsTests.this::start)
                    .isInstanceOf(StubFileException.class)
                    .hasMessageStartingWith("The WireMock stub " + file + " cannot be used: Unexpected character")
                    .hasMessageEndingWith("(line 2, column 3)");
        }

        @Test
        void areNamedWithTheUnknownProperty() throws Exception {
            Path file = write("mappings/bad.json", "{\"request\": {\"urlPat\": \"/\"}, \"response\": {}}");

            assertThatThrownBy(UserStubsTests.this::start)
                    .isInstanceOfSatisfying(
                            StubFileException.class,
                            problem -> assertThat(problem.file()).isEqualTo(file))
                    .hasMessageContaining("urlPat");
        }

        @Test
        void areNamedWithTheIdTheyShare() throws Exception {
            String stub = "{\"id\": \"6f000000-0000-0000-0000-000000000001\", \"request\": {\"urlPath\": \"/\"},"
                    + " \"response\": {}}";
            write("mappings/a.json", stub);
            Path second = write("mappings/b.json", stub);

            assertThatThrownBy(UserStubsTests.this::start)
                    .isInstanceOf(StubFileException.class)
                    .hasMessageContainingAll(second.toString(), "6f000000-0000-0000-0000-000000000001");
        }
    }

    private WireMockEngine start() throws EngineException {
        return start(EngineSettings.defaults().withStubs(directory), request -> text("contract"));
    }

    private Path write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static String post(WireMockEngine engine, String path, String contentType, String body) throws IOException {
        return RawExchange.ofText(
                        engine.port(),
                        "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
                                + contentType + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .body();
    }
}
