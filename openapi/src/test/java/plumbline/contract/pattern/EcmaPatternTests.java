package plumbline.contract.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EcmaPatternTests {
    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
                    b          ~ abc
                    ^[\\s\\S]*$  ~ any text
                    ^[\\S\\s]+$  ~ any text
                    ^[\\d\\S]+$  ~ a1!
                    ^[^\\S]$    ~ ' '
                    ^[^\\Sx]$   ~ ' '
                    ^[\\w.-]+$  ~ a.b-c
                    ^[^]$      ~ x
                    ^{a}$      ~ {a}
                    ^a{2}$     ~ aa
                    ^[[]$      ~ [
                    ^[a&&b]+$  ~ a&b
                    ^\\u{1F600}$ ~ 😀
                    ^\\p{Letter}+$ ~ été
                    ^\\p{Script=Greek}+$ ~ αβγ
                    ^\\p{gc=Lu}$ ~ É
                    ^(?<year>\\d{4})$ ~ 2026
                    ^\\s$ ~ '\u00a0'
                    ^\\/a\\-b$ ~ /a-b
                    """)
    void isFound(String pattern, String text) {
        assertThat(EcmaPattern.compile(pattern).isFoundIn(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
                    ^b        ~ abc
                    ^[\\S]+$   ~ a b
                    ^[^\\S]$   ~ x
                    ^[\\d\\S]$  ~ ' '
                    []        ~ x
                    ^[a&&b]$  ~ c
                    ^a{2}$    ~ a
                    ^\\p{Lu}$  ~ e
                    """)
    void isNotFound(String pattern, String text) {
        assertThat(EcmaPattern.compile(pattern).isFoundIn(text)).isFalse();
    }

    @Test
    void aDollarSignDoesNotMatchBeforeALineBreakAtTheEnd() {
        assertThat(EcmaPattern.compile("^a$").isFoundIn("a\n")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[a", "a**", "(?<n", "\\p{NoSuchThing}"})
    void refusesWhatIsNoPattern(String pattern) {
        assertThatExceptionOfType(PatternSyntaxException.class).isThrownBy(() -> EcmaPattern.compile(pattern));
    }

    @Test
    @Timeout(60)
    void givesUpWhereMatchingTakesExponentialTime() {
        EcmaPattern pattern = EcmaPattern.compile("^(a+)+b\\1$");

        assertThatExceptionOfType(PatternTooCostlyException.class).isThrownBy(() -> pattern.isFoundIn("a".repeat(60)));
    }
}
