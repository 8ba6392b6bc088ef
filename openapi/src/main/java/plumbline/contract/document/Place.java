package plumbline.contract.document;

import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plumbline.contract.document.syntax.Positions;

/** Where a value stands in a document. Its line is looked for when it is first asked for. Thread-safe. */
public final class Place {
    private static final Pattern LOCAL = Pattern.compile("^(?:file:|[A-Za-z]:|[/\\\\]).*[/\\\\]");

    /** No place at all. */
    public static final Place NOWHERE = new Place("", 0, 0, "");

    private final String file;
    private final String pointer;
    /** Null where it was known from the start. */
    private final @Nullable Function<String, Positions.Position> positions;

    private volatile Positions.@Nullable Position known;

    /**
     * Makes a place that is known.
     *
     * @param file the document's name as the user knows it
     * @param line the line, counted from 1; 0 if unknown
     * @param column the column, counted from 1; 0 if unknown
     * @param pointer the JSON pointer (RFC 6901), empty for the whole document
     */
    public Place(String file, int line, int column, String pointer) {
        this.file = file;
        this.pointer = pointer;
        this.positions = null;
        this.known = new Positions.Position(line, column);
    }

    /**
     * Makes a place that is looked for when it is asked for.
     *
     * @param positions the positions of the document, by pointer: the same object for the same document
     */
    Place(String file, String pointer, Function<String, Positions.Position> positions) {
        this.file = file;
        this.pointer = pointer;
        this.positions = positions;
    }

    /** {@return the document's name as the user knows it} */
    public String file() {
        return file;
    }

    /** {@return the line, counted from 1; 0 if unknown} */
    public int line() {
        return located().line();
    }

    /** {@return the column, counted from 1; 0 if unknown} */
    public int column() {
        return located().column();
    }

    /** {@return the JSON pointer (RFC 6901), empty for the whole document} */
    public String pointer() {
        return pointer;
    }

    private Positions.Position located() {
        Positions.Position found = known;
        if (found == null) {
            found = Objects.requireNonNull(positions).apply(pointer);
            known = found;
        }
        return found;
    }

    /** {@return the place as {@code file:line:column}} */
    public String position() {
        return line() == 0 ? file : file + ":" + line() + ":" + column();
    }

    /** {@return this place for readers elsewhere: the folders of this machine, if it is named by them, are not their business} */
    public Place withoutFolders() {
        return new Place(LOCAL.matcher(file).replaceFirst(""), line(), column(), pointer);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Place that
                && file.equals(that.file)
                && pointer.equals(that.pointer)
                && (positions != null && positions == that.positions
                        || located().equals(that.located()));
    }

    @Override
    public int hashCode() {
        return Objects.hash(file, pointer);
    }

    @Override
    public String toString() {
        return position() + " (#" + pointer + ")";
    }
}
