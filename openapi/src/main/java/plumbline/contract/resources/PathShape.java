package plumbline.contract.resources;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import plumbline.contract.operation.PathTemplate;

/**
 * A path template as a list of segments. What is written otherwise for reasons of taste is the same: a final slash, a final
 * {@code .json}, and {@code Shops({id})}; what follows a colon in a segment stands apart.
 *
 * @param segments the segments, with their parameters in braces
 * @param anonymous the segments without the names of their parameters: equal for the same paths
 */
record PathShape(List<String> segments, List<String> anonymous) {
    private static final Pattern FIRST_SLASHES = Pattern.compile("^/+");
    private static final Pattern IN_PARENTHESES = Pattern.compile("([^/])\\(('?)(\\{[^/{}]+})\\2\\)");
    private static final Pattern COLON = Pattern.compile("}:(?=[a-zA-Z])");
    private static final Pattern PARAMETER = Pattern.compile("\\{[^{}]+}");

    PathShape {
        segments = List.copyOf(segments);
        anonymous = List.copyOf(anonymous);
    }

    static PathShape of(PathTemplate template) {
        String text = FIRST_SLASHES.matcher(template.stem()).replaceAll("");
        if (text.indexOf('(') >= 0) {
            text = IN_PARENTHESES.matcher(text).replaceAll("$1/$3");
        }
        text = COLON.matcher(text).replaceAll("}/:");
        List<String> segments = text.isEmpty() ? List.of() : List.of(text.split("/", -1));
        return new PathShape(
                segments,
                segments.stream()
                        .map(segment -> segment.indexOf('{') < 0
                                ? segment
                                : PARAMETER.matcher(segment).replaceAll("{}"))
                        .toList());
    }

    int size() {
        return segments.size();
    }

    boolean isParameter(int index) {
        return index >= 0 && index < size() && segments.get(index).indexOf('{') >= 0;
    }

    boolean endsInParameter() {
        return isParameter(size() - 1);
    }

    PathShape prefix(int length) {
        return new PathShape(segments.subList(0, length), anonymous.subList(0, length));
    }

    /** {@return whether this path and another are one, or the other stands below this one, by whatever names} */
    boolean isPrefixOf(PathShape other) {
        return size() <= other.size() && other.anonymous.subList(0, size()).equals(anonymous);
    }

    /** {@return the names of the parameters in the segments from one on, up to another} */
    List<String> names(int from, int to) {
        List<String> names = new ArrayList<>();
        for (String segment : segments.subList(from, to)) {
            names.addAll(PathTemplate.namesIn(segment));
        }
        return names;
    }

    /** {@return the last segment, before a position, that is no parameter; empty if there is none} */
    String literalBefore(int position) {
        for (int i = position - 1; i >= 0; i--) {
            if (!isParameter(i)) {
                return segments.get(i);
            }
        }
        return "";
    }
}
