package plumbline.conformance.workers;

import plumbline.conformance.Case;

/** What may be under way beside a case. */
public enum Company {
    /** Whatever only looks. */
    LOOKING,
    /** Whatever must be refused, and so changes nothing. */
    REFUSED,
    /** Whatever changes or removes other things. */
    APART;

    /** {@return what may be under way beside a case} */
    public static Company of(Case subject) {
        if (subject.isSafe()) {
            return LOOKING;
        }
        return subject.isToBeRefused() ? REFUSED : APART;
    }
}
