package plumbline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.conformance.Suites;
import plumbline.conformance.report.ReportSchema;
import plumbline.conformance.server.Handler;
import plumbline.conformance.server.Reply;
import plumbline.conformance.server.TestServer;
import plumbline.contract.http.PercentCoding;
import plumbline.contract.http.Request;

class SecretsTests {
    private static final String SECRET = "s3cr\"t/of the+planter:42";
    private static final String USER = "planted-client:" + SECRET;
    private static final String ENCODED = Base64.getEncoder().encodeToString(USER.getBytes(StandardCharsets.UTF_8));
    private static final String TOKEN = "planted-token-0815";
    private static final String KEY = "planted-key 4711+/=";
    private static final List<String> PLANTED = List.of(
            SECRET,
            "s3cr\\\"t",
            "s3cr&quot;t",
            ENCODED,
            TOKEN,
            "\\u0070\\u006c\\u0061\\u006e\\u0074\\u0065\\u0064",
            HexFormat.of().formatHex(TOKEN.getBytes(UTF_8)),
            base64(TOKEN),
            base64(SECRET).replace("=", ""),
            "s3cr%22t",
            "planted-client:",
            "planted-key",
            base64(KEY).replace("=", ""));

    private static final List<String> REPORTS =
            List.of("plumbline-report.json", "TEST-plumbline.xml", "report.html", "plumbline.sarif");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** Servers that give away what they are told, wherever they can. */
    static Stream<Handler> indiscreetServers() {
        return Stream.of(
                request -> Reply.json(200, "{\"id\":\"" + told(request) + "\",\"email\":7}"),
                request -> Reply.json(200, told(request)),
                request -> Reply.of(500).withBody(told(request)),
                request -> Reply.of(200).with("Content-Type", told(request)).withBody("x"),
                // One that refuses everything is not even judged.
                request -> request.headers().all("Accept").contains("*/*")
                        ? Reply.json(200, "{}")
                        : Reply.of(401).with("WWW-Authenticate", told(request)).withBody(told(request)),
                request -> Reply.of(405).with("Allow", told(request)),
                request -> Reply.of(200).withStatusLine(told(request) + " 200"),
                request -> Reply.json(200, "{\"id\":\"" + base64(TOKEN) + " " + base64(SECRET) + "\"}"),
                request ->
                        Reply.of(500).withBody(PercentCoding.encode(SECRET) + " " + URLEncoder.encode(SECRET, UTF_8)),
                request -> Reply.of(500).withBody(SECRET.replace("\"", "&quot;") + TOKEN),
                // What is laid out for readers is read and written anew.
                request -> Reply.json(500, "{\"said\":\"" + escaped(TOKEN) + " " + escaped(SECRET) + "\"}"),
                request -> Reply.json(200, "{\"id\":\"" + HexFormat.of().formatHex(TOKEN.getBytes(UTF_8)) + "\"}"),
                request -> Reply.of(200).with("X-" + TOKEN, TOKEN).with("Content-Type", "text/" + TOKEN));
    }

    @ParameterizedTest
    @MethodSource("indiscreetServers")
    void neverReachAnyOutput(Handler handler, @TempDir Path folder) throws IOException {
        try (TestServer server = TestServer.start(handler)) {
            run(
                    Map.of("GITHUB_ACTIONS", "true"),
                    "--base-url",
                    server.baseUrl().toString(),
                    "--user",
                    USER,
                    "--header",
                    "X-Api-Key: " + TOKEN,
                    "--fixtures",
                    Suites.resource("fixtures").toString(),
                    "--report-dir",
                    folder.toString());
        }
        assertThat(ReportSchema.violations(Files.readString(folder.resolve("plumbline-report.json"))))
                .isEmpty();
        List<String> texts = new ArrayList<>(List.of(out.toString(), err.toString()));
        for (String file : REPORTS) {
            texts.add(Files.readString(folder.resolve(file)));
        }

        assertThat(texts).allSatisfy(text -> assertThat(text).doesNotContain(PLANTED));
        assertThat(out.toString()).contains("-u \"$PLUMBLINE_USER\"", "-H \"X-Api-Key: $PLUMBLINE_X_API_KEY\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--set=token=" + KEY, "--values"})
    void areAlsoTheValuesOfParametersThatCarryCredentials(String given, @TempDir Path folder) throws IOException {
        Path values =
                Files.writeString(folder.resolve("values.yaml"), "things: {parameters: {token: \"" + KEY + "\"}}\n");
        Path contract = Files.writeString(folder.resolve("keys.yaml"), """
                openapi: 3.1.0
                info: {title: Keys, version: "1"}
                paths:
                  /things:
                    get:
                      operationId: things
                      parameters:
                        - {name: token, in: query, required: true, schema: {type: string, format: password}}
                      responses: {"200": {description: all}}
                """);
        try (TestServer server =
                TestServer.start(request -> Reply.of(500).withBody(request.query() + " " + KEY + base64(KEY)))) {
            List<String> run = List.of(
                    "--base-url",
                    server.baseUrl().toString(),
                    "--contract",
                    contract.toString(),
                    given.equals("--values") ? "--values=" + values : given,
                    "--report-dir",
                    folder.toString());
            assertThat(run(Map.of(), run.toArray(String[]::new))).isEqualTo(1);
            List<String> dry = new ArrayList<>(run);
            dry.add("--dry-run");
            run(Map.of(), dry.toArray(String[]::new));
        }
        assertThat(out + err.toString())
                .contains("<secret>", "nothing was sent")
                .doesNotContain(PLANTED);
        for (String file : REPORTS) {
            assertThat(Files.readString(folder.resolve(file))).doesNotContain(PLANTED);
        }
    }

