package plumbline.contract.document.syntax;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Block scalars of blank lines only. The parser takes the first line behind one for a line of it, and refuses blank lines that are
 * indented more than that; by YAML 1.2, section 8.1.1.1, these set the indentation, and mean line breaks only.
 */
final class BlankScalars {
    private static final Pattern HEADER =
            Pattern.compile("( *)((?:[-?] +)*)(.*[:] +)?(?:[!&]\\S+ +)*[|>][-+]?(?: +#.*| *)");

    private BlankScalars() {}

    /** {@return the text without the spaces in such lines, so that all else keeps its place} */
    static String withoutSpaces(String text) {
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            Matcher header = HEADER.matcher(withoutReturn(lines[i]));
            if (header.matches()) {
                blank(lines, i + 1, column(header));
            }
        }
        return String.join("\n", lines);
    }

    /** The column of the key or, if there is none, of the dash that the scalar belongs to: lines of it are indented more. */
    private static int column(Matcher header) {
        int indentation = header.group(1).length();
        String marks = header.group(2);
        boolean isValue = header.group(3) != null;
        return indentation + (isValue ? marks.length() : Math.max(marks.lastIndexOf('-'), marks.lastIndexOf('?')));
    }

    private static void blank(String[] lines, int start, int column) {
        int end = start;
        while (end < lines.length && lines[end].isBlank()) {
            end++;
        }
        boolean isBehind = end == lines.length || indentation(lines[end]) <= column;
        for (int i = start; i < end && isBehind; i++) {
            lines[i] = lines[i].endsWith("\r") ? "\r" : "";
        }
    }

    private static int indentation(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static String withoutReturn(String line) {
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }
}
