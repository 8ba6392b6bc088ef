package plumbline.cli;

import java.io.PrintWriter;
import java.util.List;
import plumbline.contract.document.Problem;

/** What a user should know of a contract that is served all the same. */
final class Warnings {
    private static final int MOST_LINES = 20;

    private Warnings() {}

    static void print(List<Problem> problems, PrintWriter err) {
        problems.stream()
                .limit(MOST_LINES)
                .forEach(problem -> err.println("Warning: " + problem.advised(RemedyOptions::of)));
        if (problems.size() > MOST_LINES) {
            err.println("… and " + (problems.size() - MOST_LINES) + " more");
        }
    }
}
