package plumbline.conformance.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import plumbline.conformance.CaseSource;
import plumbline.conformance.Phase;

/** The sources of cases. */
public final class CaseSources {
    private CaseSources() {}

    /** {@return the sources of these phases, in the order in which they run} */
    public static List<CaseSource> of(Set<Phase> phases, Givens givens) {
        RightRequests requests = new RightRequests(givens);
        List<CaseSource> sources = new ArrayList<>();
        for (Phase phase : Phase.values()) {
            if (phases.contains(phase)) {
                sources.add(
                        switch (phase) {
                            case EXAMPLES -> new ExampleCases(requests, givens);
                            case COVERAGE -> new CoverageCases(requests, givens);
                            case SECURITY -> new SecurityCases(requests, givens);
                            case PROTOCOL -> new ProtocolCases(requests, givens);
                            case LIFECYCLE -> new LifecycleCases(givens);
                        });
            }
        }
        return sources;
    }
}
