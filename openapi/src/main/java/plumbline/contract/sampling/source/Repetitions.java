package plumbline.contract.sampling.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How often the parts of a pattern are repeated, which decides how long the texts are that match it. */
final class Repetitions {
    private static final Pattern COUNT = Pattern.compile("\\\\.|\\[(?:\\\\.|[^\\]\\\\])*]|\\{(\\d{1,9}),(\\d{1,9})}");
    private static final Pattern STEP = Pattern.compile(
            "\\\\.|\\[(?:\\\\.|[^\\]\\\\])*]|\\{(\\d{1,9})(?:,\\d{0,9})?}|[*?]\\??|\\+\\??|.", Pattern.DOTALL);

    private Repetitions() {}

    /** {@return the pattern with no part repeated more often than it must be and then so many times} */
    static String bounded(String pattern, int more) {
        return COUNT.matcher(pattern).replaceAll(found -> {
            if (found.group(1) == null) {
                return Matcher.quoteReplacement(found.group());
            }
            long least = Long.parseLong(found.group(1));
            long most = Math.min(Long.parseLong(found.group(2)), least + more);
            return "{" + least + "," + most + "}";
        });
    }

    /** {@return about how long a text is at least that matches, with each part as often as it must be} */
    static double leastLength(String pattern) {
        Deque<Double> outer = new ArrayDeque<>();
        double length = 0;
        double last = 0;
        Matcher step = STEP.matcher(pattern);
        while (step.find()) {
            char first = step.group().charAt(0);
            if (first == '(') {
                outer.push(length);
                length = 0;
                last = 0;
            } else if (first == ')' && !outer.isEmpty()) {
                last = length;
                length += outer.pop();
            } else if (first == '{' && step.group(1) != null) {
                length += last * (Long.parseLong(step.group(1)) - 1);
                last = 0;
            } else if (first == '*' || first == '?') {
                length -= last;
                last = 0;
            } else {
                last = first == '+' ? 0 : 1;
                length += last;
            }
        }
        return length;
    }
}
