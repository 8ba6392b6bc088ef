package plumbline.conformance.report;

import java.util.function.IntSupplier;

/**
 * What the output is fit for, and how much is wanted of it.
 *
 * @param progress whether a line can be written over, as on a terminal
 * @param color whether it can be in color
 * @param proof whether all that is not proven is wanted
 * @param detail how much is told
 * @param width tells how many characters a line has, whenever it is asked
 */
public record Looks(boolean progress, boolean color, boolean proof, Detail detail, IntSupplier width) {
    /** What terminals have when nobody says otherwise. */
    public static final int USUAL_WIDTH = 80;

    /** How much is told. */
    public enum Detail {
        /** What is wrong, by its causes, and the verdict. */
        QUIET,
        /** That, and what else must be known. */
        USUAL,
        /** That, and each case. */
        VERBOSE
    }

    public Looks(boolean progress, boolean color) {
        this(progress, color, false, Detail.USUAL, () -> USUAL_WIDTH);
    }

    /** {@return the same with all that is not proven, or without} */
    public Looks withProof(boolean wanted) {
        return new Looks(progress, color, wanted, detail, width);
    }

    public Looks withDetail(Detail wanted) {
        return new Looks(progress, color, proof, wanted, width);
    }

    /** {@return the same on a terminal of this width, which may change} */
    public Looks withWidth(IntSupplier other) {
        return new Looks(progress, color, proof, detail, other);
    }
}
