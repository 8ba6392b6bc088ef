package plumbline.conformance;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Stoplight's Prism as it comes from npm, mocking a document on this machine; started again when it has died. */
final class Prism implements AutoCloseable {
    private static final String VERSION = "5.14.2";
    private static final Path FOLDER = Path.of("target", "prism");
    private static final Path PROGRAM = FOLDER.resolve("node_modules/@stoplight/prism-cli/dist/index.js");

    private final Path document;
    private final int port;
    private Process process;
    private int deaths;

    private Prism(Path document, int port) throws IOException {
        this.document = document;
        this.port = port;
        this.process = launch();
    }

    /** {@return whether this machine has what Prism needs} */
    static boolean isPossible() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "npm")));
    }

    static Prism start(Path document) throws IOException, InterruptedException {
        if (!Files.exists(PROGRAM)) {
            Files.createDirectories(FOLDER);
            Process install = new ProcessBuilder(
                            "npm",
                            "install",
                            "--no-audit",
                            "--no-fund",
                            "--prefix",
                            FOLDER.toString(),
                            "@stoplight/prism-cli@" + VERSION)
                    .redirectErrorStream(true)
                    .redirectOutput(FOLDER.resolve("npm.log").toFile())
                    .start();
            if (!install.waitFor(10, TimeUnit.MINUTES) || install.exitValue() != 0) {
                throw new IOException("Prism could not be fetched from npm; see " + FOLDER.resolve("npm.log"));
            }
        }
        try (ServerSocket free = new ServerSocket(0)) {
            return new Prism(document, free.getLocalPort());
        }
    }

    private Process launch() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                "node", PROGRAM.toString(), "mock", "-p", Integer.toString(port), document.toString());
        Map<String, String> environment = builder.environment();
        environment.put("NO_COLOR", "1");
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        FOLDER.resolve("prism.log").toFile()))
                .start();
    }

    URI baseUrl() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Starts it again if it has died. */
    void revive() throws IOException {
        if (!process.isAlive()) {
            deaths++;
            process = launch();
        }
    }

    /** {@return whether a request has ended it; waits as long as that takes once its connection is gone} */
    boolean isDead() throws InterruptedException {
        return process.waitFor(10, TimeUnit.SECONDS);
    }

    int deaths() {
        return deaths;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
