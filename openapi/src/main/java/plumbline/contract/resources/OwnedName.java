package plumbline.contract.resources;

import java.util.Optional;

/**
 * A name of several words, of which the last says what something of the others is, as in {@code file_sha} or
 * {@code caseNumber}.
 *
 * @param owner the words before the last one, plain
 * @param name the last word, plain
 */
record OwnedName(String owner, String name) {
    /** {@return a name by its words; nothing if it is a single one} */
    static Optional<OwnedName> of(String words) {
        int start = words.length() - 1;
        while (start > 0 && !startsWord(words, start)) {
            start--;
        }
        if (start <= 0) {
            return Optional.empty();
        }
        OwnedName owned = new OwnedName(Noun.plain(words.substring(0, start)), Noun.plain(words.substring(start)));
        return Optional.of(owned)
                .filter(found -> !found.owner().isEmpty() && !found.name().isEmpty());
    }

    private static boolean startsWord(String words, int index) {
        char before = words.charAt(index - 1);
        return !Character.isLetterOrDigit(before)
                || Character.isUpperCase(words.charAt(index)) && !Character.isUpperCase(before);
    }
}
