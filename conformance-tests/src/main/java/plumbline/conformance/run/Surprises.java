package plumbline.conformance.run;

import java.util.Set;
import java.util.function.Function;
import plumbline.conformance.Case;
import plumbline.conformance.Success;
import plumbline.conformance.Verdict;

/**
 * Repeats what was sent beside others and not refused as it should be, since the others may be why.
 *
 * @param verify sends and judges a case
 */
record Surprises(Function<Case, Verdict> verify) {
    /** These are said of the request itself, whoever else asks for something. */
    private static final Set<Integer> REFUSALS = Set.of(400, 404, 413, 414, 415, 422);
    /** These may be said because the first try has been accepted. */
    private static final Set<Integer> STATE = Set.of(404, 409, 410, 412);

    /** {@return the verdict to be told; nothing else must be under way} */
    Verdict settle(Verdict first) {
        if (!isSurprise(first)) {
            return first;
        }
        Verdict second = verify.apply(first.subject());
        boolean hidesFirst = Success.hasContent(first.trace().status())
                && STATE.contains(second.trace().status());
        return hidesFirst ? first : second;
    }

    private static boolean isSurprise(Verdict verdict) {
        boolean isSent = verdict.trace().status() > 0 || verdict.outcome() == Verdict.Outcome.BROKEN;
        return isSent
                && verdict.outcome() != Verdict.Outcome.PASSED
                && !REFUSALS.contains(verdict.trace().status());
    }
}
