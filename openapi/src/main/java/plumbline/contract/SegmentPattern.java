package plumbline.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plumbline.contract.http.PercentCoding;

/**
 * One templated segment of a path: literals and parameters in turn, such as {@code {name}.{ext}}.
 *
 * @param literals the literals before, between and behind the parameters, one more than there are parameters
 * @param names the parameters
 */
record SegmentPattern(List<String> literals, List<String> names) {
    static SegmentPattern parse(String segment) {
        List<String> literals = new ArrayList<>();
        List<String> names = new ArrayList<>();
        int start = 0;
        for (int open = segment.indexOf('{'); open >= 0; open = segment.indexOf('{', start)) {
            int close = segment.indexOf('}', open);
            if (close < 0) {
                break;
            }
            literals.add(segment.substring(start, open));
            names.add(segment.substring(open + 1, close));
            start = close + 1;
        }
        literals.add(segment.substring(start));
        return new SegmentPattern(List.copyOf(literals), List.copyOf(names));
    }

    /** {@return how much of the segment is literal: the more, the more specific} */
    int literalLength() {
        return literals.stream().mapToInt(String::length).sum();
    }

    /** Notes the values of the parameters, as sent, and says whether the segment fits; values are never empty. */
    boolean match(String sent, Map<String, String> values) {
        String raw = sent.indexOf('%') < 0 ? sent : withPlainLiterals(sent);
        String head = literals.get(0);
        if (!raw.startsWith(head)) {
            return false;
        }
        int position = head.length();
        for (int i = 0; i < names.size(); i++) {
            int end = end(raw, position, i);
            if (end <= position) {
                return false;
            }
            values.put(names.get(i), raw.substring(position, end));
            position = end + literals.get(i + 1).length();
        }
        return position == raw.length();
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

    private int end(String raw, int position, int index) {
        String next = literals.get(index + 1);
        if (index == names.size() - 1) {
            int end = raw.length() - next.length();
            return end >= position && raw.startsWith(next, end) ? end : -1;
        }
        return next.isEmpty() ? position + 1 : raw.indexOf(next, position + 1);
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
