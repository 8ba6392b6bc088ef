package plumbline.contract.mending;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import plumbline.contract.document.Place;
import plumbline.contract.document.Problem;

/**
 * What was done about one kind of fault.
 *
 * @param first the first fault
 * @param done what was done about it
 * @param places where faults of the kind stand, in the order in which they were found
 */
record Mending(Problem first, String done, List<Place> places) {
    private static final int MOST_PLACES = 5;

    Mending {
        places = List.copyOf(places);
    }

    static Mending of(Problem problem, String done) {
        return new Mending(problem, done, List.of(problem.place()));
    }

    /** {@return this and another mending of the same kind as one} */
    Mending and(Mending other) {
        Set<Place> all = new LinkedHashSet<>(places);
        all.addAll(other.places);
        return new Mending(first, done, List.copyOf(all));
    }

    /** {@return the one warning of all these faults} */
    Problem warning() {
        return new Problem(
                Problem.Severity.WARNING,
                first.topic(),
                first.place(),
                first.message() + "; " + done + others(),
                first.hint(),
                first.remedy(),
                first.subject());
    }

    private String others() {
        if (places.size() < 2) {
            return "";
        }
        int others = places.size() - 1;
        List<String> shown =
                places.stream().skip(1).limit(MOST_PLACES).map(this::shown).toList();
        String rest = others > MOST_PLACES ? " and others" : "";
        return " (likewise at " + others + " more " + (others == 1 ? "place: " : "places: ") + String.join(", ", shown)
                + rest + ")";
    }

    private String shown(Place place) {
        boolean isSameFile = place.file().equals(first.place().file());
        return isSameFile && place.line() > 0 ? place.line() + ":" + place.column() : place.position();
    }
}
