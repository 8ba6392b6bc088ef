package plumbline.cli;

import java.io.PrintWriter;
import java.util.List;
import plumbline.contract.document.Problem;
import plumbline.text.TerminalWriter;

/**
 * What a user should know of a contract that is served all the same.
 *
 * @param err where it is written
 * @param color whether it is written in color
 */
record Warnings(PrintWriter err, boolean color) {
    private static final int MOST_LINES = 20;

    void print(Problem problem) {
        TerminalWriter lines = TerminalWriter.promptlyOn(err);
        if (color) {
            lines.colored("33", "Warning");
        } else {
            lines.print("Warning");
        }
        lines.println(": " + problem.advised(RemedyOptions::of));
    }

    /** Prints the first of many. */
    void printFirst(List<Problem> problems) {
        problems.stream().limit(MOST_LINES).forEach(this::print);
        if (problems.size() > MOST_LINES) {
            err.println("… and " + (problems.size() - MOST_LINES) + " more");
        }
    }
}
