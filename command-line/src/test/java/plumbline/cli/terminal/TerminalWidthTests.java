package plumbline.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalWidthTests {
    @Test
    void isWhatTheTerminalSays() {
        assertThat(TerminalWidth.size("24 132\n")).hasValue(132);
    }

    @Test
    void isUnknownIfTheTerminalDoesNotKnow() {
        assertThat(TerminalWidth.size("0 0\n")).isEmpty();
        assertThat(TerminalWidth.size("")).isEmpty();
        assertThat(TerminalWidth.size("stty: not a terminal")).isEmpty();
    }

    @Test
    void isNeverNothing() {
        assertThat(new TerminalWidth(Map.of("COLUMNS", "0")).getAsInt()).isPositive();
    }
}
