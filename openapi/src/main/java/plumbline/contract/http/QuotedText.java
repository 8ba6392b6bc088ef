package plumbline.contract.http;

import java.util.ArrayList;
import java.util.List;

/** Lists and quoted strings in header field values (RFC 9110, sections 5.6.1 and 5.6.4). */
public final class QuotedText {
    private QuotedText() {}

    /** {@return the parts between these separators, those inside quoted strings not counted; never empty} */
    public static List<String> split(String text, char separator) {
        if (text.indexOf(separator) < 0) {
            return List.of(text);
        }
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '\\' && quoted) {
                i++;
            } else if (character == '"') {
                quoted = !quoted;
            } else if (character == separator && !quoted) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    /** {@return the meaning of a token or quoted string} */
    public static String unquote(String text) {
        if (text.length() < 2 || text.charAt(0) != '"' || text.charAt(text.length() - 1) != '"') {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 1; i < text.length() - 1; i++) {
            if (text.charAt(i) == '\\' && i < text.length() - 2) {
                i++;
            }
            plain.append(text.charAt(i));
        }
        return plain.toString();
    }

    /** {@return whether a text is a token, as names of fields and methods are (RFC 9110, section 5.6.2)} */
    public static boolean isToken(String text) {
        return !text.isEmpty()
                && text.chars().allMatch(c -> c > ' ' && c < 127 && "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0);
    }

    static String quoteIfNeeded(String text) {
        return isToken(text) ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
