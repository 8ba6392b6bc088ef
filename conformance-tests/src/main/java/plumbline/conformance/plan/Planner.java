package plumbline.conformance.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import plumbline.conformance.Case;
import plumbline.conformance.CaseSource;
import plumbline.conformance.Omission;
import plumbline.conformance.Phase;
import plumbline.contract.Contract;
import plumbline.contract.operation.Operation;

/**
 * Decides which cases are sent, and in which order.
 *
 * @param sources where cases come from, in the order of the phases
 * @param selection which of them are wanted
 */
public record Planner(List<CaseSource> sources, Selection selection) {
    /** Nothing is changed before it has been looked at, and what must be refused comes in a row. */
    private static final Comparator<Case> ORDER = Comparator.comparingInt(Planner::harm)
            .thenComparing(Case::phase)
            .thenComparing(subject -> !subject.isSafe() && subject.isToBeRefused(), Comparator.reverseOrder());

    /**
     * {@return the plan for a contract}
     *
     * @throws plumbline.text.UnusableInputException if what is selected is not there, or the times of cases are of another contract
     */
    public Plan plan(Contract contract) {
        selection.shard().times().requireOf(contract.title());
        List<Operation> operations = selection.operations(contract.operations());
        List<Case> cases = new ArrayList<>();
        List<Omission> omissions = new ArrayList<>();
        for (CaseSource.Cases found : new CaseMaker(sources, operations).all()) {
            cases.addAll(found.cases());
            omissions.addAll(found.omissions());
        }
        cases.sort(ORDER);
        List<Case> wanted = selection.cases(cases);
        if (!selection.shard().isWhole()) {
            return part(contract, wanted);
        }
        return selection.isPartial()
                ? new Plan(wanted, List.of(), phases(wanted), null)
                : new Plan(
                        wanted,
                        omissions,
                        sources.stream().map(CaseSource::phase).toList(),
                        null);
    }

    private Plan part(Contract contract, List<Case> all) {
        Shard shard = selection.shard();
        Map<String, Integer> dealt = shard.deal(all);
        List<Case> part = all.stream()
                .filter(subject -> dealt.getOrDefault(subject.id(), 0) == shard.number())
                .toList();
        return new Plan(part, List.of(), phases(part), PlanMarks.of(shard, contract, dealt));
    }

    private List<Phase> phases(List<Case> cases) {
        return sources.stream()
                .map(CaseSource::phase)
                .filter(phase -> cases.stream().anyMatch(subject -> subject.phase() == phase))
                .toList();
    }

    private static int harm(Case subject) {
        if (subject.isSafe()) {
            return 0;
        }
        return "DELETE".equals(subject.request().method()) ? 2 : 1;
    }
}
