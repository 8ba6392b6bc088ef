package plumbline.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.consumers.Command.Outcome;

/** Packs the folder of the npm package, installs the tarball into a project, and uses it there. */
class NpmPackageTests {
    private static final String CONTRACT = """
            openapi: 3.1.0
            info: {title: Books, version: '1'}
            paths:
              /books:
                get:
                  operationId: listBooks
                  responses:
                    '200':
                      description: All books.
                      content:
                        application/json:
                          schema: {type: array, items: {type: string}}
                          example: [Emma]
            """;

    @TempDir
    private static Path folder = Path.of("");

    @BeforeAll
    static void install() throws Exception {
        Files.writeString(folder.resolve("api.yaml"), CONTRACT);
        Files.writeString(folder.resolve("faulty.yaml"), CONTRACT.replace("[Emma]", "[1]"));
        Files.writeString(
                folder.resolve("package.json"), "{\"scripts\": {\"contract\": \"plumbline check faulty.yaml\"}}");
        new NpmProject(folder).install("--offline");
    }

    private static Outcome run(String... words) throws IOException, InterruptedException {
        return command().run(words);
    }

    private static Command command() {
        return new NpmProject(folder).command();
    }

    @Test
    void runsCommandsAndPassesExitCodesOn() throws Exception {
        assertThat(run("npx", "--no-install", "plumbline", "check", "api.yaml").out())
                .contains("0 errors");

        Outcome script = run("npm", "run", "--silent", "contract");

        assertThat(script.status()).isEqualTo(1);
        assertThat(script.out()).contains("faulty.yaml:13:");
    }

    @Test
    void tellsHowToGetAJavaInOneLine() throws Exception {
        String node = run("node", "-p", "process.execPath").out().trim();
        Path old = Files.createDirectories(folder.resolve("old/bin"));
        Files.writeString(old.resolve("java.exe"), "");
        Files.writeString(folder.resolve("old/release"), "JAVA_VERSION=\"11.0.2\"\n");

        Outcome outcome = command()
                .run(
                        node,
                        "-e",
                        "require('./node_modules/plumbline-openapi/lib/java.js').findJava({JAVA_HOME: '"
                                + old.getParent() + "', HOME: '/none'}, 'win32')");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("Java 17 or newer is needed", "there is only Java 11 in ", "install 'winget install");
    }

    @Test
    void movesSecretsToTheEnvironmentOnWindowsAsTheLauncherDoesElsewhere() throws Exception {
        Path home = folder.resolve("new");
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("bin/java.exe"), "");
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"21.0.2\"\n");
        Files.writeString(folder.resolve("secrets.cjs"), """
                const {launch} = require('./node_modules/plumbline-openapi/lib/launch.js');
                for (const words of [
                  'verify --user s3cret --bearer=s3cret --api-key s3cret --header A:s3cret --cert-password s3cret --quiet',
                  'mock --admin-token s3cret --cert-password=s3cret --stateless',
                ]) {
                  const start = launch(words.split(' '), {JAVA_HOME: process.argv[2]}, 'win32');
                  console.log(start.args.slice(start.args.indexOf('-jar') + 2).join(' '));
                  console.log(Object.keys(start.env).filter(name => /s3cret/.test(start.env[name])).sort().join(' '));
                }
                """);

        Outcome outcome = run("node", "secrets.cjs", home.toString());

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out().lines())
                .containsExactly(
                        "verify --quiet",
                        "PLUMBLINE_API_KEY PLUMBLINE_BEARER PLUMBLINE_CERT_PASSWORD PLUMBLINE_HEADER PLUMBLINE_USER",
                        "mock --stateless",
                        "PLUMBLINE_ADMIN_TOKEN PLUMBLINE_CERT_PASSWORD");
    }

    @Test
    void startsMocksForTests() throws Exception {
        Files.writeString(folder.resolve("mock.mjs"), """
                import {startMock} from 'plumbline-openapi';
                const mock = await startMock({contract: 'api.yaml', basePath: '/v1'});
                console.log(new URL(mock.url).pathname, mock.port > 0, await (await fetch(mock.url + '/books')).text());
                await mock.reset();
                await mock.stop();
                console.log(await fetch(mock.url + '/books').catch(() => 'stopped'));
                """);

        Outcome outcome = run("node", "mock.mjs");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).isEqualTo("/v1 true [\"Emma\"]\nstopped\n");
    }

    @Test
    void tellsWhyAMockDidNotStartAndEndsMocksThatWereForgotten() throws Exception {
        Files.writeString(folder.resolve("forgetful.cjs"), """
                const {startMock} = require('plumbline-openapi');
                startMock({contract: 'none.yaml'})
                  .catch(error => console.log(error.message))
                  .then(() => startMock({contract: 'api.yaml'}))
                  .then(mock => console.log(mock.url));
                """);

        Outcome outcome = run("node", "forgetful.cjs");

        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("ended with exit code 2", "none.yaml", "http://127.0.0.1:");
    }

    @Test
    void endsTheMockWithItself() throws Exception {
        Process process = command()
                .start("node", "node_modules/plumbline-openapi/bin/plumbline.js", "mock", "api.yaml", "--port", "0");
        try {
            assertThat(process.inputReader(StandardCharsets.UTF_8)
                            .lines()
                            .anyMatch(line -> line.startsWith("Listening on ")))
                    .isTrue();
            ProcessHandle mock = process.children().findFirst().orElseThrow();

            process.destroy();

            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            mock.onExit().get(30, TimeUnit.SECONDS);
            assertThat(process.exitValue()).isEqualTo(143);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
