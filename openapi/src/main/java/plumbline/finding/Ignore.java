package plumbline.finding;

import java.util.Collection;
import java.util.Optional;
import plumbline.contract.document.Place;
import plumbline.contract.operation.Operation;
import plumbline.text.Glob;
import plumbline.text.UnusableInputException;

/**
 * Findings that a user knows of and lives with.
 *
 * @param rule a pattern of the ids of checks and rules; empty for all checks of messages
 * @param cause the cause that they have, as reports name it; empty for any
 * @param where the place
 * @param reason why they are ignored
 * @param declared where the user says so
 */
public record Ignore(Optional<Glob> rule, String cause, Where where, String reason, Place declared) {
    /**
     * Where findings are ignored; what is left out stands for any.
     *
     * @param operation a pattern of operationIds, paths, methods with paths, tags or methods
     * @param status the status of an answer; 0 for any
     * @param place the place in an answer: its pointer, or all of its text; or else a pattern of JSON pointers into the
     *     contract, where all below counts; empty for any
     * @param file a pattern of the names of files
     */
    public record Where(Optional<Glob> operation, int status, String place, Optional<Glob> file) {
        boolean fits(Finding finding, Optional<Operation> around, int answered) {
            return operation.map(glob -> around.map(glob::fits).orElse(false)).orElse(true)
                    && (status == 0 || status == answered)
                    && (place.isEmpty() || isAt(finding))
                    && file.map(glob -> glob.fits(finding.place().file())).orElse(true);
        }

        private boolean isAt(Finding finding) {
            String location = finding.location();
            String pointer = finding.place().pointer();
            return place.equals(location)
                    || location.endsWith(" at " + place)
                    || finding.documented().isPresent()
                            && (new Glob(place).fits(pointer) || new Glob(place + "/*").fits(pointer));
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder();
            operation.ifPresent(glob -> text.append(" in ").append(glob));
            text.append(status == 0 ? "" : " with status " + status);
            text.append(place.isEmpty() ? "" : " at " + place);
            file.ifPresent(glob -> text.append(" in the file ").append(glob));
            return text.toString().strip();
        }
    }

    /** Findings of any cause. */
    public Ignore(Optional<Glob> rule, Where where, String reason, Place declared) {
        this(rule, "", where, reason, declared);
    }

    public Ignore {
        if (reason.isBlank()) {
            throw new UnusableInputException("findings are ignored for a reason: say it");
        }
    }

    /**
     * {@return whether a finding is meant, if it has the cause that is}
     *
     * @param around the operation that the finding is about, or stands in
     * @param status the status of the answer that it is about; 0 if it is about none
     */
    public boolean fits(Finding finding, Optional<Operation> around, int status) {
        return rule.map(glob -> glob.fits(finding.rule().id())).orElse(true) && where.fits(finding, around, status);
    }

    /** {@return whether one of these checks or rules is named} */
    public boolean names(Collection<String> ids) {
        return rule.map(glob -> ids.stream().anyMatch(glob::fits)).orElse(false);
    }

    @Override
    public String toString() {
        String what = rule.map(Glob::text).orElse(cause.isEmpty() ? "all" : cause);
        return (what + " " + where).strip();
    }
}
