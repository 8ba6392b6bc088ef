package plumbline.cli.terminal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.conformance.report.Looks;

/** Asks the terminal how wide it is, again and again, since it can be resized. */
final class TerminalWidth implements IntSupplier {
    private static final Pattern SIZE = Pattern.compile("\\s*[0-9]+ ([1-9][0-9]{0,4})\\s*");
    private static final Pattern COLUMNS = Pattern.compile("[1-9][0-9]{0,4}");
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int LONGEST_WAIT = 500;

    private final int otherwise;
    private int width;
    private Instant next = Instant.MIN;
    private boolean isTelling = true;

    TerminalWidth(Map<String, String> environment) {
        String columns = environment.getOrDefault("COLUMNS", "").trim();
        this.otherwise = COLUMNS.matcher(columns).matches() ? Integer.parseInt(columns) : Looks.USUAL_WIDTH;
        this.width = otherwise;
    }

    /** Asking takes a process, so that it is done a few times a second only. */
    @Override
    public synchronized int getAsInt() {
        Instant now = Instant.now();
        if (isTelling && !now.isBefore(next)) {
            next = now.plus(PAUSE);
            OptionalInt asked = ask();
            isTelling = asked.isPresent();
            width = asked.orElse(otherwise);
        }
        return width;
    }

    private static OptionalInt ask() {
        try {
            Process process = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(LONGEST_WAIT, TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return OptionalInt.empty();
            }
            return size(new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            return OptionalInt.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }

    /** {@return the columns of what {@code stty size} says; nothing if it knows none} */
    static OptionalInt size(String said) {
        Matcher size = SIZE.matcher(said);
        return size.matches() ? OptionalInt.of(Integer.parseInt(size.group(1))) : OptionalInt.empty();
    }
}
