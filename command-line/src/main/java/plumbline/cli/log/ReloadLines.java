package plumbline.cli.log;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import plumbline.contract.document.Problem;
import plumbline.mock.MockServer;
import plumbline.mock.reload.ReloadListener;
import plumbline.text.PlainText;

/** Tells when a mock serves something else by now, and why it does not. */
public final class ReloadLines implements ReloadListener {
    private static final int MOST_NAMES = 3;

    private final PrintWriter out;
    private final PrintWriter err;
    private final Function<RuntimeException, String> words;
    private final Consumer<Problem> warnings;
    private Set<Problem> told = Set.of();

    /**
     * Makes lines.
     *
     * @param out takes what has gone well
     * @param err takes the rest
     * @param words finds words for users
     * @param warnings takes what is wrong with a contract that is served all the same
     */
    public ReloadLines(
            PrintWriter out, PrintWriter err, Function<RuntimeException, String> words, Consumer<Problem> warnings) {
        this.out = out;
        this.err = err;
        this.words = words;
        this.warnings = warnings;
    }

    /** {@return the same, where these warnings have been told} */
    public ReloadLines after(List<Problem> warned) {
        told = Set.copyOf(warned);
        return this;
    }

    @Override
    public void reloaded(MockServer server, List<String> changed, Duration took) {
        int operations = server.contract().operations().size();
        int fixtures = server.fixtures().all().size();
        out.println("Reloaded " + PlainText.listed(changed, MOST_NAMES) + ": " + counted(operations, "operation") + ", "
                + counted(fixtures, "fixture") + " (" + took.toMillis() + "ms)");
        out.flush();
        List<Problem> now = server.contract().warnings();
        now.stream().filter(problem -> !told.contains(problem)).forEach(warnings);
        told = Set.copyOf(now);
    }

    @Override
    public void kept(List<String> changed, RuntimeException problem) {
        err.println("plumbline: what has changed in " + PlainText.listed(changed, MOST_NAMES)
                + " cannot be used, so that the mock goes on as it was:\n" + words.apply(problem));
        err.flush();
    }

    private static String counted(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
