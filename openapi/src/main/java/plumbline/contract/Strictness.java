package plumbline.contract;

/** What becomes of a document with faults. */
public enum Strictness {
    /** It is refused, and all its faults are told. */
    STRICT,
    /** It is read as its author meant it, without what cannot be understood; each kind of fault is warned of. */
    TOLERANT
}
