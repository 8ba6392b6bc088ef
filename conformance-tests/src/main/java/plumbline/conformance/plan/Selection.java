package plumbline.conformance.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import plumbline.conformance.Case;
import plumbline.contract.operation.Operation;
import plumbline.text.Glob;
import plumbline.text.Spelling;
import plumbline.text.UnusableInputException;

/**
 * Which part of a plan is run.
 *
 * @param include the operations to test; none means all
 * @param exclude the operations to leave out, though they are included
 * @param cases the ids of the cases to run; none means all
 * @param shard the part to run
 */
public record Selection(List<Glob> include, List<Glob> exclude, Set<String> cases, Shard shard) {
    public Selection {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
        cases = cases.stream().map(Selection::normal).collect(Collectors.toUnmodifiableSet());
    }

    /** {@return the whole plan} */
    public static Selection all() {
        return new Selection(List.of(), List.of(), Set.of(), Shard.whole());
    }

    /**
     * {@return the operations to test}
     *
     * @throws UnusableInputException if a pattern fits none, as it is most likely mistyped
     */
    public List<Operation> operations(List<Operation> all) {
        List<Glob> patterns = new ArrayList<>(include);
        patterns.addAll(exclude);
        for (Glob pattern : patterns) {
            if (all.stream().noneMatch(pattern::fits)) {
                throw new UnusableInputException("'" + pattern + "' fits no operationId, path, tag or method"
                        + Spelling.suggestion(
                                pattern.text(), all.stream().map(Operation::id).toList()));
            }
        }
        return all.stream().filter(this::takes).toList();
    }

    private boolean takes(Operation operation) {
        return (include.isEmpty() || include.stream().anyMatch(pattern -> pattern.fits(operation)))
                && exclude.stream().noneMatch(pattern -> pattern.fits(operation));
    }

    /**
     * {@return the cases that are run by all parts, in their order}
     *
     * @throws UnusableInputException if a case is named that does not exist
     */
    List<Case> cases(List<Case> all) {
        Set<String> known = all.stream().map(subject -> normal(subject.id())).collect(Collectors.toSet());
        for (String id : cases) {
            if (!known.contains(id)) {
                throw new UnusableInputException("there is no case '" + id + "'" + Spelling.suggestion(id, known));
            }
        }
        return all.stream()
                .filter(subject -> cases.isEmpty() || cases.contains(normal(subject.id())))
                .toList();
    }

    /** {@return what a reader of the results must know of what is left out} */
    public List<String> notes(List<Operation> all) {
        List<String> notes = new ArrayList<>();
        int taken = operations(all).size();
        if (taken < all.size()) {
            notes.add("Only " + taken + " of " + all.size() + " operations are tested, as was asked for.");
        }
        if (!cases.isEmpty()) {
            notes.add("Only the cases that are named are run.");
        }
        if (!shard.isWhole()) {
            notes.add(shard.note());
        }
        return notes;
    }

    /** {@return whether single cases are left out, so that what is run says nothing about the rest} */
    public boolean isPartial() {
        return !cases.isEmpty() || !shard.isWhole();
    }

    /** Blanks are written as hyphens in some ids, and people copy what they see. */
    private static String normal(String id) {
        return id.trim().replace(' ', '-');
    }
}
