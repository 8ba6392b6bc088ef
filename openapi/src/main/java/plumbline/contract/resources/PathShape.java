package plumbline.contract.resources;

import java.util.ArrayList;
import java.util.List;
import plumbline.contract.operation.PathTemplate;

/**
 * A path template as a list of segments. What is written otherwise for reasons of taste is the same: a final slash, a final
 * {@code .json}, and {@code Shops({id})}; what follows a colon in a segment stands apart.
 *
 * @param segments the segments, with their parameters in braces
 */
record PathShape(List<String> segments) {
    PathShape {
        segments = List.copyOf(segments);
    }

    static PathShape of(PathTemplate template) {
        String text = template.toString()
                .replaceAll("^/+|/+$", "")
                .replaceAll("\\.json$", "")
                .replaceAll("([^/])\\(('?)(\\{[^/{}]+})\\2\\)", "$1/$3")
                .replaceAll("}:(?=[a-zA-Z])", "}/:");
        return new PathShape(text.isEmpty() ? List.of() : List.of(text.split("/", -1)));
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
        return new PathShape(segments.subList(0, length));
    }

    /** {@return whether this path and another are one, or the other stands below this one, by whatever names} */
    boolean isPrefixOf(PathShape other) {
        return size() <= other.size() && other.prefix(size()).anonymous().equals(anonymous());
    }

    /** {@return the path without the names of its parameters: equal for the same paths} */
    List<String> anonymous() {
        return segments.stream()
                .map(segment -> segment.replaceAll("\\{[^{}]+}", "{}"))
                .toList();
    }

    /** {@return the names of the parameters in the segments from one on, up to another} */
    List<String> names(int from, int to) {
        List<String> names = new ArrayList<>();
        for (String segment : segments.subList(from, to)) {
            names.addAll(new PathTemplate(segment).names());
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
