package plumbline.cli.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import plumbline.contract.document.Problem;
import plumbline.contract.document.Topic;
import plumbline.mock.MockServer;
import plumbline.mock.MockServerOptions;

class RehearsalTests {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void theLargeContractIsServedAsThoseOfUsersAre() throws IOException, InterruptedException {
        Path contract = Files.writeString(folder.resolve("large.json"), Rehearsal.contract());

        try (MockServer server = MockServer.start(
                MockServerOptions.defaults().withContract(contract).withPort(0))) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(server.baseUrl() + "/depots/7/parcels149"))
                    .build();
            HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).startsWith("[{").contains("\"title\":\"Books\"");
            assertThat(server.contract().operations()).hasSizeGreaterThan(900);
            assertThat(server.contract().warnings()).extracting(Problem::topic).containsOnly(Topic.PATH_AMBIGUOUS);
            assertThat(server.exampleProblems()).isEmpty();
        }
    }

    @Test
    @Timeout(120)
    void goesOnAsTheCommandAndLeavesNothing() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Rehearsal.class.getName(),
                        "--version")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(output.strip()).isEqualTo("plumbline (not packaged)");
            assertThat(process.waitFor(50, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(folder).isEmptyDirectory();
    }
}