    /** Everything that a run says of items is what the server calls them: in notes, left-overs, reasons and causes. */
    @ParameterizedTest
    @ValueSource(strings = {"204", "500"})
    void areAlsoKeptWhereTheServerNamesItemsByThem(String removed, @TempDir Path folder) throws IOException {
        String item = "{\"id\":\"" + TOKEN + "\",\"name\":\"x\",\"stock\":{\"" + TOKEN + "\":3}}";
        Path contract = Files.writeString(
                folder.resolve("items.yaml"),
                InterruptionTests.CONTRACT
                        .replace(
                                "name: {type: string}}",
                                "name: {type: string}, stock: {type: object, additionalProperties: {type: integer, minimum: 0}}}")
                        .replace("    post:", """
                get:
                  operationId: allItems
                  responses:
                    '200':
                      description: All
                      content:
                        application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Item'}}}
                post:""".indent(4).stripTrailing()));
        try (TestServer server = TestServer.start(request -> switch (request.method()) {
            case "POST" -> Reply.json(201, item).with("Location", "/api/items/" + TOKEN);
            case "GET" -> Reply.json(200, request.path().endsWith("items") ? "[" + item + "]" : item);
            default -> Reply.of(Integer.parseInt(removed)).withBody("204".equals(removed) ? "" : TOKEN);
        })) {
            run(
                    Map.of(),
                    "--base-url",
                    server.baseUrl().toString(),
                    "--contract",
                    contract.toString(),
                    "--allow-writes",
                    "--verbose",
                    // What is not noticed then is told with its place in the body.
                    "--skip-checks",
                    "schema",
                    "--header",
                    "X-Api-Key: " + TOKEN,
                    "--report-dir",
                    folder.toString());
        }
        List<String> texts = new ArrayList<>(List.of(out.toString(), err.toString()));
        for (String file : REPORTS) {
            texts.add(Files.readString(folder.resolve(file)));
        }

        assertThat(texts).allSatisfy(text -> assertThat(text).doesNotContain(PLANTED));
        assertThat(out.toString())
                .contains("Requests were about what the target has", "500".equals(removed) ? "Left behind" : "");
        assertThat(folder.resolve("plumbline-report.json")).content().contains("minimum 0 broken at body at /stock/");
    }

    private static String escaped(String text) {
        return text.chars().mapToObj(unit -> String.format("\\u%04x", unit)).collect(Collectors.joining());
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    @Test
    void areNotRepeatedWhenArgumentsAreWrong() {
        List<List<String>> wrong = List.of(
                List.of("--header", TOKEN),
                List.of("--header=" + TOKEN),
                List.of("--header", "Authorization:", "Basic", TOKEN),
                List.of("--usr", USER),
                List.of("--usr=" + USER),
                List.of("--user", TOKEN),
                List.of("--timeout", "--user=" + USER),
                List.of("--user", USER, "--user", USER));
        for (List<String> arguments : wrong) {
            List<String> all = new ArrayList<>(List.of("--base-url", "http://127.0.0.1:1"));
            all.addAll(arguments);

            assertThat(run(Map.of(), all.toArray(String[]::new))).isEqualTo(2);
        }
        assertThat(run(Map.of("PLUMBLINE_HEADER", TOKEN), "--base-url", "http://127.0.0.1:1"))
                .isEqualTo(2);
        assertThat(out + err.toString()).doesNotContain(PLANTED);
    }

    private static String told(Request request) {
        String credentials = request.headers().first("Authorization").orElse("Basic ");
        String key = request.headers().first("X-Api-Key").orElse("");
        try {
            String plain = new String(
                    Base64.getDecoder().decode(credentials.substring(credentials.indexOf(' ') + 1)),
                    StandardCharsets.UTF_8);
            return credentials + " " + key + " " + plain.replace("\"", "\\\"");
        } catch (IllegalArgumentException e) {
            return credentials;
        }
    }

    private int run(Map<String, String> environment, String... arguments) {
        return new Main(Surroundings.of(environment, new PrintWriter(out), new PrintWriter(err)))
                .run(Arguments.ofVerify(arguments));
    }
}
