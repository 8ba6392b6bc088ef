package plumbline.contract.sampling.source;

/** Takes the assertions out of a regular expression, which a generator of texts cannot fulfil: they are left to trial. */
final class Lookarounds {
    private final String pattern;
    private final StringBuilder kept = new StringBuilder();
    private int position;

    private Lookarounds(String pattern) {
        this.pattern = pattern;
    }

    /** {@return the pattern without {@code (?=…)}, {@code (?!…)}, {@code (?<=…)} and {@code (?<!…)}} */
    static String removed(String pattern) {
        return pattern.contains("(?") ? new Lookarounds(pattern).removed() : pattern;
    }

    private String removed() {
        while (position < pattern.length()) {
            int start = position;
            if (isLookaround()) {
                skipGroup();
            } else {
                skipOne();
                kept.append(pattern, start, position);
            }
        }
        return kept.toString();
    }

    private boolean isLookaround() {
        return pattern.startsWith("(?=", position)
                || pattern.startsWith("(?!", position)
                || pattern.startsWith("(?<=", position)
                || pattern.startsWith("(?<!", position);
    }

    private void skipGroup() {
        int open = 0;
        do {
            char character = pattern.charAt(position);
            open += character == '(' ? 1 : character == ')' ? -1 : 0;
            skipOne();
        } while (open > 0 && position < pattern.length());
    }

    /** Passes a character, an escape or a class as a whole, so that the parentheses in them do not count. */
    private void skipOne() {
        char character = pattern.charAt(position);
        if (character == '[') {
            skipClass();
        } else {
            position += character == '\\' ? 2 : 1;
        }
        position = Math.min(position, pattern.length());
    }

    private void skipClass() {
        position++;
        while (position < pattern.length() && pattern.charAt(position) != ']') {
            position += pattern.charAt(position) == '\\' ? 2 : 1;
        }
        position++;
    }
}
