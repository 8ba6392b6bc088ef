package plumbline.finding;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.document.Place;
import plumbline.contract.operation.Operation;
import plumbline.text.Glob;

/**
 * How much findings matter to a user.
 *
 * @param rule a pattern of the ids of rules
 * @param where the place
 * @param severity how much they matter; null if they are not to be told at all
 * @param declared where the user says so
 */
public record SeverityChange(
        Glob rule, Ignore.Where where, @Nullable Severity severity, Place declared) {
    /**
     * {@return a finding as the user takes it; nothing if it is not to be told}
     *
     * @param all what the user says; the last that fits holds
     * @param around the operation that the finding stands in
     */
    public static Optional<Finding> judged(List<SeverityChange> all, Finding finding, Optional<Operation> around) {
        Optional<Finding> judged = Optional.of(finding);
        for (SeverityChange change : all) {
            if (change.rule.fits(finding.rule().id()) && change.where.fits(finding, around, 0)) {
                judged = change.severity == null ? Optional.empty() : Optional.of(finding.as(change.severity));
            }
        }
        return judged;
    }

    /** {@return whether one of these rules is named} */
    public boolean names(Collection<String> ids) {
        return ids.stream().anyMatch(rule::fits);
    }
}
