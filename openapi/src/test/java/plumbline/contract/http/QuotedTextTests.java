package plumbline.contract.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotedTextTests {
    @Test
    void splitsOutsideOfQuotesOnly() {
        assertThat(QuotedText.split("a, \"b,c\",d", ',')).containsExactly("a", " \"b,c\"", "d");
        assertThat(QuotedText.split("\"a\\\",b\",c", ',')).containsExactly("\"a\\\",b\"", "c");
    }

    @Test
    void keepsEmptyParts() {
        assertThat(QuotedText.split("", ',')).containsExactly("");
        assertThat(QuotedText.split(",a,", ',')).containsExactly("", "a", "");
    }

    @Test
    void takesAQuoteThatIsNeverClosedAsQuotedToTheEnd() {
        assertThat(QuotedText.split("a,\"b,c", ',')).containsExactly("a", "\"b,c");
        assertThat(QuotedText.split("\"a\\", ',')).containsExactly("\"a\\");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "a, a",
                "'\"a b\"', a b",
                "'\"\"', ''",
                "'\"', '\"'",
                "'\"a\\\"b\"', 'a\"b'",
                "'\"a\\\\\"', 'a\\'",
                "'\"a', '\"a'",
            })
    void unquotesQuotedStringsAndLeavesTokens(String text, String plain) {
        assertThat(QuotedText.unquote(text)).isEqualTo(plain);
    }
}
