package plumbline.conformance.report.causes;

import java.util.ArrayList;
import java.util.List;
import plumbline.conformance.report.results.ExchangeText;
import plumbline.finding.Finding;
import plumbline.text.PlainText;

/** Writes a cause for people: how often it was seen, the example that shows it with the least, and what to do about it. */
public final class CauseText {
    private static final int MOST_OPERATIONS = 3;
    private static final int MOST_PLACES = 6;
    private static final int MOST_COMMANDS = 6;
    private static final String ANSWERED = ", but was answered with status [0-9]+$";

    private final List<String> lines = new ArrayList<>();

    private CauseText() {}

    /** {@return the cause in lines, without its name; all of them printable} */
    public static List<String> lines(Cause cause) {
        CauseText text = new CauseText();
        text.write(cause);
        return List.copyOf(text.lines);
    }

    /** {@return the first line of a cause, behind its name} */
    public static String heading(Cause cause) {
        return PlainText.printable(cause.extent(MOST_OPERATIONS));
    }

    private void write(Cause cause) {
        Finding finding = cause.finding();
        lines.add(PlainText.printable(finding.message()));
        add("expected", finding.expected());
        add("got", finding.actual());
        if (!finding.message().contains(finding.location())) {
            add("where", finding.location());
        }
        add("sent", ExchangeText.sent(cause.example()));
        add("answer", ExchangeText.answered(cause.example()));
        finding.documented().ifPresent(place -> add("contract", place.toString()));
        places(cause);
        cause.followers().forEach(follower -> add("so, too", follower.check() + ": " + follower.message()));
        add("mend", finding.hint());
        add(cause.cases().size() == 1 ? "case" : "such as", cause.example().id());
        commands(cause.example().trace().reproduction());
        add("ignore", cause.ignoreEntry());
    }

    private void commands(List<String> commands) {
        int left = commands.size() - MOST_COMMANDS;
        for (int i = 0; i < commands.size(); i++) {
            boolean isLeftOut = i > 0 && i <= left;
            if (!isLeftOut) {
                add(i < commands.size() - 1 ? "first" : "again", commands.get(i));
            } else if (i == 1) {
                add("first", "and " + left + (left == 1 ? " other request" : " other requests"));
            }
        }
    }

    private void places(Cause cause) {
        List<Finding> others = cause.places().values().stream()
                .filter(other -> !other.place().equals(cause.finding().place()))
                .toList();
        others.stream()
                .limit(MOST_PLACES)
                .forEach(other -> add(
                        "also",
                        other.message().replaceFirst(ANSWERED, "") + " ("
                                + other.place().line() + ":" + other.place().column() + " #"
                                + other.place().pointer() + ")"));
        if (others.size() > MOST_PLACES) {
            add("also", "at " + (others.size() - MOST_PLACES) + " more places, which the JSON report lists");
        }
    }

    private void add(String label, String text) {
        if (!text.isEmpty()) {
            lines.add(String.format("  %-9s %s", label, PlainText.printable(text)));
        }
    }
}
