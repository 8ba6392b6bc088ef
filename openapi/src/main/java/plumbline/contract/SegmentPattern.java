package plumbline.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import plumbline.contract.http.PercentCoding;
import plumbline.contract.operation.PathTemplate;

/**
 * One templated segment of a path: literals and parameters in turn, such as {@code {name}.{ext}}. What the parameters are
 * called makes no difference.
 *
 * @param literals the literals before, between and behind the parameters, one more than there are parameters
 * @param takesMore whether a parameter takes any number of segments, as {@code {path+}} does
 */
record SegmentPattern(List<String> literals, boolean takesMore) {
    private static final int MOST_SPLITS = 16;

    static SegmentPattern parse(String segment) {
        List<String> literals = new ArrayList<>();
        boolean takesMore = false;
        int start = 0;
        Matcher expression = PathTemplate.expressions(segment);
        while (expression.find()) {
            literals.add(segment.substring(start, expression.start()));
            takesMore |= PathTemplate.takesSegments(expression.group(1));
            start = expression.end();
        }
        literals.add(segment.substring(start));
        return new SegmentPattern(List.copyOf(literals), takesMore);
    }

    /** {@return how specific this is: the more of the segment is literal, the more so} */
    int rank() {
        int length = literals.stream().mapToInt(String::length).sum();
        return takesMore ? length - Integer.MAX_VALUE : length;
    }

    /**
     * {@return the values of the parameters, as sent, for each way to read the segment; values are never empty, and the
     * first way gives the first parameter as much as it can have}
     */
    List<List<String>> match(String sent) {
        String raw = sent.indexOf('%') < 0 ? sent : withPlainLiterals(sent);
        String tail = literals.get(literals.size() - 1);
        if (literals.size() == 1) {
            return raw.equals(tail) ? List.of(List.of()) : List.of();
        }
        List<List<String>> ways = new ArrayList<>();
        if (raw.startsWith(literals.get(0)) && raw.endsWith(tail)) {
            split(raw, literals.size() - 2, raw.length() - tail.length(), new ArrayList<>(), ways);
        }
        return ways;
    }

    /**
     * Notes the ways to read what stands before a position, and says whether there are any. Looks from the end, where there
     * is most room for what is still to be found, so that it never looks in vain twice.
     */
    private boolean split(String raw, int index, int end, List<String> behind, List<List<String>> ways) {
        String literal = literals.get(index);
        int start = index == 0 ? 0 : raw.lastIndexOf(literal, end - 1 - literal.length());
        boolean found = false;
        while (start >= 0 && start + literal.length() < end && ways.size() < MOST_SPLITS) {
            List<String> values = new ArrayList<>(behind);
            values.add(raw.substring(start + literal.length(), end));
            if (index == 0) {
                Collections.reverse(values);
                return ways.add(values);
            }
            if (!split(raw, index - 1, start, values, ways)) {
                return found;
            }
            found = true;
            start = raw.lastIndexOf(literal, start - 1);
        }
        return found;
    }

    /** The segment with the literals that were sent with escapes, such as {@code %3Acancel}, without these. */
    private String withPlainLiterals(String sent) {
        String plain = sent;
        for (String literal : literals) {
            String encoded = PercentCoding.encode(literal);
            if (!encoded.equals(literal)) {
                plain = plain.replace(encoded, literal);
            }
        }
        return plain;
    }

    static boolean isTemplated(String segment) {
        return segment.indexOf('{') >= 0;
    }

    /** {@return a segment without its escapes, for comparing with a literal one} */
    static String decoded(String segment) {
        if (segment.indexOf('%') < 0) {
            return segment;
        }
        @Nullable String plain = PercentCoding.decode(segment).orElse(null);
        return plain == null ? segment : plain;
    }
}
