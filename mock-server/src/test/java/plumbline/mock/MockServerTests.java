package plumbline.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.fixtures.FixtureException;
import plumbline.mock.answer.AnswerOptions;

class MockServerTests {
    private static final MockServerOptions ANY_PORT =
            MockServerOptions.defaults().withPort(0);
    private static final MockServerOptions LIBRARY = ANY_PORT.withContract(Path.of("src/test/resources/library.yaml"));

    @TempDir
    private Path folder = Path.of("");

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolve("..").normalize());
        Files.writeString(file, text);
    }

    @Nested
    class Serving {
        @Test
        void servesTheBuiltInContractWithItsFixtures() {
            try (MockServer server = MockServer.start(ANY_PORT)) {
                assertThat(server.baseUrl()).hasToString("http://127.0.0.1:" + server.port() + "/api");
                assertThat(server.fixtures().all()).hasSizeGreaterThanOrEqualTo(8);
                assertThat(Client.get(server.baseUrl(), Client.KNOWN_USER).body())
                        .contains("7b1f28b9-a4ad-450b-a0ea-fd647d5109b2");
                assertThat(Client.get(server.baseUrl(), "/users/nobody").statusCode())
                        .isEqualTo(404);
            }
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "/never/nowhere         | 404 | not documented in unsatisfiable.yaml",
                    "/never/bounds/7        | 500 | unsatisfiable.yaml:13:",
                    "/never/bounds/7        | 500 | own/bounds/7.json",
                    "/never/bounds/long     | 422 | unsatisfiable.yaml:7:",
                    "/never/choices         | 500 | choice 1 (unsatisfiable.yaml:43:",
                    "/never/optional-header | 200 | fixture optional-header.json",
                })
        void namesNoFolderOfThisMachineInAnswers(String path, int status, String named) throws IOException {
            String text = Files.readString(Path.of("src/test/resources/unsatisfiable.yaml"));
            write(
                    "unsatisfiable.yaml",
                    text.replace("schema: {type: string}}]", "schema: {type: string, maxLength: 2}}]"));
            write("own/optional-header.json", "true");
            MockServerOptions options = ANY_PORT.withContract(folder.resolve("unsatisfiable.yaml"))
                    .withFixtures(folder.resolve("own"))
                    .withAnswers(AnswerOptions.defaults().strict());
            try (MockServer server = MockServer.start(options)) {
                HttpResponse<String> answer = Client.get(server.baseUrl().resolve("/"), path.substring(1));

                String all = answer.headers().map() + answer.body();
                assertThat(answer.statusCode()).isEqualTo(status);
                assertThat(all).contains(named).doesNotContain(folder.toString());
            }
        }

        @Test
        void servesAnotherContractWithoutTheBuiltInFixtures() {
            try (MockServer server = MockServer.start(LIBRARY)) {
                assertThat(server.baseUrl().getPath()).isEqualTo("/v2");
                assertThat(server.fixtures().all()).isEmpty();
                assertThat(Client.get(server.baseUrl(), "/books/9781234567897").body())
                        .contains("9781234567897");
            }
        }

        @Test
        void servesTheFixturesOfAFolder() throws IOException {
            write("users/1.json", """
                    {"id": "1", "email": "a@example.com", "sequenceAccountIds": [], "state": "active", "roles": []}
                    """);
            write("users/2.404.json", "{}");

            try (MockServer server = MockServer.start(ANY_PORT.withFixtures(folder))) {
                assertThat(Client.get(server.baseUrl(), "/users/1").body()).contains("a@example.com");
                assertThat(Client.get(server.baseUrl(), "/users/2").statusCode())
                        .isEqualTo(404);
                assertThat(Client.get(server.baseUrl(), Client.KNOWN_USER).statusCode())
                        .isEqualTo(404);
            }
        }

        @Test
        void servesTheStubsOfAFolderBeforeEverythingElse() throws IOException {
            write("mappings/mine.json", """
                    {"request": {"urlPath": "/v2/books/latest"}, "response": {"status": 203, "body": "mine"}}
                    """);

            try (MockServer server = MockServer.start(LIBRARY.withFixtures(folder))) {
                assertThat(Client.get(server.baseUrl(), "/books/latest").body()).isEqualTo("mine");
                assertThat(Client.get(server.baseUrl(), "/books").statusCode()).isEqualTo(200);
            }
        }

        @ParameterizedTest
        @CsvSource({"/mock/v9, /mock/v9", "/, ''", "/a/, /a"})
        void servesUnderAnotherBasePath(String given, String served) {
            try (MockServer server = MockServer.start(ANY_PORT.withBasePath(given))) {
                assertThat(server.baseUrl()).hasToString("http://127.0.0.1:" + server.port() + served);
                assertThat(Client.get(server.baseUrl(), Client.KNOWN_USER).statusCode())
                        .isEqualTo(200);
            }
        }

        @Test
        void servesEveryAddressOfTheMachineIfAsked() {
            try (MockServer server = MockServer.start(ANY_PORT.withHost("0.0.0.0"))) {
                assertThat(server.baseUrl().getHost()).isEqualTo("127.0.0.1");
                assertThat(Client.get(server.baseUrl(), Client.KNOWN_USER).statusCode())
                        .isEqualTo(200);
            }
        }

        @Test
        void runsBesideOthers() {
            List<MockServer> servers = IntStream.range(0, 6)
                    .parallel()
                    .mapToObj(each -> MockServer.start(each % 2 == 0 ? ANY_PORT : LIBRARY))
                    .toList();
            try {
                assertThat(servers).extracting(MockServer::port).doesNotHaveDuplicates();
                assertThat(servers).allSatisfy(server -> {
                    String path = server.baseUrl().getPath().equals("/v2") ? "/books/latest" : Client.KNOWN_USER;
                    assertThat(Client.get(server.baseUrl(), path).statusCode()).isEqualTo(200);
                });
            } finally {
                servers.forEach(MockServer::close);
            }
        }
    }

    @Nested
    class Closing {
        @Test
        void stopsAnswering() {
            MockServer server = MockServer.start(ANY_PORT);

            server.close();

            assertThatThrownBy(() -> Client.get(server.baseUrl(), Client.KNOWN_USER))
                    .hasCauseInstanceOf(ConnectException.class);
        }

        @Test
        void isHarmlessTwice() {
            MockServer server = MockServer.start(ANY_PORT);

            server.close();
            server.close();

            assertThat(server.port()).isPositive();
        }

        @Test
        void freesThePort() {
            MockServer first = MockServer.start(ANY_PORT);
            first.close();

            try (MockServer second = MockServer.start(ANY_PORT.withPort(first.port()))) {
                assertThat(second.port()).isEqualTo(first.port());
            }
        }
    }

    @Nested
    class Failing {
        private static final MockServerOptions LENIENT =
                LIBRARY.withAnswers(new AnswerOptions(true, AnswerOptions.Unknown.NOT_FOUND, 0));

        private final List<String> told = new CopyOnWriteArrayList<>();

        /** A fault within the mock; as good as any other. */
        private final MockListener faulty = new MockListener() {
            @Override
            public void answeredInvalid(String violation) {
                throw new IllegalArgumentException("no place for " + violation);
            }

            @Override
            public void failed(String request, Throwable failure) {
                told.add(request + ": " + failure.getClass().getSimpleName());
            }
        };

        @Test
        void saysToTheClientThatItIsNoFaultOfTheRequestAndToItsListenerWhatHappened() {
            try (MockServer server = MockServer.start(LENIENT, faulty)) {
                for (int each = 0; each < 3; each++) {
                    HttpResponse<String> response = Client.get(server.baseUrl(), "/books?limit=0");
                    assertThat(response.statusCode()).isEqualTo(500);
                    assertThat(response.body()).contains("a fault of Plumbline, not of the request", "no place for");
                }
                assertThat(Client.get(server.baseUrl(), "/books").statusCode()).isEqualTo(200);
            }
            assertThat(told).containsExactly("GET /v2/books: IllegalArgumentException");
        }
    }

    @Nested
    class Refusing {
        @Test
        void refusesAPortThatIsInUse() {
            try (MockServer first = MockServer.start(ANY_PORT)) {
                assertThatThrownBy(() -> MockServer.start(ANY_PORT.withPort(first.port())))
                        .isInstanceOf(MockServerException.class)
                        .hasMessageContaining("Port " + first.port());
            }
        }

        @Test
        void refusesAFixtureThatBreaksTheContract() throws IOException {
            write("users/1.json", "{\"id\": 1}");

            assertThatThrownBy(() -> MockServer.start(ANY_PORT.withFixtures(folder)))
                    .isInstanceOf(FixtureException.class)
                    .hasMessageContaining("users/1.json");
        }

        @Test
        void refusesAStubThatCannotBeRead() throws IOException {
            write("mappings/broken.json", "{");

            assertThatThrownBy(() -> MockServer.start(ANY_PORT.withFixtures(folder)))
                    .isInstanceOf(MockServerException.class)
                    .hasMessageContaining("broken.json");
        }
    }
}
