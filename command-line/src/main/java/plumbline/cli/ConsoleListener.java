package plumbline.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import plumbline.mock.MockListener;
import plumbline.text.TerminalWriter;

/** Writes to the console what the clients of the mock cannot mend. */
record ConsoleListener(PrintWriter out, PrintWriter err) implements MockListener {
    private static final int MOST_NAMES = 20;

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
        String rest = names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " more" : "";
        TerminalWriter.promptlyOn(err)
                .println("Never asked for: " + names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "))
                        + rest);
    }

    @Override
    public void failed(String request, Throwable failure) {
        err.println("plumbline: answering " + request
                + " failed. This is a fault of Plumbline, told once; please report it:");
        failure.printStackTrace(err);
        err.flush();
    }
}
