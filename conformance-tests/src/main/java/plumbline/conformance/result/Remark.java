package plumbline.conformance.result;

import plumbline.finding.Finding;

/**
 * Something seen that does not make a case fail.
 *
 * @param kind why it does not
 * @param operation the operation
 * @param finding what was seen; of several that differ only in the value, one
 * @param reason the user's reason to ignore it; empty for a note
 */
public record Remark(Kind kind, String operation, Finding finding, String reason) {
    /** Why something does not make a case fail. */
    public enum Kind {
        /** It is not documented, but harmless: the documents drift from the server. */
        NOTE,
        /** The user knows. */
        IGNORED
    }
}
