package plumbline.contract.sampling.variation;

/**
 * A place of a value and all that judges what stands there. One is equal to another, of the same value or of another one, if what
 * is wrong at the one is wrong at the other as well.
 *
 * @param pointer the JSON pointer of the place
 * @param judges the schemas
 */
public record Judged(String pointer, Judges judges) {
    /**
     * Something else in such a place.
     *
     * @param place the place
     * @param text the change in words, such as {@code above maximum 50}
     */
    public record Change(Judged place, String text) {}
}
