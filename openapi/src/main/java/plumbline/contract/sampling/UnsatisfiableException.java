package plumbline.contract.sampling;

import java.io.Serial;
import java.util.List;
import java.util.function.UnaryOperator;
import plumbline.contract.document.Place;
import plumbline.contract.validation.Violation;
import plumbline.json.jackson.databind.JsonNode;

/** No valid value could be made for a schema; the message names the keyword that defeated the nearest attempt. */
public final class UnsatisfiableException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Place place;
    private final transient Attempt nearest;
    private final boolean endless;

    /**
     * A value that was made in vain.
     *
     * @param value the value
     * @param violations what is wrong with it, at least one
     */
    record Attempt(JsonNode value, List<Violation> violations) {
        Attempt {
            violations = List.copyOf(violations);
        }

        boolean isUndecided() {
            return violations.get(0).isUndecided();
        }

        private String fault(UnaryOperator<Place> shown) {
            Violation first = violations.get(0);
            String where = first.location().pointer().isEmpty()
                    ? "it"
                    : first.location().pointer();
            return "the nearest attempt fails '" + first.rule() + "'"
                    + (first.contractPlace() == null ? "" : " at " + shown.apply(first.contractPlace())) + ": " + where
                    + " "
                    + first.message();
        }
    }

    UnsatisfiableException(Place place, Attempt nearest, boolean endless) {
        super(message(place, nearest, endless, UnaryOperator.identity()));
        this.place = place;
        this.nearest = nearest;
        this.endless = endless;
    }

    private static String message(Place place, Attempt nearest, boolean endless, UnaryOperator<Place> shown) {
        return "no valid value could be made for the schema at " + shown.apply(place) + ": "
                + reason(nearest, endless, shown);
    }

    private static String reason(Attempt nearest, boolean endless, UnaryOperator<Place> shown) {
        if (nearest.isUndecided()) {
            return "whether one fits " + nearest.violations().get(0).message();
        }
        return endless ? "it requires itself without end, or deeper than can be tried" : nearest.fault(shown);
    }

    /** {@return whether looking for a value was given up, so that there may be one} */
    public boolean isUndecided() {
        return nearest.isUndecided();
    }

    /** {@return the message for readers elsewhere, which names no folder of this machine} */
    public String messageWithoutFolders() {
        return message(place, nearest, endless, Place::withoutFolders);
    }

    /** {@return the schema} */
    public Place place() {
        return place;
    }

    /** {@return the value that came nearest to being valid} */
    public JsonNode nearest() {
        return nearest.value();
    }

    /** {@return what is wrong with the nearest value} */
    public List<Violation> violations() {
        return nearest.violations();
    }
}
