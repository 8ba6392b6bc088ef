package plumbline.contract.resources;

import java.util.List;

/**
 * The word that a collection is called by, without regard to case, hyphens and number.
 *
 * @param singular the word in the singular, small letters and digits alone
 * @param plural the word as it stands in the path
 */
record Noun(String singular, String plural) {
    private static final int SHORTEST = 2;
    private static final List<String> ADDED_ES = List.of("sses", "xes", "ches", "shes");

    static Noun of(String segment) {
        String plural = plain(segment);
        return new Noun(singular(plural), plural);
    }

    /** {@return a name without what is a matter of taste: case, underscores, hyphens} */
    static String plain(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char character = name.charAt(i);
            boolean isUpper = character >= 'A' && character <= 'Z';
            if (isUpper || character >= 'a' && character <= 'z' || character >= '0' && character <= '9') {
                plain.append(isUpper ? (char) (character + ('a' - 'A')) : character);
            }
        }
        return plain.toString();
    }

    private static String singular(String word) {
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (ADDED_ES.stream().anyMatch(word::endsWith)) {
            return word.substring(0, word.length() - 2);
        }
        return word.endsWith("s") && !word.endsWith("ss") && word.length() > 2
                ? word.substring(0, word.length() - 1)
                : word;
    }

    /** {@return whether a plain word means the same: the noun, its last part ({@code item} of line items) or its start} */
    boolean isMeantBy(String word) {
        return word.length() >= SHORTEST
                && !singular.isEmpty()
                && (word.equals(plural)
                        || singular.endsWith(word)
                        || (singular.startsWith(word) && word.length() > SHORTEST)
                        || (word.endsWith(singular) && singular.length() > SHORTEST));
    }
}
