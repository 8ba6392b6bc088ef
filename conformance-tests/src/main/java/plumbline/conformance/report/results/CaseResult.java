package plumbline.conformance.report.results;

import java.util.List;
import plumbline.conformance.Phase;
import plumbline.conformance.result.Verdict;
import plumbline.finding.Finding;

/**
 * What is told of one case, without the contract that it came from.
 *
 * @param id the id of the case
 * @param operation the id of the operation
 * @param phase the phase
 * @param expected what was expected, in words
 * @param outcome how it ended
 * @param reason why it was skipped; empty if it was not
 * @param trace what happened
 * @param findings what is wrong
 */
public record CaseResult(
        String id,
        String operation,
        Phase phase,
        String expected,
        Verdict.Outcome outcome,
        String reason,
        Verdict.Trace trace,
        List<Finding> findings) {
    public CaseResult {
        findings = List.copyOf(findings);
    }

    public static CaseResult of(Verdict verdict) {
        return new CaseResult(
                verdict.subject().id(),
                verdict.subject().operation().id(),
                verdict.subject().phase(),
                verdict.subject().expectation().text(),
                verdict.outcome(),
                verdict instanceof Verdict.Skipped skipped ? skipped.reason() : "",
                verdict.trace(),
                verdict.findings());
    }

    boolean isBad() {
        return !findings.isEmpty();
    }
}
