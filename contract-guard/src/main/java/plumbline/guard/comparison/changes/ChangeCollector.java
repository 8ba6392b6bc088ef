package plumbline.guard.comparison.changes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plumbline.contract.document.Place;

/** Gathers changes, each once, with all operations that it concerns. */
public final class ChangeCollector {
    private static final Comparator<Change> ORDER = Comparator.comparing(Change::impact)
            .thenComparing(change -> change.now().file())
            .thenComparing(change -> change.now().line())
            .thenComparing(change -> change.now().column())
            .thenComparing(change -> change.before().line())
            .thenComparing(change -> change.kind().id())
            .thenComparing(Change::message);

    private final Map<ContractDifference, Set<String>> operations = new LinkedHashMap<>();

    public void add(ContractDifference difference, String operation) {
        operations.computeIfAbsent(difference, key -> new LinkedHashSet<>()).add(operation);
    }

    /** {@return the changes, those that matter most first} */
    public List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        operations.forEach((difference, titles) -> changes.add(change(difference, List.copyOf(titles))));
        changes.sort(ORDER);
        return List.copyOf(changes);
    }

    private static Change change(ContractDifference difference, List<String> titles) {
        Place before = difference.before().place();
        Place now = difference.now().place();
        return new Change(difference.kind(), difference.impact(), difference.message(), before, now, titles);
    }
}
