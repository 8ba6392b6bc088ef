package plumbline.contract.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyTests {
    @ParameterizedTest
    @CsvSource(textBlock = """
            {"name":"a","of":[1,2,3]} | {"name":"b","of":[1,2,3]}
            {"name":"a","of":[1,2,3]} | {"name":"a","of":[1,2,3]}
            {"name":"a","of":[1,2,3]} | {"name":"aaaa","of":[1,2,3]}
            {"name":"aaa","of":[1,2,3]} | {"name":"a","of":[1,2,3]}
            {"name":"a","of":[1,2,3]} | {"name":"a","of":[1,2,3]}x
            {"name":"a","of":[1,2,3]} | x{"name":"a","of":[1,2,3]}
            aaaaaaaa | aaaa
            aaaa | aaaaaaaa
            aa | ''
            '' | aa
            one | another
            größer als alles | größer als nichts
            """, delimiter = '|')
    void isTheSameIfItIsKeptAsWhatDiffersFromAnother(String base, String text) {
        assertSame(Body.of(text), Body.of(text).like(Body.of(base)));
    }

    @Test
    void isTheSameHoweverManyAreKeptLikeOneAnother() {
        SplittableRandom random = new SplittableRandom(5);
        byte[] octets = "{\"name\":\"a\",\"of\":[1,2,3],\"and\":{\"so\":\"on\"}}".getBytes(StandardCharsets.UTF_8);
        Body like = Body.of(octets.clone());
        for (int i = 0; i < 2_000; i++) {
            octets[random.nextInt(octets.length)] = (byte) random.nextInt('a', 'd');
            Body whole = Body.of(octets.clone());
            like = whole.like(like);

            assertSame(whole, like);
        }
    }

    private static void assertSame(Body whole, Body like) {
        assertThat(like).isEqualTo(whole).hasSameHashCodeAs(whole).hasToString(whole.text());
        assertThat(whole).isEqualTo(like);
        assertThat(like.bytes()).isEqualTo(whole.bytes());
        assertThat(like.length()).isEqualTo(whole.length());
        assertThat(like.isEmpty()).isEqualTo(whole.isEmpty());
        assertThat(like).isNotEqualTo(Body.of(whole.text() + "."));
    }
}
