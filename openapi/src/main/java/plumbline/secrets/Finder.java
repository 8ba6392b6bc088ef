package plumbline.secrets;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Looks for secrets in a text, in what it stands for, and in what that stands for. */
final class Finder {
    private static final int DEEPEST = 3;
    private static final int MOST_LAYERS = 60;
    private static final int SHORTEST_BEGINNING = 4;
    private static final int LONGEST_ESCAPE = 9;
    private static final List<String> ELLIPSES = List.of("...", Layer.octets("\u2026"));

    private final List<Needle> needles;
    private final Places places;
    private final Set<String> seen = new HashSet<>();

    Finder(List<Needle> needles, Places places) {
        this.needles = needles;
        this.places = places;
    }

    void search(Layer layer) {
        search(layer, 0);
    }

    private void search(Layer layer, int depth) {
        if (seen.size() >= MOST_LAYERS || !seen.add(layer.octets())) {
            return;
        }
        String folded = layer.octets().toLowerCase(Locale.ROOT);
        for (Needle needle : needles) {
            find(needle, layer, needle.foldsCase() ? folded : layer.octets());
        }
        ELLIPSES.forEach(ellipsis -> findBeginnings(ellipsis, layer, folded));
        if (depth < DEEPEST) {
            for (Decoding decoding : Decoding.values()) {
                decoding.decode(layer).ifPresent(decoded -> search(decoded, depth + 1));
            }
        }
    }

    private void find(Needle needle, Layer layer, String text) {
        int length = needle.octets().length();
        for (int at = text.indexOf(needle.octets()); at >= 0; at = text.indexOf(needle.octets(), at + 1)) {
            int first = at > 0 && Runs.sextet(text.charAt(at - 1)) >= 0 ? at - needle.before() : at;
            int end = at + length;
            int last = end < text.length() && Runs.sextet(text.charAt(end)) >= 0 ? end + needle.after() : end;
            places.add(layer.starts()[first], layer.ends()[last - 1]);
        }
    }

    /** A secret may have been cut off where an excerpt ends, even in the middle of an escape. */
    private void findBeginnings(String ellipsis, Layer layer, String folded) {
        String text = layer.octets();
        for (int at = text.indexOf(ellipsis); at >= 0; at = text.indexOf(ellipsis, at + ellipsis.length())) {
            for (Needle needle : needles) {
                if (needle.isWhole()) {
                    findBeginning(needle, layer, needle.foldsCase() ? folded : text, at);
                }
            }
        }
    }

    private void findBeginning(Needle needle, Layer layer, String text, int cut) {
        for (int end = cut; end > Math.max(0, cut - LONGEST_ESCAPE); end--) {
            boolean mayEnd = end == cut || "\\%&=".indexOf(text.charAt(end)) >= 0;
            for (int length = needle.octets().length() - 1; mayEnd && length >= SHORTEST_BEGINNING; length--) {
                if (text.startsWith(needle.octets().substring(0, length), end - length)) {
                    places.add(layer.starts()[end - length], layer.ends()[cut - 1]);
                    return;
                }
            }
        }
    }
}
