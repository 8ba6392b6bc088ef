package plumbline.mock.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.contract.http.Headers;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.json.Json;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.mock.Connections;
import plumbline.mock.MockListener;
import plumbline.mock.MockServer;
import plumbline.mock.MockServerOptions;
import plumbline.mock.answer.AnswerOptions;
import plumbline.mock.engine.journal.AnsweredRequest;
import plumbline.mock.upstream.Upstream;
import plumbline.mock.upstream.UpstreamOptions;

class RecorderTests {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final String CONTRACT = """
            openapi: 3.1.0
            info: {title: People, version: "1"}
            servers: [{url: /api}]
            paths:
              /people:
                get:
                  operationId: listPeople
                  parameters: [{name: page, in: query, schema: {type: integer}}]
                  responses:
                    "200":
                      description: all
                      content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Person"}}}}
              /people/{id}:
                get:
                  operationId: getPerson
                  parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                  responses:
                    "200":
                      description: one
                      content: {application/json: {schema: {$ref: "#/components/schemas/Person"}}}
                    "404":
                      description: none
                      content: {application/json: {schema: {type: object}}}
              /secrets:
                get:
                  operationId: secrets
                  responses:
                    "200": {description: all, content: {application/json: {schema: {type: object}}}}
            components:
              schemas:
                Person:
                  type: object
                  required: [id]
                  properties:
                    id: {type: string}
                    email: {type: string, format: email, maxLength: 24}
                    phone: {type: string, pattern: "^\\\\+49 \\\\d{3} \\\\d{6}$"}
                    login: {type: string, minLength: 3, maxLength: 5}
                    birthDate: {type: string, format: date}
                    accountType: {type: string}
                    tokenKind: {type: string}
                    authToken: {type: string, enum: [none, some]}
                    name: {type: string}
                    note: {type: string}
            """;

    private final List<String> log = new CopyOnWriteArrayList<>();
    private final List<AnsweredRequest> lines = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder = Path.of("");

    private Path contract = Path.of("");
    private Path recordings = Path.of("");

    @BeforeEach
    void writeContract() throws IOException {
        contract = Files.writeString(folder.resolve("people.yaml"), CONTRACT);
        recordings = folder.resolve("recorded");
    }

    private MockServer mock(Upstream upstream) {
        return MockServer.start(
                MockServerOptions.defaults().withPort(0).withContract(contract),
                new MockListener() {
                    @Override
                    public void answeredInvalid(String violation) {
                        log.add(violation);
                    }

                    @Override
                    public Optional<Consumer<AnsweredRequest>> answered() {
                        return Optional.of(lines::add);
                    }
                },
                Connections.plain().before(UpstreamOptions.of(upstream.url("")).recording(recordings)));
    }

    private MockServer replayed() {
        return MockServer.start(MockServerOptions.defaults()
                .withPort(0)
                .withContract(contract)
                .withFixtures(recordings)
                .withAnswers(AnswerOptions.defaults().stateless()));
    }

    private static HttpResponse<String> get(MockServer mock, String path, String... headers) {
        return get(URI.create(mock.baseUrl() + path), headers);
    }

