package plumbline.conformance.cases.coverage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plumbline.conformance.Omission;
import plumbline.conformance.Phase;
import plumbline.contract.document.Place;
import plumbline.contract.operation.Operation;
import plumbline.contract.sampling.variation.Judged;
import plumbline.contract.sampling.variation.Mutation;
import plumbline.text.PlainText;

/** The wrong types that one operation shows, of those that it shares with others. */
final class ShownTypes {
    private static final int MOST_TOLD = 3;

    private final Operation operation;
    private final SharedTypes shared;
    /** Who shows what, as far as that was asked for: the same answer to the same question, whatever others do meanwhile. */
    private final Map<Place, Operation> owners = new HashMap<>();

    private final Set<String> reduced = new HashSet<>();
    private final Set<Operation> elsewhere = new HashSet<>();
    private final Set<Judged.Change> left = new HashSet<>();

    ShownTypes(Operation operation, SharedTypes shared) {
        this.operation = operation;
        this.shared = shared;
    }

    /** {@return those of the mutations of a body that are to be shown} */
    List<Mutation> of(List<Mutation> all) {
        Map<String, Mutation> last = new HashMap<>();
        all.stream().filter(this::isShownElsewhere).forEach(mutation -> last.put(mutation.pointer(), mutation));
        List<Mutation> shown = new ArrayList<>();
        for (Mutation mutation : all) {
            if (isShownElsewhere(mutation) && !mutation.equals(last.get(mutation.pointer()))) {
                leave(mutation);
            } else {
                shown.add(mutation);
            }
        }
        return shown;
    }

    /** {@return whether a wrong type is enough for its place, since another operation shows the others} */
    boolean isEnough(Mutation wrongType, List<Judged.Change> others) {
        boolean isElsewhere = isShownElsewhere(wrongType);
        if (isElsewhere) {
            left.addAll(others);
            leave(wrongType);
        }
        return isElsewhere;
    }

    /** {@return whether another operation shows this, as has turned out with another value of the body} */
    boolean isLeft(Judged.Change change) {
        return left.contains(change);
    }

    private boolean isShownElsewhere(Mutation mutation) {
        @Nullable Place place = mutation.violation().contractPlace();
        return "type".equals(mutation.keyword())
                && place != null
                && !owner(place).equals(operation);
    }

    private Operation owner(Place place) {
        return owners.computeIfAbsent(place, asked -> shared.owner(asked, operation));
    }

    private void leave(Mutation mutation) {
        reduced.add(mutation.pointer());
        Optional.ofNullable(mutation.violation().contractPlace())
                .map(this::owner)
                .ifPresent(elsewhere::add);
    }

    /**
     * {@return whether this holds, now that all is known of the operations before this one; else it is to be found out again, and
     * will hold then}
     */
    boolean settle() {
        return shared.settle(operation, owners);
    }

    /** {@return what is not shown, and where it is} */
    Optional<Omission> omission() {
        int places = reduced.size();
        List<String> others =
                shared.sorted(elsewhere).stream().map(Operation::id).toList();
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
