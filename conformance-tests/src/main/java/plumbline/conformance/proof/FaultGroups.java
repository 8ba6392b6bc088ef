package plumbline.conformance.proof;

import java.util.ArrayList;
import java.util.List;

/** Tells which faults can stand in one body, since none is in, or around, what another one changes. */
final class FaultGroups {
    /** The validator tells of fifty faults at most. */
    private static final int MOST = 20;

    private FaultGroups() {}

    /** Something at a place of a value. */
    interface Placed {
        /** {@return the JSON pointer of the place} */
        String pointer();
    }

    /** {@return all faults, those together that are apart} */
    static <T extends Placed> List<List<T>> of(List<T> faults) {
        List<List<T>> groups = new ArrayList<>();
        List<List<T>> open = new ArrayList<>();
        for (T fault : faults) {
            List<T> group = open.stream()
                    .filter(others -> others.stream().allMatch(other -> isApart(fault.pointer(), other.pointer())))
                    .findFirst()
                    .orElseGet(() -> {
                        List<T> added = new ArrayList<>();
                        groups.add(added);
                        open.add(added);
                        return added;
                    });
            group.add(fault);
            open.removeIf(full -> full.size() == MOST);
        }
        return groups;
    }

    private static boolean isApart(String one, String other) {
        return !(one + "/").startsWith(other + "/") && !(other + "/").startsWith(one + "/");
    }
}
