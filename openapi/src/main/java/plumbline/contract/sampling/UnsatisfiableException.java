package plumbline.contract.sampling;

import java.io.Serial;
import java.util.List;
import plumbline.contract.document.Place;
import plumbline.contract.validation.Violation;

/** No valid value could be made for a schema. */
public final class UnsatisfiableException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Place place;
    private final transient List<Violation> violations;

    UnsatisfiableException(Place place, List<Violation> violations) {
        super("no valid value could be made for the schema at " + place
                + (violations.isEmpty() ? "" : ": " + violations.get(0)));
        this.place = place;
        this.violations = List.copyOf(violations);
    }

    /** {@return the schema} */
    public Place place() {
        return place;
    }

    /** {@return what was wrong with the best attempt} */
    public List<Violation> violations() {
        return violations;
    }
}
