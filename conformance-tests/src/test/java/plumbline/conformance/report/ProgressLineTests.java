package plumbline.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import plumbline.text.TerminalWriter;

class ProgressLineTests {
    private final StringWriter text = new StringWriter();
    private Instant now = Instant.EPOCH;
    private int width = 80;

    private ProgressLine line(boolean isTerminal) {
        ProgressLine line = new ProgressLine(
                TerminalWriter.on(new PrintWriter(text)),
                new Looks(isTerminal, false).withWidth(() -> width),
                () -> now);
        line.begin(4);
        return line;
    }

    /** What stands in the line at each time. */
    private List<String> shown() {
        return List.of(text.toString().split("\r\u001B\\[2K", -1));
    }

    private void show(ProgressLine line) {
        line.erase();
        line.add(Reports.failed());
    }

    @Test
    void tellsHowFarTheRunIsAndWhatFailed() {
        show(line(true));

        assertThat(shown())
                .last()
                .isEqualTo("[#####---------------] 1/4, 1 failed getUser/examples/fixture-users/x.json");
    }

    @Test
    void neverWrapsAndAsksForTheWidthEachTime() {
        ProgressLine line = line(true);
        for (int columns : List.of(40, 60, 12)) {
            width = columns;
            show(line);

            assertThat(shown()).last().satisfies(shown -> assertThat(shown).hasSizeLessThan(columns));
        }
        assertThat(text.toString()).doesNotContain("\n");
    }

    @Test
    void shortensLongIdsInTheMiddle() {
        width = 60;
        show(line(true));

        assertThat(shown()).last().isEqualTo("[#####---------------] 1/4, 1 failed getUser/ex...rs/x.json");
    }

    @Test
    void isALineEveryFewSecondsWhereNothingCanBeWrittenOver() {
        ProgressLine line = line(false);
        show(line);
        assertThat(text.toString()).isEmpty();

        now = now.plusSeconds(6);
        show(line);
        show(line);

        assertThat(text.toString()).isEqualToNormalizingNewlines("2/4 cases, 2 failed\n");
    }

    @Test
    void isGoneAtTheEnd() {
        ProgressLine line = line(true);
        for (int i = 0; i < 4; i++) {
            show(line);
        }

        assertThat(shown()).last().isEqualTo("");
    }
}
