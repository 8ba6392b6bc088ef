package plumbline.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A program that is run in a folder, with a Java that this build knows and without a cache of classes, which would take time
 * to make.
 *
 * @param folder where it runs, and leaves what it says
 * @param environment what is set beside that
 */
record Command(Path folder, Map<String, String> environment) {
    /** What came of it. */
    record Outcome(int status, String out, String err) {}

    /** Starts it; what it says is for the caller to read. */
    Process start(String... words) throws IOException {
        return builder(words).start();
    }

    private ProcessBuilder builder(String... words) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(words))
                .directory(folder.toFile())
                .redirectError(Files.createTempFile(folder, "err", "").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment()
                .put("XDG_CACHE_HOME", Path.of("pom.xml").toAbsolutePath().toString());
        builder.environment().putAll(environment);
        return builder;
    }

    Outcome run(String... words) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", "");
        Path err = Files.createTempFile(folder, "err", "");
        Process process = builder(words)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        boolean ended = process.waitFor(2, TimeUnit.MINUTES);
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        assertThat(ended).as("%s ended", List.of(words)).isTrue();
        return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    /** {@return whether a program of this name is on the path} */
    static boolean exists(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }
}
