package plumbline.guard.comparison.changes;

/** What a change does to clients that keep to the old contract. */
public enum Impact {
    /** Some of them stop working. */
    BREAKING,
    /** Whether some of them stop working, the documents do not tell. */
    WARNING,
    /** All of them go on working. */
    COMPATIBLE
}
