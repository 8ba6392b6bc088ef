package plumbline.conformance.report;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import plumbline.conformance.result.Verdict;
import plumbline.text.PlainText;
import plumbline.text.TerminalWriter;

/**
 * Shows how far a run is: on a terminal in one line, which is written over and never wraps, and elsewhere in a line every few
 * seconds.
 */
final class ProgressLine {
    private static final String ELLIPSIS = "...";
    private static final int BAR = 20;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final TerminalWriter out;
    private final Looks looks;
    private final InstantSource clock;
    private int total;
    private int done;
    private int failed;
    private Instant told;

    ProgressLine(TerminalWriter out, Looks looks, InstantSource clock) {
        this.out = out;
        this.looks = looks;
        this.clock = clock;
        this.told = clock.instant();
    }

    void begin(int cases) {
        total = cases;
        told = clock.instant();
    }

    /** Takes the line away, before something else is written. */
    void erase() {
        if (looks.progress()) {
            out.eraseLine();
        }
    }

    /** Shows that one more case has its verdict. */
    void add(Verdict verdict) {
        done++;
        failed += verdict.findings().isEmpty() ? 0 : 1;
        if (done >= total) {
            return;
        }
        if (looks.progress()) {
            // The last column stays free, since some terminals wrap as soon as it is written to.
            out.print(line(verdict.subject().id(), looks.width().getAsInt() - 1));
        } else if (Duration.between(told, clock.instant()).compareTo(PAUSE) >= 0) {
            told = clock.instant();
            out.println(figures() + " cases" + failures());
        }
        out.flush();
    }

    private String line(String id, int width) {
        int full = BAR * done / Math.max(1, total);
        String bar = "[" + "#".repeat(full) + "-".repeat(BAR - full) + "] ";
        String figures = figures() + failures();
        String start = bar.length() + figures.length() <= width ? bar + figures : figures;
        int left = width - start.length() - 1;
        String name = left > ELLIPSIS.length() + 1 ? " " + shortened(PlainText.printable(id), left) : "";
        return PlainText.beginning(start + name, Math.max(0, width));
    }

    private String figures() {
        return done + "/" + total;
    }

    private String failures() {
        return failed == 0 ? "" : ", " + failed + " failed";
    }

    /** {@return a name that keeps its beginning and its end, which tell most} */
    private static String shortened(String name, int longest) {
        if (name.length() <= longest) {
            return name;
        }
        int kept = longest - ELLIPSIS.length();
        int end = name.length() - kept / 2;
        int tail = Character.isLowSurrogate(name.charAt(Math.min(end, name.length() - 1))) ? end + 1 : end;
        return PlainText.beginning(name, kept - kept / 2) + ELLIPSIS + name.substring(Math.min(tail, name.length()));
    }
}
