package plumbline.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses what a mistyped name was meant to be. */
public final class Spelling {
    private Spelling() {}

    /** {@return " (did you mean 'x'?)" with the closest of the known names, or nothing if none is close} */
    public static String suggestion(String word, Collection<String> known) {
        return nearest(word, known)
                .map(name -> " (did you mean '" + name + "'?)")
                .orElse("");
    }

    /** {@return the known name that differs least, if that is little} */
    public static Optional<String> nearest(String word, Collection<String> known) {
        int tolerance = Math.max(2, word.length() / 3);
        return known.stream()
                .filter(name -> distance(word, name) <= tolerance)
                .min(Comparator.comparingInt(name -> distance(word, name)));
    }

    private static int distance(String one, String other) {
        String left = one.toLowerCase(Locale.ROOT);
        String right = other.toLowerCase(Locale.ROOT);
        int[] before = new int[right.length() + 1];
        for (int j = 0; j < before.length; j++) {
            before[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int[] now = new int[before.length];
            now[0] = i;
            for (int j = 1; j < now.length; j++) {
                int change = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
                now[j] = Math.min(before[j - 1] + change, 1 + Math.min(before[j], now[j - 1]));
            }
            before = now;
        }
        return before[before.length - 1];
    }
}
