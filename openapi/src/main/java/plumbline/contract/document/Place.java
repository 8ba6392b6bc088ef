package plumbline.contract.document;

import java.util.regex.Pattern;

/**
 * Where a value stands in a document.
 *
 * @param file the document's name as the user knows it
 * @param line the line, counted from 1; 0 if unknown
 * @param column the column, counted from 1; 0 if unknown
 * @param pointer the JSON pointer (RFC 6901), empty for the whole document
 */
public record Place(String file, int line, int column, String pointer) {
    private static final Pattern LOCAL = Pattern.compile("^(?:file:|[A-Za-z]:|[/\\\\]).*[/\\\\]");

    /** No place at all. */
    public static final Place NOWHERE = new Place("", 0, 0, "");

    /** {@return the place as {@code file:line:column}} */
    public String position() {
        return line == 0 ? file : file + ":" + line + ":" + column;
    }

    /** {@return this place for readers elsewhere: the folders of this machine, if it is named by them, are not their business} */
    public Place withoutFolders() {
        return new Place(LOCAL.matcher(file).replaceFirst(""), line, column, pointer);
    }

    @Override
    public String toString() {
        return position() + " (#" + pointer + ")";
    }
}
