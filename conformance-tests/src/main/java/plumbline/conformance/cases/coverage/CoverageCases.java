package plumbline.conformance.cases.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plumbline.conformance.Case;
import plumbline.conformance.CaseSource;
import plumbline.conformance.Omission;
import plumbline.conformance.Phase;
import plumbline.conformance.cases.requests.RightRequest;
import plumbline.conformance.cases.requests.RightRequests;
import plumbline.conformance.cases.requests.TestData;
import plumbline.contract.operation.Operation;
import plumbline.contract.sampling.variation.Mutator;

/**
 * For each keyword of parameters and bodies, values that must just be accepted, and values wrong in one way that must be
 * refused; one case for each keyword and place.
 */
public final class CoverageCases implements CaseSource {
    private final RightRequests requests;
    private final JudgedRequests judged;
    private final ParameterCoverage parameters;
    private final BodyCoverage bodies;
    private final SharedTypes types;
    private final FuzzCases fuzz;

    public CoverageCases(RightRequests requests, TestData data) {
        this.requests = requests;
        this.judged = new JudgedRequests(data);
        Mutator mutator = new Mutator(data.schemas());
        this.parameters = new ParameterCoverage(requests, mutator);
        this.bodies = new BodyCoverage(mutator, data);
        this.types = new SharedTypes(data.contract().operations());
        this.fuzz = new FuzzCases(requests, mutator, data.fuzzing());
    }

    @Override
    public Phase phase() {
        return Phase.COVERAGE;
    }

    @Override
    public Cases cases(Operation operation) {
        return draft(operation).settled();
    }

    @Override
    public Draft draft(Operation operation) {
        ShownTypes shown = types.of(operation);
        Cases cases = cases(operation, shown);
        // Once all operations before this one are known, another draft holds.
        return () -> shown.settle() ? cases : draft(operation).settled();
    }

    private Cases cases(Operation operation, ShownTypes shown) {
        Optional<RightRequest> right = requests.best(operation);
        if (right.isEmpty()) {
            return new Cases(List.of(), List.of());
        }
        CoverageCase.Maker maker = new CoverageCase.Maker(operation, right.get().request(), judged, new CaseList());
        parameters.add(maker);
        bodies.add(maker, shown);
        List<Omission> omissions = new ArrayList<>();
        if (maker.list().isCut()) {
            omissions.add(new Omission(
                    operation.id(), phase(), "some values", "there are too many: only the first ones are tried"));
        }
        shown.omission().ifPresent(omissions::add);
        BodyCoverage.patches(operation).ifPresent(omissions::add);
        List<Case> cases = new ArrayList<>(maker.list().cases());
        cases.addAll(fuzz.cases(maker, bodies));
        return new Cases(cases, omissions);
    }
}
