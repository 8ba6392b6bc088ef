package plumbline.secrets;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Octets to look for.
 *
 * @param octets the octets, as characters; in lower case if case does not matter
 * @param foldsCase whether case does not matter
 * @param before how many characters before them belong to them in part
 * @param after how many characters after them do
 * @param isWhole whether a beginning of them tells as much of the secret
 */
record Needle(String octets, boolean foldsCase, int before, int after, boolean isWhole) {
    /** Shorter ones are too likely to be words, which are written in any case. */
    private static final int SHORTEST_FOLDED = 8;

    private static final int SHORTEST_SHIFTED = 4;

    /** {@return how a secret reads in any layer: as it is, and amid other octets in Base64} */
    static Set<Needle> of(String secret) {
        Set<Needle> needles = new LinkedHashSet<>();
        addTo(needles, secret, StandardCharsets.UTF_8);
        if (StandardCharsets.ISO_8859_1.newEncoder().canEncode(secret)) {
            addTo(needles, secret, StandardCharsets.ISO_8859_1);
        }
        // What is left where somebody took other octets for UTF-8.
        String replaced = secret.replaceAll("[^\\x00-\\x7F]", "\uFFFD");
        if (!replaced.equals(secret)) {
            addTo(needles, replaced, StandardCharsets.UTF_8);
        }
        return needles;
    }

    private static void addTo(Set<Needle> needles, String secret, Charset charset) {
        byte[] bytes = secret.getBytes(charset);
        String octets = new String(bytes, StandardCharsets.ISO_8859_1);
        boolean folds = octets.length() >= SHORTEST_FOLDED;
        needles.add(new Needle(folds ? octets.toLowerCase(Locale.ROOT) : octets, folds, 0, 0, true));
        for (int shift = 0; shift < 3; shift++) {
            String inner = sextets(bytes, shift);
            if (inner.length() >= SHORTEST_SHIFTED) {
                int before = shift == 0 ? 0 : 1;
                int after = (bytes.length + shift) % 3 == 0 ? 0 : 1;
                needles.add(new Needle(inner, false, before, after, shift == 0));
                String forUrls = inner.replace('+', '-').replace('/', '_');
                needles.add(new Needle(forUrls, false, before, after, shift == 0));
            }
        }
    }

    /** {@return the characters of Base64 that these octets alone decide, if so many others come before} */
    private static String sextets(byte[] bytes, int shift) {
        byte[] shifted = new byte[bytes.length + shift];
        System.arraycopy(bytes, 0, shifted, shift, bytes.length);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int first = (shift * 8 + 5) / 6;
        int last = shifted.length * 8 / 6;
        return encoded.substring(first, Math.max(first, last));
    }
}
