package plumbline.conformance.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plumbline.conformance.Case;
import plumbline.conformance.CaseSource;
import plumbline.conformance.Omission;
import plumbline.conformance.Phase;
import plumbline.contract.Operation;
import plumbline.contract.sampling.variation.Mutator;

/**
 * For each keyword of parameters and bodies, values that must just be accepted, and values wrong in one way that must be
 * refused; one case for each keyword and place.
 */
final class CoverageCases implements CaseSource {
    private final RightRequests requests;
    private final JudgedRequests judged;
    private final ParameterCoverage parameters;
    private final BodyCoverage bodies;
    private final FuzzCases fuzz;

    CoverageCases(RightRequests requests, Givens givens) {
        this.requests = requests;
        this.judged = new JudgedRequests(givens);
        Mutator mutator = new Mutator(givens.schemas());
        this.parameters = new ParameterCoverage(requests, mutator);
        this.bodies = new BodyCoverage(mutator, givens);
        this.fuzz = new FuzzCases(requests, mutator, givens.fuzzing());
    }

    @Override
    public Phase phase() {
        return Phase.COVERAGE;
    }

    @Override
    public Cases cases(Operation operation) {
        Optional<RightRequest> right = requests.best(operation);
        if (right.isEmpty()) {
            return new Cases(List.of(), List.of());
        }
        CoverageCase.Maker maker = new CoverageCase.Maker(operation, right.get().request(), judged, new CaseList());
        parameters.add(maker);
        bodies.add(maker);
        List<Omission> omissions = new ArrayList<>();
        if (maker.list().isCut()) {
            omissions.add(new Omission(
                    operation.id(), phase(), "some values", "there are too many: only the first ones are tried"));
        }
        List<Case> cases = new ArrayList<>(maker.list().cases());
        cases.addAll(fuzz.cases(maker, bodies));
        return new Cases(cases, omissions);
    }
}
