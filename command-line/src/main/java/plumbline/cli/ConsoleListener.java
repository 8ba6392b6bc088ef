package plumbline.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import plumbline.mock.MockListener;
import plumbline.mock.engine.journal.AnsweredRequest;
import plumbline.text.PlainText;
import plumbline.text.TerminalWriter;

/**
 * Writes to the console what the clients of the mock cannot mend, and what they ask.
 *
 * @param out the standard output
 * @param err the standard error
 * @param lines takes each request; null if nobody wants to know of them
 */
record ConsoleListener(
        PrintWriter out, PrintWriter err, @Nullable Consumer<AnsweredRequest> lines) implements MockListener {
    private static final int MOST_NAMES = 20;

    @Override
    public Optional<Consumer<AnsweredRequest>> answered() {
        return Optional.ofNullable(lines);
    }

    @Override
    public void answeredInvalid(String violation) {
        out.println(violation);
        out.flush();
    }

    @Override
    public void stubBreaks(String message) {
        TerminalWriter.promptlyOn(err).println("Warning: " + message);
    }

    @Override
    public void unused(List<String> names) {
        TerminalWriter.promptlyOn(err).println("Never asked for: " + PlainText.listed(names, MOST_NAMES));
    }

    @Override
    public void inTrouble(String message) {
        TerminalWriter.promptlyOn(err).println("plumbline: " + message);
    }

    @Override
    public void failed(String request, Throwable failure) {
        err.println("plumbline: answering " + request
                + " failed. This is a fault of Plumbline, told once; please report it:");
        failure.printStackTrace(err);
        err.flush();
    }
}
