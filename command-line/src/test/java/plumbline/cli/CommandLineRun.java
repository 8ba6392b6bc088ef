package plumbline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import plumbline.mock.MockServer;

/** Runs the command line in this process and keeps what it says and starts. */
abstract class CommandLineRun {
    static final Path RESOURCES = Path.of("../mock-server/src/test/resources");

    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();
    final List<MockServer> started = new ArrayList<>();

    @TempDir
    Path folder = Path.of("");

    @AfterEach
    void close() {
        started.forEach(MockServer::close);
    }

    int run(String... arguments) {
        return run(Map.of(), arguments);
    }

    int run(Map<String, String> environment, String... arguments) {
        String[] all =
                Stream.concat(Stream.of("mock"), Arrays.stream(arguments)).toArray(String[]::new);
        return new Main(Surroundings.of(environment, new PrintWriter(out, true), new PrintWriter(err, true))
                        .in(folder)
                        .keeping(started::add))
                .run(all);
    }

    Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolve("..").normalize());
        return Files.writeString(file, text);
    }
}
