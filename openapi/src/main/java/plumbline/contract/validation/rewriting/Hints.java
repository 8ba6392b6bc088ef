package plumbline.contract.validation.rewriting;

/** Keywords that rewritten schemas have besides those of JSON Schema. */
public final class Hints {
    /**
     * Names, in rewritten schemas, an annotation for sampling: the discriminating {@code property} and its {@code values},
     * each a {@code rule} for the property and the {@code $ref} of the branch that it stands for; the branches are
     * {@code derived} if they include the schema rather than being choices of it.
     */
    public static final String DISCRIMINATOR = "x-discriminator";

    /** Marks, in rewritten schemas, what a discriminator became, which is obeyed by following the hint. */
    public static final String DISCRIMINATOR_RULE = "x-discriminator-rule";

    /**
     * Marks, in rewritten schemas, a property that should not be in messages of the direction, though it is allowed: a
     * {@code readOnly} one in a request.
     */
    public static final String HIDDEN = "x-hidden";

    /** Holds, in rewritten schemas, a list of the default value, which is known to be good though it may tell little. */
    public static final String DEFAULT = "x-default";

    /** Holds, in rewritten schemas, those of the listed values that are right and have other names that servers go by. */
    public static final String RENAMED = "x-renamed";

    private Hints() {}
}
