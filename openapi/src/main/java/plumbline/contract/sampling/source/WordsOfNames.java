package plumbline.contract.sampling.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words in the name of a property, whatever its spelling: {@code firstName}, {@code first_name}, {@code FIRST-NAME}. */
public final class WordsOfNames {
    private WordsOfNames() {}

    /** {@return the name and its shorter endings, in lower case without separators: firstname, name} */
    public static List<String> endings(String name) {
        List<String> words = words(name);
        List<String> endings = new ArrayList<>(words.size());
        for (int i = 0; i < words.size(); i++) {
            endings.add(String.join("", words.subList(i, words.size())));
        }
        return endings;
    }

    private static List<String> words(String name) {
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
