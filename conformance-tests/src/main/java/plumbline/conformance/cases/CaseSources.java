package plumbline.conformance.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import plumbline.conformance.CaseSource;
import plumbline.conformance.Phase;
import plumbline.conformance.cases.coverage.CoverageCases;
import plumbline.conformance.cases.requests.RightRequests;
import plumbline.conformance.cases.requests.TestData;

/** The sources of cases. */
public final class CaseSources {
    private CaseSources() {}

    /** {@return the sources of these phases, in the order in which they run} */
    public static List<CaseSource> of(Set<Phase> phases, TestData data) {
        RightRequests requests = new RightRequests(data);
        List<CaseSource> sources = new ArrayList<>();
        for (Phase phase : Phase.values()) {
            if (phases.contains(phase)) {
                sources.add(new OfPlainAnswers(
                        switch (phase) {
                            case EXAMPLES -> new ExampleCases(requests, data);
                            case COVERAGE -> new CoverageCases(requests, data);
                            case SECURITY -> new SecurityCases(requests, data);
                            case PROTOCOL -> new ProtocolCases(requests, data);
                            case LIFECYCLE -> new LifecycleCases(data);
                        }));
            }
        }
        return sources;
    }
}
