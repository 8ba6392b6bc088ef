package plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What came of a launcher that was run. */
record Outcome(int status, String out, String err) {
    static final Path SHELL = Path.of("/bin/sh");

    /** Runs a launcher in a folder, with a cache of its own unless the environment says otherwise. */
    static Outcome of(Path folder, Path launcher, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of(SHELL.toString(), launcher.toString()));
        command.addAll(List.of(arguments));
        try {
            Path out = Files.createTempFile(folder, "out", "");
            Path err = Files.createTempFile(folder, "err", "");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
            builder.environment().putAll(environment);
            Process process = builder.start();
            assertThat(process.waitFor(50, TimeUnit.SECONDS)).isTrue();
            return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
