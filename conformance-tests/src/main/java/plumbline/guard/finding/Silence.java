package plumbline.guard.finding;

import java.util.Optional;
import plumbline.conformance.Glob;
import plumbline.contract.Operation;
import plumbline.contract.document.Place;

/**
 * Findings that a user knows of and lives with.
 *
 * @param rule the rules, as a pattern of their ids
 * @param where the place
 * @param reason why they are silenced
 * @param declared where the user says so
 */
public record Silence(Glob rule, Where where, String reason, Place declared) {
    /**
     * Where findings are silenced; what is left out stands for any.
     *
     * @param pointer a pattern of JSON pointers; all below it counts
     * @param operation a pattern of operationIds, paths, methods with paths, or tags
     * @param file a pattern of the names of files
     */
    public record Where(Optional<Glob> pointer, Optional<Glob> operation, Optional<Glob> file) {
        boolean fits(Place place, Optional<Operation> around) {
            return pointer.map(glob -> isAtOrBelow(glob, place.pointer())).orElse(true)
                    && operation
                            .map(glob -> around.map(glob::fits).orElse(false))
                            .orElse(true)
                    && file.map(glob -> glob.fits(place.file())).orElse(true);
        }

        private static boolean isAtOrBelow(Glob glob, String pointer) {
            return glob.fits(pointer) || new Glob(glob.text() + "/*").fits(pointer);
        }
    }

    public Silence {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("findings are silenced for a reason: say it");
        }
    }

    /**
     * {@return whether a finding is meant}
     *
     * @param around the operation that the finding stands in
     */
    public boolean fits(Finding finding, Optional<Operation> around) {
        return rule.fits(finding.rule().id()) && where.fits(finding.place(), around);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(rule.text());
        where.pointer().ifPresent(glob -> text.append(" at ").append(glob));
        where.operation().ifPresent(glob -> text.append(" in ").append(glob));
        where.file().ifPresent(glob -> text.append(" in the file ").append(glob));
        return text.toString();
    }
}
