package plumbline.mock.control.switches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.text.UnusableInputException;

class DelayTests {
    @ParameterizedTest
    @CsvSource({"200ms, 200ms", "2s, 2s", "3, 3s", "1m, 60s", "'lognormal:200ms,0.4', 'lognormal:200ms,0.4'"})
    void isReadAsItIsTold(String text, String told) {
        assertThat(Delay.parse(text)).hasToString(told).isEqualTo(Delay.parse(told));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "soon", "-1s", "6m", "lognormal:200ms", "lognormal:,1", "lognormal:200ms,x", "normal:1s,1"})
    void isRefusedWithTheWayToWriteIt(String text) {
        assertThatThrownBy(() -> Delay.parse(text))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("write it as 200ms, 2s or, with median and sigma, lognormal:200ms,0.4");
    }

    @Test
    void isSpreadAroundItsMedian() {
        SplittableRandom random = new SplittableRandom(1);
        Delay delay = Delay.parse("lognormal:200ms,0.5");

        List<Duration> drawn =
                Stream.generate(() -> delay.drawn(random)).limit(1_001).sorted().toList();

        assertThat(drawn.get(500)).isBetween(Duration.ofMillis(180), Duration.ofMillis(220));
        assertThat(drawn.get(900)).isBetween(Duration.ofMillis(320), Duration.ofMillis(460));
    }

    @Test
    void isAlwaysTheSameWithoutASpread() {
        assertThat(Delay.parse("200ms").drawn(new SplittableRandom(1))).isEqualTo(Duration.ofMillis(200));
    }
}
