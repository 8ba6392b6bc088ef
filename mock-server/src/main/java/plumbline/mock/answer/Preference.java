package plumbline.mock.answer;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import plumbline.contract.http.QuotedText;

/**
 * One thing that a client would like (RFC 7240, section 2).
 *
 * @param name in lower case
 * @param value without quotes; empty if there is none
 * @param word the value as it was sent
 */
record Preference(String name, String value, String word) {
    private static final Pattern WORD =
            Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+|\"(?:[ !#-\\[\\]-~]|\\\\[ -~])*\"");
    private static final Pattern PRINTABLE = Pattern.compile("[ -~]*");

    /** {@return the preference that this text names, parameters left out} */
    static Preference parse(String text) {
        String pair = QuotedText.split(text, ';').get(0);
        int equals = pair.indexOf('=');
        String name = (equals < 0 ? pair : pair.substring(0, equals)).trim().toLowerCase(Locale.ROOT);
        String word = equals < 0 ? "" : pair.substring(equals + 1).trim();
        return new Preference(name, QuotedText.unquote(word), word);
    }

    Preference withValue(String other) {
        return new Preference(name, other, other);
    }

    /** {@return what is wrong with the value; empty if it can be used} */
    Optional<String> fault() {
        boolean fits = switch (name) {
            case "code" -> value.matches("[1-5][0-9]{2}");
            case "dynamic" -> value.matches("true|false");
            case "wait" -> value.matches("[0-9]{1,4}(\\.[0-9]{1,3})?");
            default -> !value.isEmpty();
        };
        return fits
                ? Optional.empty()
                : Optional.of("The preference " + name + "=" + value + " cannot be read; " + form() + ".");
    }

    private String form() {
        return switch (name) {
            case "code" -> "write a status such as code=404";
            case "dynamic" -> "write dynamic=true or dynamic=false";
            case "wait" -> "write seconds such as wait=1.5";
            case "seed" -> "write a number such as seed=7";
            default -> "write a name such as example=first";
        };
    }

    /** {@return the preference for a header field, as it was sent or else quoted; without a value that no field can hold} */
    String asField() {
        if (WORD.matcher(word).matches()) {
            return name + "=" + word;
        }
        return PRINTABLE.matcher(value).matches()
                ? name + "=\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\""
                : name;
    }
}
