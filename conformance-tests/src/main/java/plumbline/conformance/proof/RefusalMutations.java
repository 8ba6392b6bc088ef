package plumbline.conformance.proof;

import java.util.List;
import java.util.Optional;
import plumbline.conformance.Case;
import plumbline.conformance.CheckId;
import plumbline.conformance.Exchange;
import plumbline.conformance.Expectation;
import plumbline.conformance.proof.Constraint.Claim;
import plumbline.conformance.proof.Constraint.Kind;
import plumbline.conformance.proof.Constraint.Use;
import plumbline.contract.Contract;
import plumbline.contract.Match;
import plumbline.contract.http.Response;
import plumbline.contract.operation.Direction;
import plumbline.contract.validation.RequestValidator;
import plumbline.contract.validation.Violation;

/**
 * Lets what was refused pass: the answer to a wrong request becomes the one to a right one. How else the refusal departs from
 * the contract says nothing of whether it is one.
 *
 * @param contract the contract
 * @param validator tells what is wrong with a request
 * @param judge who judges
 * @param ledger where to write down what comes of it
 */
record RefusalMutations(Contract contract, RequestValidator validator, MutantJudge judge, ProofLedger ledger) {
    void apply(Exchange exchange, Response success) {
        Case subject = exchange.subject();
        if (!subject.request().method().equals(subject.operation().method())) {
            return;
        }
        if (subject.expectation() instanceof Expectation.Unauthorized) {
            judge(
                    ContractConstraints.claim(Kind.SECURITY, new Use(subject.operation(), ""), ""),
                    exchange,
                    success,
                    "success for someone whose credentials are bad");
        } else if (exchange.status() / 100 == 4 && !isMoot(subject)) {
            broken(subject).ifPresent(id -> judge(id, exchange, success, "success for a request that breaks it"));
        }
    }

    /** What would be read over proves nothing. */
    private static boolean isMoot(Case subject) {
        return subject.expectation() instanceof Expectation.InputRefused refused && refused.isMoot();
    }

    /** {@return the one constraint that the request breaks} */
    private Optional<Claim> broken(Case subject) {
        if (!(validator.match(contract, subject.request()) instanceof Match.Found found)) {
            return Optional.empty();
        }
        List<Violation> violations = validator.validate(found, subject.request());
        return violations.size() == 1
                ? id(violations.get(0)).map(new Use(subject.operation(), "")::claim)
                : Optional.empty();
    }

    private static Optional<String> id(Violation violation) {
        String expected = violation.expected();
        String property = "required".equals(violation.rule()) && expected.startsWith("property '")
                ? expected.substring("property '".length(), expected.length() - 1)
                : "";
        return Optional.ofNullable(violation.contractPlace())
                .map(place -> Keyword.id(Direction.REQUEST, place, property));
    }

    /** Only where the check that decides found the true answer to be a refusal for this reason. */
    private void judge(Claim id, Exchange exchange, Response success, String how) {
        CheckId decisive = exchange.subject().expectation().decidedBy();
        if (!ledger.isOpen(id) && !ledger.isProvenByOne(id) || !judge.isSatisfied(decisive, exchange)) {
            return;
        }
        ledger.reach(id);
        boolean noticed = judge.findings(exchange, success).anyMatch(decisive::isOf);
        ledger.note(id, noticed, how);
    }
}
