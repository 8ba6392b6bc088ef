package plumbline.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SecretTextsTests {
    private static final String CHARACTERS =
            "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789\"'\\/&<>+ =%:;.,!?#$@é~-_";

    private static String secret(Random random) {
        StringBuilder secret = new StringBuilder("Q");
        for (int length = 9 + random.nextInt(16); length > 0; length--) {
            secret.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return secret.append('Z').toString();
    }

    @Test
    void areFoundInAnySpelling() {
        List<String> faults = new ArrayList<>();
        Random random = new Random(20_261_129);
        for (int i = 0; i < 15; i++) {
            String secret = secret(random);
            SecretTexts secrets = SecretTexts.of(List.of(secret));
            Spellings.of(secret).forEach((name, spelling) -> {
                String redacted = secrets.redact("{\"said\": \"" + spelling + "\", \"id\": 4711}");
                boolean isGood = redacted.contains(SecretTexts.REPLACEMENT)
                        && redacted.startsWith("{\"said\": \"")
                        && redacted.endsWith("\", \"id\": 4711}")
                        && rest(redacted) <= 2 + leading(name);
                if (!isGood) {
                    faults.add(name + ": " + secret + " as " + spelling + " became " + redacted);
                }
            });
        }

        assertThat(faults).isEmpty();
    }

    /** How much of the spelling is left. */
    private static int rest(String redacted) {
        return redacted.length() - "{\"said\": \"\", \"id\": 4711}".length() - SecretTexts.REPLACEMENT.length();
    }

    /** How much of it is not of the secret. */
    private static int leading(String spelling) {
        return switch (spelling) {
            case "Base64 of mails" -> 96;
            case "Base64 of JSON", "Base64 with its name before", "Base64 after five" -> 12;
            case "Base64 of percent", "Base64 amid others", "Base64 after one more", "Base64", "Base64 in a URL" -> 8;
            case "Base64 for URLs", "Base64 twice", "hexadecimal after a digit", "JSON cut off", "cut off" -> 8;
            default -> 0;
        };
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void leaveOtherTextsAlone(String text) {
        SecretTexts secrets = SecretTexts.of(List.of("s3cr\"t/of the+planter:42", "abc", "correct horse"));

        assertThat(secrets.redact(text)).isSameAs(text).isEqualTo(text);
        assertThat(secrets.isIn(text)).isFalse();
    }

    static Stream<String> harmless() {
        return Stream.of(
                "",
                "abc",
                "%",
                "%zz \\",
                "\\u00 &#; &amp",
                "{\"id\": \"18ac8bac-4f29-42dd-ac29-eacb648f8baa\"}",
                "correct staple, horse battery",
                "cor...",
                "..." + "x".repeat(200_000));
    }

    @Test
    void areFoundFarIntoLongTexts() {
        SecretTexts secrets = SecretTexts.of(List.of("correct horse"));
        String filling = "{\"a\": \"b\\u0020c\"},\n".repeat(10_000);

        for (int shift = 0; shift < 40; shift += 9) {
            String text = filling.substring(0, 65_536 - shift) + "correct%20horse" + filling;
            assertThat(secrets.redact(text).length()).isBetween(text.length() - 8, text.length() - 7);
        }
        assertThat(new String(secrets.redact((filling + "correct horse").getBytes(UTF_8), "-"), UTF_8))
                .isEqualTo(filling + "-");
    }

    @Test
    void ofFewCharactersAreNoneAndShortOnesAreNoWord() {
        SecretTexts secrets = SecretTexts.of(List.of("abc", "Test"));

        assertThat(secrets.redact("abc Test test")).isEqualTo("abc <secret> test");
        assertThat(secrets.isIn("Test")).isFalse();
    }

    @Test
    void areReplacedWhereTheyOverlap() {
        SecretTexts secrets = SecretTexts.of(List.of("client:secret", "secret:more", "secret"));

        assertThat(secrets.redact("client:secret:more!")).isEqualTo("<secret>!");
    }
}
