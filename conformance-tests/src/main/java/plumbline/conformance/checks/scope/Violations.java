package plumbline.conformance.checks.scope;

import java.util.List;
import plumbline.conformance.Check.Judgement;
import plumbline.conformance.CheckId;
import plumbline.contract.validation.Violation;

/** Turns violations of the contract into findings. */
public final class Violations {
    private Violations() {}

    public static Judgement judgement(CheckId check, List<Violation> violations, String hint) {
        return Judgement.of(violations.stream()
                .map(violation -> check.finding(violation).withHint(hint))
                .toList());
    }
}
