package plumbline.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The mock as the launcher starts it, with what is built of these sources.
 *
 * @param process the JVM, which the launcher becomes
 * @param port where it listens
 */
record MockProcess(Process process, int port) implements AutoCloseable {
    private static final Path LAUNCHER = Path.of("src/launcher/plumbline").toAbsolutePath();
    private static final Pattern LISTENING = Pattern.compile("Listening on http://127\\.0\\.0\\.1:(\\d+)");

    static MockProcess start(Path folder, Path contract) throws IOException {
        Path out = folder.resolve("out.txt");
        ProcessBuilder builder = new ProcessBuilder(
                        LAUNCHER.toString(), "mock", contract.toString(), "--port", "0", "--reload", "--log", "text")
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(folder.resolve("err.txt").toFile());
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        Process process = builder.start();
        while (process.isAlive()) {
            Matcher told = LISTENING.matcher(Files.readString(out));
            if (told.find()) {
                return new MockProcess(process, Integer.parseInt(told.group(1)));
            }
            Thread.onSpinWait();
        }
        throw new AssertionError(Files.readString(folder.resolve("err.txt")));
    }

    long pid() {
        return process.pid();
    }

    void stop() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isIn(0, 143);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
