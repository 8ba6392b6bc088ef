package plumbline.cli.rehearsal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import plumbline.cli.Main;
import plumbline.cli.console.LibraryDefaults;
import plumbline.mock.MockServer;
import plumbline.mock.MockServerOptions;

/**
 * Runs a command after a large contract was served for a moment. From this, the launcher has Java keep what it has learned:
 * from a small contract alone, it would not learn which methods a large one calls a million times.
 */
public final class Rehearsal {
    private static final String TEMPLATE = "contract.template";
    private static final int COPIES = 150;

    private Rehearsal() {}

    /** Serves a large contract, which it writes into the current folder meanwhile, and goes on as {@link Main} does. */
    public static void main(String... args) throws IOException {
        LibraryDefaults.set();
        Path contract = Files.createTempFile(Path.of(""), "rehearsal", ".json");
        try {
            serve(Files.writeString(contract, contract()));
        } catch (IOException | RuntimeException e) {
            // Without it, what comes is learned at least.
            System.err.println("plumbline: the rehearsal has failed: " + e);
        } finally {
            Files.delete(contract);
        }
        Main.main(args);
    }

    private static void serve(Path contract) {
        MockServerOptions options =
                MockServerOptions.defaults().withContract(contract).withPort(0);
        try (MockServer server = MockServer.start(options)) {
            server.exampleProblems();
            server.sampleProblems();
        }
    }

    /**
     * {@return a contract of many operations}
     *
     * @throws IOException if its template cannot be read
     */
    static String contract() throws IOException {
        try (InputStream template = Objects.requireNonNull(Rehearsal.class.getResourceAsStream(TEMPLATE), TEMPLATE)) {
            String text = new String(template.readAllBytes(), StandardCharsets.UTF_8);
            // Each line with a hash is between what stands there once and what is copied, by turns.
            String[] parts = text.split("(?m)^#.*\\R", -1);
            return IntStream.range(0, parts.length)
                    .mapToObj(part -> part % 2 == 0 ? parts[part] : copies(parts[part]))
                    .collect(Collectors.joining());
        }
    }

    private static String copies(String part) {
        return IntStream.range(0, COPIES)
                .mapToObj(copy -> part.replace("~", Integer.toString(copy)))
                .collect(Collectors.joining(","));
    }
}
