package plumbline.secrets;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Texts that nobody may read, found in others however they are spelled: escaped for JSON, URLs, forms, markup, mails or
 * programs, in Base64 or hexadecimal, in these within one another, and where an excerpt cuts them off. Texts of fewer than
 * four characters cannot be kept secret. Thread-safe.
 */
public final class SecretTexts {
    /** What stands in place of a secret. */
    public static final String REPLACEMENT = "<secret>";

    private static final int SHORTEST = 4;
    private static final int TELLING = 8;

    /** Long texts are read piece by piece, which bounds memory. */
    private static final int PIECE = 1 << 16;

    private final List<Needle> needles;
    private final List<Needle> telling;
    private final int overlap;

    private SecretTexts(Collection<String> secrets) {
        Set<Needle> all = new LinkedHashSet<>();
        Set<Needle> longOnes = new LinkedHashSet<>();
        int longest = 0;
        for (String secret : secrets) {
            if (secret.length() >= SHORTEST) {
                Set<Needle> needlesOfOne = Needle.of(secret);
                all.addAll(needlesOfOne);
                longest = Math.max(longest, secret.length());
                if (secret.length() >= TELLING) {
                    longOnes.addAll(needlesOfOne);
                }
            }
        }
        this.needles = List.copyOf(all);
        this.telling = List.copyOf(longOnes);
        this.overlap = Math.min(PIECE / 2, longest * 12 + 64);
    }

    /** {@return these texts} */
    public static SecretTexts of(Collection<String> secrets) {
        return new SecretTexts(secrets);
    }

    /** {@return whether a text holds one of them that is long enough to be told from any other word} */
    public boolean isIn(String text) {
        return !telling.isEmpty() && !found(telling, text, Layer::of).isEmpty();
    }

    /** {@return the text with each of them replaced} */
    public String redact(String text) {
        return redact(text, REPLACEMENT);
    }

    /** {@return the text with something else in place of each of them} */
    public String redact(String text, String replacement) {
        return needles.isEmpty() ? text : found(needles, text, Layer::of).replaced(text, replacement);
    }

    /** {@return the octets with each of them replaced; the same ones if there are none} */
    public byte[] redact(byte[] octets, String replacement) {
        if (needles.isEmpty()) {
            return octets;
        }
        // Each octet is a character, so that places in the one are places in the other.
        String text = new String(octets, StandardCharsets.ISO_8859_1);
        Places places = found(needles, text, Layer::ofOctets);
        return places.isEmpty() ? octets : places.replaced(text, replacement).getBytes(StandardCharsets.ISO_8859_1);
    }

    private Places found(List<Needle> sought, String text, Function<String, Layer> reading) {
        Places places = new Places();
        for (int from = 0; from < text.length(); from += PIECE - overlap) {
            String piece = text.substring(from, Math.min(text.length(), from + PIECE));
            new Finder(sought, places.after(from)).search(reading.apply(piece));
        }
        return places;
    }
}
