package plumbline.secrets;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A text as it reads after some decoding: octets that know from which part of the source they come.
 *
 * @param octets one character up to U+00FF for each octet
 * @param starts for each octet, where in the source begins what stands for it
 * @param ends for each octet, where that ends
 */
@SuppressWarnings("ArrayRecordComponent") // large, never shown, never compared
record Layer(String octets, int[] starts, int[] ends) {
    static Layer of(String text) {
        LayerWriter writer = new LayerWriter(text.length() + 16);
        for (int at = 0; at < text.length(); ) {
            if (text.charAt(at) < 0x80) {
                writer.add(text.charAt(at), at, at + 1);
                at++;
                continue;
            }
            int end = text.offsetByCodePoints(at, 1);
            writer.add(octets(text.substring(at, end)), at, end);
            at = end;
        }
        return writer.layer();
    }

    /** {@return a source of which each character is an octet already} */
    static Layer ofOctets(String octets) {
        int[] starts = new int[octets.length()];
        int[] ends = new int[octets.length()];
        Arrays.setAll(starts, at -> at);
        Arrays.setAll(ends, at -> at + 1);
        return new Layer(octets, starts, ends);
    }

    /** {@return the octets of a text in UTF-8, as characters} */
    static String octets(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    int length() {
        return octets.length();
    }
}
