package plumbline.mock.record;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts of the same shape: digits for digits and letters for letters, so that lengths and most patterns hold. */
final class Scrambled {
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-fA-F:{}-]+");
    private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})(.*)", Pattern.DOTALL);
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}(?: ?[A-Z0-9]){11,30}");
    private static final Pattern CARD = Pattern.compile("\\d(?:[ -]?\\d){12,18}");
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    private Scrambled() {}

    static String text(String text, Replacing replacing) {
        Random random = replacing.random(text);
        String scrambled = scrambled(text, random);
        for (int tries = 0; scrambled.equals(text) && tries < 5; tries++) {
            scrambled = scrambled(text, random);
        }
        return scrambled;
    }

    /** {@return a text of the same shape with the same beginning, as where a pattern wants one} */
    static String ending(String text, int kept, Replacing replacing) {
        return text.substring(0, kept) + text(text.substring(kept), replacing);
    }

    private static String scrambled(String text, Random random) {
        if (isIban(text)) {
            return withCheckDigits(text.substring(0, 4) + characters(text.substring(4), random, false));
        }
        String scrambled = characters(text, random, HEXADECIMAL.matcher(text).matches());
        return isCard(text) ? withLastDigit(scrambled) : scrambled;
    }

    private static String characters(String text, Random random, boolean isHexadecimal) {
        StringBuilder scrambled = new StringBuilder(text.length());
        int letters = isHexadecimal ? 6 : 26;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character >= '0' && character <= '9') {
                // Zeros lead numbers where they mean something, and other digits must not become one.
                scrambled.append(character == '0' ? '0' : (char) ('1' + random.nextInt(9)));
            } else if (Character.isLetter(character)) {
                char letter = (char) ('a' + random.nextInt(letters));
                scrambled.append(Character.isUpperCase(character) ? Character.toUpperCase(letter) : letter);
            } else {
                scrambled.append(character);
            }
        }
        return scrambled.toString();
    }

    static String date(String text, Replacing replacing) {
        Matcher date = DATE.matcher(text);
        if (!date.matches()) {
            return text(text, replacing);
        }
        Random random = replacing.random(text);
        return String.format(
                "%04d-%02d-%02d%s",
                1950 + random.nextInt(50), 1 + random.nextInt(12), 1 + random.nextInt(28), date.group(4));
    }

    /** Addresses for documentation (RFC 5737), which nobody has. */
    static String network(String text, Replacing replacing) {
        return IPV4.matcher(text).matches()
                ? "192.0.2." + (1 + replacing.random(text).nextInt(254))
                : text(text, replacing);
    }

    static boolean isIban(String text) {
        return IBAN.matcher(text).matches() && remainder(text) == 1;
    }

    static boolean isCard(String text) {
        return CARD.matcher(text).matches() && luhn(text) == 0;
    }

    private static String withCheckDigits(String iban) {
        String without = iban.substring(0, 2) + "00" + iban.substring(4);
        return String.format(Locale.ROOT, "%s%02d%s", iban.substring(0, 2), 98 - remainder(without), iban.substring(4));
    }

    private static int remainder(String iban) {
        String plain = iban.replace(" ", "");
        StringBuilder digits = new StringBuilder();
        (plain.substring(4) + plain.substring(0, 4))
                .chars()
                .forEach(character -> digits.append(Character.digit(character, 36)));
        return new BigInteger(digits.toString()).mod(NINETY_SEVEN).intValue();
    }

    private static String withLastDigit(String card) {
        String zero = card.substring(0, card.length() - 1) + "0";
        return card.substring(0, card.length() - 1) + (10 - luhn(zero)) % 10;
    }

    private static int luhn(String text) {
        String digits = text.replaceAll("\\D", "");
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
        }
        return sum % 10;
    }
}