    private static HttpResponse<String> get(URI uri, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static JsonNode json(String text) {
        return Json.readIfValid(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    private Map<String, String> recorded() throws IOException {
        try (Stream<Path> files = Files.walk(recordings)) {
            return files.filter(Files::isRegularFile)
                    .collect(
                            Collectors.toMap(file -> recordings.relativize(file).toString(), RecorderTests::text));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void makesFixturesThatAnswerTheSame() throws IOException {
        List<String> paths =
                List.of("/people", "/people?page=2", "/people?page=3", "/people/3", "/people/a%20b", "/people/9");
        try (Upstream upstream = Upstream.start(RecorderTests::people);
                MockServer mock = mock(upstream)) {
            paths.forEach(path -> get(mock, path));
        }

        assertThat(log).isEmpty();
        assertThat(recorded()).containsKeys("people.json", "people/3.json", "people/a b.json", "people/9.404.json");
        try (MockServer mock = replayed()) {
            for (String path : paths) {
                Response real =
                        Optional.ofNullable(people(Request.of("GET", path))).orElseThrow();
                HttpResponse<String> answer = get(mock, path);
                assertThat(answer.statusCode()).as(path).isEqualTo(real.status());
                assertThat(json(answer.body()))
                        .as(path)
                        .isEqualTo(json(real.body().text()));
            }
        }
    }

    private static Response people(Request request) {
        return switch (request.target().replace("/api", "")) {
            case "/people" -> Upstream.json(200, "[{\"id\":\"1\",\"note\":\"short\"},{\"id\":\"2\",\"note\":\"x\"}]");
            case "/people?page=2" -> Upstream.json(200, "[{\"id\":\"3\"}]");
            case "/people?page=3" -> Upstream.json(200, "[]");
            case "/people/9" -> Upstream.json(404, "{\"no\":\"such\"}");
            case "/people/3" -> Upstream.json(200, "{\"id\":\"3\"}");
            default -> Upstream.json(200, "{\"id\":\"a b\"}");
        };
    }

    @Test
    void keepsAnItemThatItsListTellsOtherwise() throws IOException {
        try (Upstream upstream = Upstream.start(request -> request.path().endsWith("/1")
                        ? Upstream.json(200, "{\"id\":\"1\",\"note\":\"long\"}")
                        : people(request));
                MockServer mock = mock(upstream)) {
            get(mock, "/people");
            get(mock, "/people/1");
        }

        try (MockServer mock = replayed()) {
            assertThat(get(mock, "/people").body()).contains("short");
            assertThat(get(mock, "/people/1").body()).contains("long");
        }
    }

    @Test
    void findsDataThatIsValidInPlaceOfWhatIsPrivate() throws IOException {
        String person = """
                {"id": "7", "email": "jane.doe@acme.test", "phone": "+49 171 234567", "login": "jdoe",
                 "birthDate": "1984-05-06", "accountType": "gold", "tokenKind": "a", "authToken": "some",
                 "name": "Jane Doe", "note": "Jane Doe called; write to jane.doe@acme.test"}
                """;
        try (Upstream upstream = Upstream.start(request -> Upstream.json(200, person));
                MockServer mock = mock(upstream)) {
            get(mock, "/people/7");
        }

        assertThat(log).isEmpty();
        String fixture = Optional.ofNullable(recorded().get("people/7.json")).orElseThrow();
        assertThat(fixture)
                .doesNotContain("jane", "Jane", "Doe", "171", "234567", "jdoe", "1984")
                .contains("\"some\"", "\"gold\"", "\"id\" : \"7\"");
        JsonNode kept = json(fixture);
        assertThat(kept.path("note").stringValue())
                .contains(kept.path("name").stringValue(), kept.path("email").stringValue());
        try (MockServer mock = replayed()) {
            assertThat(json(get(mock, "/people/7").body())).isEqualTo(kept);
        }
    }

    @Test
    void keepsNoSecretAndNothingPersonal() throws IOException {
        StringBuilder body = new StringBuilder("{\"product\": {\"name\": \"Kettle\"}, \"count\": 40");
        PrivateSamples.MEMBERS.forEach(
                (name, value) -> body.append(", \"").append(name).append("\": ").append(PrivateSamples.string(value)));
        body.append(", \"texts\": [")
                .append(PrivateSamples.TEXTS.keySet().stream()
                        .map(text -> PrivateSamples.string(text).toString())
                        .collect(Collectors.joining(", ")))
                .append("], \"user\": {\"name\": \"Erika Mustermann\"}}");
        String header = "tok-HEADER-5521-x";
        Response answer = Upstream.json(200, body.toString().replace("Kettle", "Kettle " + header))
                .withHeaders(
                        Headers.of("Content-Type", "application/json", "Set-Cookie", "sid=COOKIE-9931-secret; Path=/"));
        String page;
        try (Upstream upstream = Upstream.start(request -> answer);
                MockServer mock = mock(upstream)) {
            get(
                    mock,
                    "/secrets?for=Erika.Mustermann@acme.test&mail=jk%40work.test",
                    "Authorization",
                    "Bearer " + header);
            get(mock, "/people/jk@work.test?who=jk%40work.test");
            page = get(mock.baseUrl().resolve("/__plumbline/requests")).body();
        }

        List<String> planted = new ArrayList<>(PrivateSamples.MEMBERS.values());
        planted.addAll(PrivateSamples.TEXTS.values());
        planted.addAll(List.of("Erika", "Mustermann", header, "COOKIE-9931"));
        assertThat(planted).hasSizeGreaterThanOrEqualTo(60);
        String all = String.join("\n", recorded().values()) + recorded().keySet() + log + lines;
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1).target())
                .matches("/api/people/user\\w+%40example\\.com\\?who=user\\w+%40example\\.com");
        assertThat(planted.stream().filter(all::contains)).isEmpty();
        assertThat(all).contains("Kettle", "\"count\" : 40");
        assertThat(planted.stream().filter(page::contains)).isEmpty();
        assertThat(page).contains("Kettle", "\\\"count\\\":40");
    }

    @Test
    void tellsOnceWhatItCannotKeep() throws IOException {
        try (Upstream upstream = Upstream.start(request -> Upstream.json(200, "{\"id\": 5}"));
                MockServer mock = mock(upstream)) {
            get(mock, "/people/5");
            get(mock, "/people/6");
        }

        assertThat(recorded()).isEmpty();
        assertThat(log).filteredOn(line -> line.contains("not recorded")).hasSize(1);
    }

    @Test
    void passesOnWhatCannotBeWritten() throws IOException {
        String person = "{\"id\": \"5\", \"name\": \"Kettle\"}";
        try (Upstream upstream = Upstream.start(request -> Upstream.json(200, person));
                MockServer mock = mock(upstream)) {
            Path inTheWay = Files.writeString(recordings.resolve("people"), "no folder");

            assertThat(get(mock, "/people/5").body()).isEqualTo(person);
            assertThat(log).anyMatch(line -> line.contains("not recorded: it cannot be written: " + inTheWay));
        }
    }

    @Test
    void writesNowhereElse() throws IOException {
        try (Upstream upstream = Upstream.start(request -> Upstream.json(200, "{\"id\": \"..\"}"));
                MockServer mock = mock(upstream)) {
            for (String id : List.of("%2e%2e%2f%2e%2e%2fx", "%2e%2e", ".x", "a%00b", "a%5c..%5cb", "x.404", "a:b")) {
                get(mock, "/people/" + id);
            }
        }

        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .allSatisfy(file -> assertThat(file.startsWith(recordings) || file.equals(contract))
                            .as(file.toString())
                            .isTrue());
        }
    }
}
