package plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Input that cannot be used is refused with one clear message and the exit code 2. */
class RefusalTests extends CommandLineRun {
    private void assertRefused(int status, String... said) {
        assertThat(status).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("plumbline: ")
                .contains(said)
                .doesNotContain("\tat ")
                .doesNotContain("Exception");
        assertThat(out.toString()).isEmpty();
        assertThat(started).isEmpty();
    }

    @Test
    void refusesAPortInUse() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int status = run("--port", String.valueOf(taken.getLocalPort()));

            assertRefused(status, "Port " + taken.getLocalPort() + " of 127.0.0.1 is in use");
            assertThat(err.toString()).hasLineCount(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536"})
    void refusesPortsThatDoNotExist(String port) {
        assertRefused(run("--port", port), "not " + port, "Try 'plumbline mock --help'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", ""})
    void refusesPortsThatAreNoNumbers(String port) {
        assertRefused(run("--port", port), "--port", "Try 'plumbline mock --help'.");
    }

    @Test
    void refusesUnknownOptions() {
        assertRefused(run("--prot", "80"), "--prot (did you mean '--port'?)", "Try 'plumbline mock --help'.");
    }

    @ParameterizedTest
    @CsvSource({"--spec, --contract", "--openapi, --contract", "--contrcat, --contract", "--base-pth, --base-path"})
    void suggestsTheOptionThatWasMostLikelyMeant(String unknown, String meant) {
        assertRefused(run(unknown, "x"), "unknown argument: " + unknown + " (did you mean '" + meant + "'?)");
    }

    @Test
    void takesWhatStandsFirstForTheContract() {
        assertRefused(run("no-such.yaml", "--port", "0"), "no-such.yaml");
    }

    @Test
    void refusesTwoContracts() {
        assertRefused(
                run("api.yaml", "--contract", "other.yaml"),
                "option '--contract' (FILE|URL) should be specified only once");
    }

    @Test
    void refusesOptionsWithoutTheirValue() {
        assertRefused(run("--contract"), "--contract");
    }

    @Test
    void refusesAMissingContract() {
        assertRefused(run("--port", "0", "--contract", "no-such.yaml"), "no-such.yaml");
    }

    @Test
    void refusesAFolderAsContract() {
        assertRefused(run("--port", "0", "--contract", folder.toString()), folder.toString());
    }

    @Test
    void refusesAnEmptyContract() throws IOException {
        Path document = write("empty.yaml", "");

        assertRefused(run("--port", "0", "--contract", document.toString()), "empty.yaml");
    }

    @Test
    void namesTheOptionThatAllowsAReference() throws IOException {
        Path document = write("api.yaml", """
                openapi: 3.0.4
                info: {title: A, version: '1'}
                paths: {/a: {$ref: ../outside.yaml}}
                """);

        assertRefused(
                run("--port", "0", "--contract", document.toString()),
                "leads out of the contract's folder; allow references out of that folder with --allow-outside-refs");
    }

    @Test
    void refusesAContractOfAServerThatIsNotThere() throws IOException {
        int unused;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            unused = socket.getLocalPort();
        }
        String url = "http://127.0.0.1:" + unused + "/openapi.yaml";

        assertRefused(run("--port", "0", "--contract", url), url);
    }

    @Test
    void namesThePlaceWhereYamlBreaks() throws IOException {
        Path document = write("broken.yaml", "openapi: 3.1.0\ninfo: {title: x\npaths: {}\n");

        assertRefused(run("--port", "0", "--contract", document.toString()), "broken.yaml:3:");
    }

    @Test
    void namesThePlaceOfEachFaultOfAContract() throws IOException {
        Path document = write("faulty.yaml", """
                openapi: 3.1.0
                info: {title: x, version: '1'}
                paths:
                  /a: {get: {responses: {'200': {$ref: '#/components/responses/None'}}}}
                """);

        assertRefused(run("--port", "0", "--contract", document.toString()), "faulty.yaml:4:");
    }

    @Test
    void refusesAMissingFolder() {
        String missing = folder.resolve("none").toString();

        assertRefused(run("--port", "0", "--fixtures", missing), missing);
    }

    @Test
    void refusesAFixtureThatBreaksTheContract() throws IOException {
        write("users/1.json", "{\"id\": 1}");

        assertRefused(run("--port", "0", "--fixtures", folder.toString()), "users/1.json", "/id");
    }

    @Test
    void refusesAFixtureThatIsNoJson() throws IOException {
        write("users/1.json", "{\"id\": ");

        assertRefused(run("--port", "0", "--fixtures", folder.toString()), "users/1.json");
    }

    @Test
    void refusesAStubThatCannotBeRead() throws IOException {
        write("mappings/broken.json", "{\"request\": ");

        assertRefused(run("--port", "0", "--fixtures", folder.toString()), "broken.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere.invalid", "203.0.113.1"})
    void refusesHostsThatAreNotOurs(String host) {
        assertRefused(run("--port", "0", "--host", host), host);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a b", "/a?b", "/a#b", "/a//b", "http://x/api"})
    void refusesBasePathsThatAreNone(String path) {
        assertRefused(run("--port", "0", "--base-path", path), path);
    }
}
