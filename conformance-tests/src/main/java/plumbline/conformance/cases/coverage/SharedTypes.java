package plumbline.conformance.cases.coverage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plumbline.conformance.Omission;
import plumbline.conformance.Phase;
import plumbline.contract.document.Place;
import plumbline.contract.operation.Operation;
import plumbline.contract.sampling.variation.Mutation;
import plumbline.text.PlainText;

/**
 * Wrong types of what several bodies share. Servers read one schema with one program: the first operation that is asked shows
 * every type that is wrong, each other one a single type at each place, so that all of them are seen to refuse some.
 */
final class SharedTypes {
    private static final int MOST_TOLD = 3;

    private final Map<Place, Operation> shownBy = new HashMap<>();
    private final Map<Operation, Set<String>> reduced = new HashMap<>();
    private final Map<Operation, Set<String>> elsewhere = new HashMap<>();

    /** {@return those of all mutations of a body that an operation is to show} */
    List<Mutation> shown(Operation operation, List<Mutation> all) {
        Map<String, Mutation> last = new HashMap<>();
        all.stream()
                .filter(mutation -> isShownElsewhere(operation, mutation))
                .forEach(mutation -> last.put(mutation.pointer(), mutation));
        List<Mutation> shown = new ArrayList<>();
        for (Mutation mutation : all) {
            if (isShownElsewhere(operation, mutation) && !mutation.equals(last.get(mutation.pointer()))) {
                leave(operation, mutation);
            } else {
                shown.add(mutation);
            }
        }
        return shown;
    }

    private boolean isShownElsewhere(Operation operation, Mutation mutation) {
        @Nullable Place place = mutation.violation().contractPlace();
        return "type".equals(mutation.keyword())
                && place != null
                && !shownBy.computeIfAbsent(place, first -> operation).equals(operation);
    }

    private void leave(Operation operation, Mutation mutation) {
        reduced.computeIfAbsent(operation, none -> new LinkedHashSet<>()).add(mutation.pointer());
        Optional.ofNullable(mutation.violation().contractPlace())
                .map(shownBy::get)
                .ifPresent(first -> elsewhere
                        .computeIfAbsent(operation, none -> new LinkedHashSet<>())
                        .add(first.id()));
    }

    /** {@return what is not shown of an operation, and where it is} */
    Optional<Omission> omission(Operation operation) {
        int places = reduced.getOrDefault(operation, Set.of()).size();
        List<String> others = new ArrayList<>(elsewhere.getOrDefault(operation, Set.of()));
        return places == 0
                ? Optional.empty()
                : Optional.of(new Omission(
                        operation.id(),
                        Phase.COVERAGE,
                        "more than one wrong type "
                                + (places == 1 ? "at one place" : "at each of " + places + " places") + " of the body",
                        "all others are sent to " + PlainText.listed(others, MOST_TOLD)
                                + ", whose body has the same schema"));
    }
}
