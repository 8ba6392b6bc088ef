package plumbline.contract.sampling.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The words in the name of a property or a parameter, whatever its spelling: {@code firstName}, {@code first_name}, {@code FIRST-NAME}. */
public final class WordsOfNames {
    private WordsOfNames() {}

    /** {@return the name and its shorter endings, in lower case without separators: firstname, name} */
    public static List<String> endings(String name) {
        List<String> words = of(name);
        List<String> endings = new ArrayList<>(words.size());
        for (int i = 0; i < words.size(); i++) {
            endings.add(String.join("", words.subList(i, words.size())));
        }
        return endings;
    }

    /** {@return the last word, in lower case; nothing where there is no letter and no digit} */
    public static Optional<String> last(String name) {
        List<String> words = of(name);
        return words.isEmpty() ? Optional.empty() : Optional.of(words.get(words.size() - 1));
    }

    /** {@return the words, in lower case} */
    public static List<String> of(String name) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            boolean starts = Character.isUpperCase(letter) && i > 0 && !Character.isUpperCase(name.charAt(i - 1));
            if (!Character.isLetterOrDigit(letter) || starts) {
                end(word, words);
            }
            if (Character.isLetterOrDigit(letter)) {
                word.append(letter);
            }
        }
        end(word, words);
        return words;
    }

    private static void end(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString().toLowerCase(Locale.ROOT));
            word.setLength(0);
        }
    }
}
