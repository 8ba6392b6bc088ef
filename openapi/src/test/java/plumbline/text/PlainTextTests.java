package plumbline.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlainTextTests {
    @Test
    void excerptsAreNoLongerThanTheyMayBe() {
        assertThat(PlainText.excerpt("abcdef", 6)).isEqualTo("abcdef");
        assertThat(PlainText.excerpt("abcdefg", 6)).isEqualTo("abc...");
    }

    @Test
    void ofManyWordsTheFirstAreListed() {
        assertThat(PlainText.listed(List.of("a", "b"), 2)).isEqualTo("a, b");
        assertThat(PlainText.listed(List.of("a", "b", "c", "d"), 2)).isEqualTo("a, b and 2 more");
        assertThat(PlainText.listed(List.of(), 2)).isEmpty();
    }

    @Test
    void charactersAreNeverTornInHalves() {
        String text = "ab\uD83D\uDE00cd";

        for (int longest = 0; longest <= text.length(); longest++) {
            String beginning = PlainText.beginning(text, longest);

            assertThat(text).startsWith(beginning);
            assertThat(beginning.length()).isBetween(longest - 1, longest);
            assertThat(beginning).doesNotEndWith("\uD83D");
        }
    }

    @Test
    void whatCouldSteerATerminalIsReplaced() {
        assertThat(PlainText.printable("a\r\nb\u001B[31m")).isEqualTo("a b\uFFFD[31m");
        assertThat(PlainText.printable("a\u009Bb\u202Ec\u2066d\u200Ee\uD800f"))
                .isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf");
        assertThat(PlainText.printable("\uD83D\uDE00 \u00FC")).isEqualTo("\uD83D\uDE00 \u00FC");
    }
}
