package plumbline.mock.because;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import plumbline.contract.document.Node;
import plumbline.contract.document.Place;
import plumbline.contract.http.Headers;
import plumbline.contract.http.Response;
import plumbline.contract.validation.Location;
import plumbline.contract.validation.Violation;
import plumbline.mock.engine.journal.CredentialPlaces;
import plumbline.text.PlainText;

/**
 * Why a request is answered as it is, in a few words for people: the same for the same answer, and without what clients sent as
 * credentials.
 *
 * @param text the words, which a header field can hold
 */
public record Because(String text) {
    /** The header field of answers that says why. */
    public static final String HEADER = "Plumbline-Because";

    private static final int LONGEST = 400;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9][0-9.eE+-]{0,30}");
    private static final Pattern PLACE_IN_TEXT = Pattern.compile("\\(line \\d+, column \\d+\\)$");

    public Because {
        text = PlainText.excerpt(plain(text.strip()), LONGEST);
    }

    /** {@return a sentence as a reason: it begins small and has no full stop} */
    public static Because of(String sentence) {
        boolean isWord = sentence.length() > 1 && !Character.isUpperCase(sentence.charAt(1));
        String begun = isWord ? Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1) : sentence;
        return new Because(begun.endsWith(".") ? begun.substring(0, begun.length() - 1) : begun);
    }

    /** {@return that this file answers} */
    public static Because fixture(String file) {
        return new Because("fixture " + file);
    }

    /**
     * {@return that an example answers}
     *
     * @param name its name; empty if it has none
     * @param response the key of the response that it stands in
     */
    public static Because example(String name, String response) {
        return new Because((name.isEmpty() ? "example" : "example \"" + name + "\"") + " of response " + response);
    }

    /** {@return that a sample of a schema answers: its line would take as long to find as all of the document to read} */
    public static Because sample(Node schema) {
        return new Because("sample of #" + schema.pointer());
    }

    /**
     * {@return that a request breaks the contract}
     *
     * @param violations how, at least once; the first is told
     */
    public static Because broken(List<Violation> violations) {
        Violation first = violations.get(0);
        Place place = first.contractPlace();
        int others = violations.size() - 1;
        return new Because(where(first.location())
                + what(first)
                + (place == null ? "" : " " + in(place))
                + (others == 0 ? "" : ", and " + others + " more"));
    }

    /** {@return the response, which says so} */
    public Response on(Response response) {
        return response.withHeader(HEADER, text);
    }

    /** {@return what a message says of its reason; empty if it says nothing} */
    public static String in(Headers headers) {
        return headers.first(HEADER).orElse("");
    }

    /** {@return the response, with more words about its reason} */
    public static Response more(Response response, String words) {
        return new Because(in(response.headers()) + words).on(response);
    }

    private static String in(Place place) {
        return "(" + place.withoutFolders().position() + ")";
    }

    private static String where(Location location) {
        String part = location.toString().replace(" at /", " /").replace(" parameter '", " '");
        return part + (isSecret(location) ? " " : ": ");
    }

    /** Values are told where they are numbers, which say most in the fewest words. */
    private static String what(Violation violation) {
        if (isSecret(violation.location())) {
            return "breaks '" + violation.rule() + "'";
        }
        if (violation.isUnreadableBody()) {
            return unreadable(violation.message());
        }
        boolean isTelling = violation.message().startsWith("breaks ")
                && NUMBER.matcher(violation.actual()).matches();
        return isTelling ? violation.actual() + " " + violation.message() : violation.message();
    }

    /** What a parser says may repeat what it stumbled over. */
    private static String unreadable(String message) {
        var place = PLACE_IN_TEXT.matcher(message);
        int colon = message.indexOf(": ");
        return colon < 0 ? message : message.substring(0, colon) + (place.find() ? " " + place.group() : "");
    }

    private static boolean isSecret(Location location) {
        CredentialPlaces telling = CredentialPlaces.telling();
        return location.part() != Location.Part.SECURITY
                && (telling.include(location.name())
                        || Arrays.stream(location.pointer().split("/", -1)).anyMatch(telling::include));
    }

    /** Header fields hold visible ASCII: other characters are escaped as in URLs, and controls are left out. */
    private static String plain(String text) {
        if (text.chars().allMatch(character -> character >= ' ' && character < 127)) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (byte octet : PlainText.printable(text).getBytes(StandardCharsets.UTF_8)) {
            if (octet >= ' ' && octet < 127) {
                plain.append((char) octet);
            } else {
                plain.append(String.format("%%%02X", octet & 0xFF));
            }
        }
        return plain.toString();
    }
}
