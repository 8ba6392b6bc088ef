package plumbline.conformance.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plumbline.conformance.Case;
import plumbline.conformance.Omission;
import plumbline.conformance.Phase;
import plumbline.conformance.result.PlanPart;

/**
 * What a run will do.
 *
 * @param cases the cases in the order in which they are sent
 * @param omissions what no case could be made for
 * @param phases the phases that are run
 * @param part which part of a plan it is; null for all of one
 */
public record Plan(
        List<Case> cases,
        List<Omission> omissions,
        List<Phase> phases,
        @Nullable PlanPart part) {
    public Plan {
        cases = List.copyOf(cases);
        omissions = List.copyOf(omissions);
        phases = List.copyOf(phases);
    }
}
