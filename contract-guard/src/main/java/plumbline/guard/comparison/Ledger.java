package plumbline.guard.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plumbline.contract.document.Place;

/** Gathers changes, each once, with all operations that it concerns. */
final class Ledger {
    private static final Comparator<Change> ORDER = Comparator.comparing(Change::impact)
            .thenComparing(change -> change.now().file())
            .thenComparing(change -> change.now().line())
            .thenComparing(change -> change.now().column())
            .thenComparing(change -> change.before().line())
            .thenComparing(change -> change.rule().id())
            .thenComparing(Change::message);

    private final Map<Draft, Set<String>> operations = new LinkedHashMap<>();

    void add(Draft draft, String operation) {
        operations.computeIfAbsent(draft, key -> new LinkedHashSet<>()).add(operation);
    }

    /** {@return the changes, those that matter most first} */
    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        operations.forEach((draft, titles) -> changes.add(change(draft, List.copyOf(titles))));
        changes.sort(ORDER);
        return List.copyOf(changes);
    }

    private static Change change(Draft draft, List<String> titles) {
        Place before = draft.before().place();
        Place now = draft.now().place();
        String message = draft.what() + ": " + draft.rule().consequence();
        return new Change(draft.rule(), message, before, now, titles);
    }
}
