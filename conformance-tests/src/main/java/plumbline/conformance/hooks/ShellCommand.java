package plumbline.conformance.hooks;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import plumbline.text.UnusableInputException;

/**
 * A command of the user.
 *
 * @param line the command as it would be typed
 * @param folder where it is run
 */
public record ShellCommand(String line, Path folder) {
    private static final int MINUTES = 5;

    /**
     * Runs it.
     *
     * @param environment what its environment has besides ours
     * @return what it writes to its standard output
     * @throws UnusableInputException if it fails, with the last line that it says of that
     */
    public String run(Map<String, String> environment) {
        try {
            // Files never block who writes into them, as pipes do.
            Path out = Files.createTempFile("plumbline", ".out");
            Path err = Files.createTempFile("plumbline", ".err");
            try {
                return run(environment, out, err);
            } finally {
                Files.deleteIfExists(out);
                Files.deleteIfExists(err);
            }
        } catch (IOException e) {
            throw new UnusableInputException("the command '" + line + "' cannot be run: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnusableInputException("the command '" + line + "' was interrupted");
        }
    }

    private String run(Map<String, String> environment, Path out, Path err) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(words())
                .directory(folder.toAbsolutePath().toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File(isWindows() ? "NUL" : "/dev/null")))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new UnusableInputException("the command '" + line + "' did not end within " + MINUTES + " minutes");
        }
        if (process.exitValue() != 0) {
            String said = text(err).strip();
            throw new UnusableInputException("the command '" + line + "' failed with exit code " + process.exitValue()
                    + (said.isEmpty() ? "" : ": " + said.substring(said.lastIndexOf('\n') + 1)));
        }
        return text(out);
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private List<String> words() {
        return isWindows() ? List.of("cmd", "/c", line) : List.of("sh", "-c", line);
    }

    private static boolean isWindows() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    }
}
