package plumbline.conformance.checks.scope;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import plumbline.conformance.Check.Judgement;
import plumbline.conformance.CheckId;
import plumbline.contract.validation.Violation;
import plumbline.finding.Finding;

/** Turns violations of the contract into findings. */
public final class Violations {
    private Violations() {}

    public static Judgement judgement(CheckId check, List<Violation> violations, String hint) {
        Map<Boolean, List<Finding>> findings = violations.stream()
                .collect(Collectors.partitioningBy(
                        Violation::isUndecided,
                        Collectors.mapping(violation -> check.finding(violation).withHint(hint), Collectors.toList())));
        return Judgement.beside(findings.getOrDefault(true, List.of()), findings.getOrDefault(false, List.of()));
    }
}
