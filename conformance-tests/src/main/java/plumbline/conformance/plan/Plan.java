package plumbline.conformance.plan;

import java.util.List;
import plumbline.conformance.Case;
import plumbline.conformance.Omission;
import plumbline.conformance.Phase;

/**
 * What a run will do.
 *
 * @param cases the cases in the order in which they are sent
 * @param omissions what no case could be made for
 * @param phases the phases that are run
 */
public record Plan(List<Case> cases, List<Omission> omissions, List<Phase> phases) {
    public Plan {
        cases = List.copyOf(cases);
        omissions = List.copyOf(omissions);
        phases = List.copyOf(phases);
    }
}
