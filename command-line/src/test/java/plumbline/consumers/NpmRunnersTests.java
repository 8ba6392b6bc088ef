package plumbline.consumers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.consumers.Command.Outcome;

/** Runners of tests in JavaScript use the mock as the page of the package says; they are fetched by {@code mvn -Pconsumers verify}. */
class NpmRunnersTests {
    private static final String RUNNERS = System.getProperty("plumbline.runners", "");

    @TempDir
    private static Path folder = Path.of("");

    @BeforeAll
    static void install() throws Exception {
        assumeThat(RUNNERS).as("runners to fetch").isNotBlank();
        Files.writeString(folder.resolve("package.json"), "{\"type\": \"module\"}");
        Files.writeString(folder.resolve("api.yaml"), """
                openapi: 3.1.0
                info: {title: Greetings, version: '1'}
                paths:
                  /greetings:
                    get:
                      responses:
                        '200':
                          description: All greetings.
                          content:
                            application/json:
                              schema: {type: array, items: {type: string}}
                              example: [Hello]
                """);
        project().install(RUNNERS.trim().split("\\s+"));
    }

    private static NpmProject project() {
        return new NpmProject(folder);
    }

    /** {@return the program that the page shows for a runner} */
    private static String shown(String runner) throws IOException {
        Matcher program = Pattern.compile("\\*\\*" + runner + "\\*\\*.*?```js\n(?:// \\S+\n)?(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("src/npm/README.md")));
        assertThat(program.find()).isTrue();
        return program.group(1);
    }

    @Test
    void vitestStartsAMockBeforeAllTests() throws Exception {
        Files.writeString(folder.resolve("mock.js"), shown("Vitest"));
        Files.writeString(folder.resolve("vitest.config.js"), """
                import {defineConfig} from 'vitest/config';
                export default defineConfig({test: {globalSetup: './mock.js', include: ['*.unit.js']}});
                """);
        Files.writeString(folder.resolve("greetings.unit.js"), """
                import {expect, inject, test} from 'vitest';
                test('is greeted', async () => {
                  expect(await (await fetch(inject('apiUrl') + '/greetings')).json()).toEqual(['Hello']);
                });
                """);

        Outcome outcome = project().run("npx", "--no-install", "vitest", "run");

        assertThat(outcome.status()).as(outcome.out() + outcome.err()).isZero();
        assertThat(outcome.out()).contains("1 passed");
    }

    @Test
    void playwrightWaitsForAMockThatItsPagesAsk() throws Exception {
        List<String> names = List.of("chromium", "chromium-browser", "google-chrome");
        String browser = names.stream().filter(Command::exists).findFirst().orElse("");
        assumeThat(browser).as("a browser on the path").isNotEmpty();
        String port = String.valueOf(freePort());
        Files.writeString(
                folder.resolve("playwright.config.js"),
                shown("Playwright").replace("8181", port).replace("export default {", """
                                import {execSync} from 'node:child_process';
                                const executablePath = execSync('command -v BROWSER').toString().trim();
                                export default {
                                  testMatch: '*.page.js',
                                  use: {launchOptions: {executablePath, args: ['--no-sandbox']}},
                                """.replace("BROWSER", browser)));
        Files.writeString(folder.resolve("greetings.page.js"), """
                import {expect, test} from '@playwright/test';
                test('a page is greeted', async ({page}) => {
                  await page.goto('http://127.0.0.1:PORT/__plumbline/health');
                  expect(await page.evaluate(async () => (await fetch('/greetings')).json())).toEqual(['Hello']);
                });
                """.replace("PORT", port));

        Outcome outcome = project().run("npx", "--no-install", "playwright", "test");

        assertThat(outcome.status()).as(outcome.out() + outcome.err()).isZero();
        assertThat(outcome.out()).contains("1 passed");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
