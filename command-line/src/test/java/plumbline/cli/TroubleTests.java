package plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.conformance.server.Handler;
import plumbline.conformance.server.Reply;
import plumbline.conformance.server.TestServer;

/** What TROUBLE.md says that commands say, they say. */
class TroubleTests {
    private static final Path PAGE = Path.of("TROUBLE.md");
    private static final Path DOCUMENTS = Path.of("src/test/resources/plumbline/cli/trouble");
    private static final String NOBODY = "127.0.0.1:1";
    private static final Pattern FILE = Pattern.compile("(?<= )[a-z/-]+\\.yaml|(?<= )wrong-fixtures");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `plumbline ([^`]+)` \\| `([^`]+)` \\|");

    @TempDir
    private Path folder = Path.of("");

    private final Map<String, TestServer> servers = new LinkedHashMap<>();
    private int taken;

    record Trouble(String arguments, String said) {}

    static Stream<Trouble> troubles() throws IOException {
        return ROW.matcher(Files.readString(PAGE)).results().map(row -> new Trouble(row.group(1), row.group(2)));
    }

    @BeforeEach
    void layOut() throws IOException {
        try (Stream<Path> files = Files.walk(DOCUMENTS)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(DOCUMENTS.relativize(file));
                Files.createDirectories(copy.resolveSibling("."));
                Files.copy(file, copy);
            }
        }
        serve("books.example", request -> Reply.json(200, "[]"));
        serve("elsewhere.example", request -> request.path().startsWith("/v2") ? Reply.json(200, "[]") : Reply.of(404));
        serve(
                "pages.example",
                request -> Reply.of(200)
                        .with("Content-Type", "text/html")
                        .withBody("<!DOCTYPE html><html><body>Books</body></html>"));
        serve("locked.example", request -> Reply.of(401).with("WWW-Authenticate", "Bearer"));
    }

    private void serve(String name, Handler handler) {
        TestServer server = TestServer.start(handler);
        servers.put(name, server);
        taken = server.baseUrl().getPort();
    }

    @AfterEach
    void close() {
        servers.values().forEach(TestServer::close);
    }

    @Test
    void areMany() throws IOException {
        assertThat(troubles()).hasSizeGreaterThanOrEqualTo(20);
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void areToldAsThePageSays(Trouble trouble) {
        StringWriter told = new StringWriter();
        PrintWriter all = new PrintWriter(told, true);
        Surroundings here = Surroundings.of(Map.of(), all, all).in(folder).keeping(mock -> mock.close());

        String arguments = FILE.matcher(here(trouble.arguments()))
                .replaceAll(file ->
                        Matcher.quoteReplacement(folder.resolve(file.group()).toString()));
        new Main(here).run(arguments.split(" "));

        assertThat(told.toString()).contains(here(trouble.said()));
    }

    /** Names of servers stand for those of the test, and the port that is taken for one of them. */
    private String here(String text) {
        String local = text.replace("down.example", NOBODY);
        for (Map.Entry<String, TestServer> server : servers.entrySet()) {
            local = local.replace(server.getKey(), server.getValue().baseUrl().getAuthority());
        }
        return local.replace("8080", String.valueOf(taken));
    }
}
