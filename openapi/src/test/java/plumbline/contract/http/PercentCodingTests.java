package plumbline.contract.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PercentCodingTests {
    @ParameterizedTest
    @CsvSource({"a%20b, a b", "%C3%A9, é", "%c3%a9é, éé", "a+b, a+b", "%2F%25, /%", "'', ''", "%F0%9F%98%80, 😀"})
    void decodesEscapesAsUtf8(String encoded, String plain) {
        assertThat(PercentCoding.decode(encoded)).contains(plain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%2", "a%2", "%G0", "%0G", "%-1", "%+1", "%é1", "%C3", "%FF", "%C0%AF", "%ED%A0%80"})
    void refusesMalformedEscapesAndOctets(String encoded) {
        assertThat(PercentCoding.decode(encoded)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"a b, a%20b", "é, %C3%A9", "/?#[]@, %2F%3F%23%5B%5D%40", "aZ09-._~, aZ09-._~", "100%, 100%25"})
    void encodesAllButUnreservedCharacters(String plain, String encoded) {
        assertThat(PercentCoding.encode(plain)).isEqualTo(encoded);
    }

    @Test
    void leavesTheGivenCharactersPlain() {
        assertThat(PercentCoding.encode("a/b:c d", "/:")).isEqualTo("a/b:c%20d");
    }

    @RepeatedTest(20)
    void decodesWhatItEncodes(RepetitionInfo repetition) {
        SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            int character = random.nextInt(0x2FFFF);
            text.appendCodePoint(character >= 0xD800 && character < 0xE000 ? 'x' : character);
        }

        String encoded = PercentCoding.encode(text.toString());

        assertThat(encoded).matches("[A-Za-z0-9%._~-]*");
        assertThat(PercentCoding.decode(encoded)).contains(text.toString());
    }
}
