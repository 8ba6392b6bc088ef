package plumbline.guard.report;

/**
 * How text is written.
 *
 * @param color whether it is in color
 * @param notes whether notes are told, too
 * @param means how the user has notes told, such as {@code --verbose}
 */
public record Telling(boolean color, boolean notes, String means) {
    /** {@return the same without color} */
    public Telling plain() {
        return new Telling(false, notes, means);
    }
}
