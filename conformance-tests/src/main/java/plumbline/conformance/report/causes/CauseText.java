package plumbline.conformance.report.causes;

import java.util.ArrayList;
import java.util.List;
import plumbline.conformance.report.results.ExchangeText;
import plumbline.finding.Finding;
import plumbline.text.PlainText;

/** Writes a cause for people: how often it was seen, the example that shows it with the least, and what to do about it. */
public final class CauseText {
    private static final int MOST_OPERATIONS = 3;

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
        cause.followers().forEach(follower -> add("so, too", follower.check() + ": " + follower.message()));
        add("mend", finding.hint());
        add(cause.cases().size() == 1 ? "case" : "such as", cause.example().id());
        List<String> commands = cause.example().trace().reproduction();
        for (int i = 0; i < commands.size(); i++) {
            add(i < commands.size() - 1 ? "first" : "again", commands.get(i));
        }
        add("ignore", cause.ignoreEntry());
    }

    private void add(String label, String text) {
        if (!text.isEmpty()) {
            lines.add(String.format("  %-9s %s", label, PlainText.printable(text)));
        }
    }
}
