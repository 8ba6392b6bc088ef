package plumbline.conformance.run;

import plumbline.conformance.Case;

/** What may be under way beside a case. */
enum Company {
    /** Whatever only looks. */
    LOOKING,
    /** Whatever must be refused, and so changes nothing. */
    REFUSED,
    /** Nothing, since what it changes may be what another one looks at. */
    NOBODY;

    static Company of(Case subject) {
        if (subject.isSafe()) {
            return LOOKING;
        }
        return subject.isToBeRefused() ? REFUSED : NOBODY;
    }
}
