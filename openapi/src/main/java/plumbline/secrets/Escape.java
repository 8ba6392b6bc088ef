package plumbline.secrets;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands for octets that cannot be written as they are.
 *
 * @param octets what it stands for
 * @param length how long it is
 */
record Escape(String octets, int length) {
    private static final int LONGEST = 12;
    private static final Pattern MARKUP = Pattern.compile("&(?:#[xX](\\p{XDigit}{1,6})|#(\\d{1,7})|([A-Za-z]{2,6}));");
    private static final Map<String, String> CONTROLS = Map.of("b", "\b", "f", "\f", "n", "\n", "r", "\r", "t", "\t");
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", " "),
            Map.entry("sol", "/"),
            Map.entry("bsol", "\\"),
            Map.entry("plus", "+"),
            Map.entry("equals", "="),
            Map.entry("colon", ":"),
            Map.entry("semi", ";"),
            Map.entry("comma", ","),
            Map.entry("period", "."),
            Map.entry("excl", "!"),
            Map.entry("quest", "?"),
            Map.entry("num", "#"),
            Map.entry("dollar", "$"),
            Map.entry("percnt", "%"),
            Map.entry("commat", "@"),
            Map.entry("ast", "*"),
            Map.entry("lpar", "("),
            Map.entry("rpar", ")"),
            Map.entry("lowbar", "_"));

    /** {@return the escape of URLs, forms and old scripts that starts here; null if none does} */
    static @Nullable Escape percent(String text, int at) {
        if (text.charAt(at) != '%' || at + 2 >= text.length()) {
            return null;
        }
        return (text.charAt(at + 1) | 0x20) == 'u' ? ofPoint(text, at + 2, 4, 6) : ofOctet(text, at + 1, 3);
    }

    /** {@return the escape of mails that starts here; null if none does} */
    static @Nullable Escape quoted(String text, int at) {
        return text.charAt(at) == '=' ? ofOctet(text, at + 1, 3) : null;
    }

    /** {@return the escape of JSON, programs and shells that starts here; null if none does} */
    static @Nullable Escape backslash(String text, int at) {
        if (text.charAt(at) != '\\' || at + 1 >= text.length()) {
            return null;
        }
        char kind = text.charAt(at + 1);
        if (kind == 'u' || kind == 'U') {
            return unicode(text, at);
        }
        if (kind == 'x') {
            return ofOctet(text, at + 2, 4);
        }
        int octal = kind >= '0' && kind <= '3' ? number(text, at + 1, 3, 8) : -1;
        if (octal >= 0) {
            return new Escape(String.valueOf((char) octal), 4);
        }
        String plain = String.valueOf(kind);
        return new Escape(CONTROLS.getOrDefault(plain, plain), 2);
    }

    private static @Nullable Escape unicode(String text, int at) {
        int close = text.startsWith("{", at + 2) ? text.indexOf('}', at) : -1;
        if (close > at + 3 && close <= at + 9) {
            return ofPoint(text, at + 3, close - at - 3, close + 1 - at);
        }
        int high = number(text, at + 2, 4, 16);
        int low = text.startsWith("\\u", at + 6) ? number(text, at + 8, 4, 16) : -1;
        if (high >= 0 && low >= 0 && Character.isSurrogatePair((char) high, (char) low)) {
            return new Escape(Layer.octets(Character.toString(Character.toCodePoint((char) high, (char) low))), 12);
        }
        return ofPoint(text, at + 2, 4, 6);
    }

    /** {@return the escape of HTML and XML that starts here; null if none does} */
    static @Nullable Escape markup(String text, int at) {
        if (text.charAt(at) != '&') {
            return null;
        }
        Matcher matcher = MARKUP.matcher(text).region(at, Math.min(text.length(), at + LONGEST));
        if (!matcher.lookingAt()) {
            return null;
        }
        int length = matcher.end() - at;
        if (matcher.group(1) != null) {
            return ofPoint(text, matcher.start(1), matcher.end(1) - matcher.start(1), length);
        }
        String named = matcher.group(3) == null
                ? Character.toString(Math.min(Integer.parseInt(matcher.group(2)), Character.MAX_CODE_POINT))
                : NAMED.get(matcher.group(3));
        return named == null ? null : new Escape(Layer.octets(named), length);
    }

    private static @Nullable Escape ofOctet(String text, int digits, int length) {
        int octet = number(text, digits, 2, 16);
        return octet < 0 ? null : new Escape(String.valueOf((char) octet), length);
    }

    private static @Nullable Escape ofPoint(String text, int from, int digits, int length) {
        int point = number(text, from, digits, 16);
        return Character.isValidCodePoint(point) ? new Escape(Layer.octets(Character.toString(point)), length) : null;
    }

    /** {@return the number that so many digits make, or -1} */
    static int number(String text, int from, int digits, int radix) {
        if (from + digits > text.length()) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = Character.digit(text.charAt(i), radix);
            if (digit < 0) {
                return -1;
            }
            number = number * radix + digit;
        }
        return number;
    }
}
