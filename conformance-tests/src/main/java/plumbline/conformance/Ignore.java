package plumbline.conformance;

import plumbline.contract.Operation;

/**
 * Findings that a user knows of and lives with.
 *
 * @param operation the operations, as patterns of their operationId, path, tag or method
 * @param check the check, as a pattern
 * @param status the status of the answer; 0 for any
 * @param place the place in the response: its pointer, or all of its text; empty for any
 * @param reason why they are ignored
 */
public record Ignore(Glob operation, Glob check, int status, String place, String reason) {
    public Ignore {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("findings are ignored for a reason: say it");
        }
    }

    boolean fits(Operation subject, int answered, Finding finding) {
        return operation.fits(subject)
                && check.fits(finding.check())
                && (status == 0 || status == answered)
                && (place.isEmpty()
                        || place.equals(finding.location())
                        || finding.location().endsWith(" at " + place));
    }

    @Override
    public String toString() {
        return operation + " " + check + (status == 0 ? "" : " " + status) + (place.isEmpty() ? "" : " " + place);
    }
}
