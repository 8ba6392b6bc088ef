package plumbline.conformance.checks.scope;

import java.util.List;
import plumbline.conformance.Check.Judgement;
import plumbline.contract.validation.Violation;
import plumbline.finding.Finding;

/** Turns violations of the contract into findings. */
public final class Violations {
    private Violations() {}

    public static Judgement judgement(String check, List<Violation> violations, String hint) {
        return Judgement.of(violations.stream()
                .map(violation -> Finding.of(check, violation).withHint(hint))
                .toList());
    }
}
