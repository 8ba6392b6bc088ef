package plumbline.conformance.workers;

import plumbline.conformance.Case;

/** What may be under way beside a case. */
public enum Company {
    /** Whatever only looks. */
    LOOKING,
    /** Whatever must be refused, and so changes nothing. */
    REFUSED,
    /** Whatever changes other things. */
    APART,
    /** Nothing, since what it removes may be what another one looks at. */
    NOBODY;

    /** {@return what may be under way beside a case} */
    public static Company of(Case subject) {
        if (subject.isSafe()) {
            return LOOKING;
        }
        if (subject.isToBeRefused()) {
            return REFUSED;
        }
        return "DELETE".equals(subject.request().method()) ? NOBODY : APART;
    }
}
