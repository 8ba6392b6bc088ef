package plumbline.conformance.proof;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import plumbline.contract.Operation;
import plumbline.contract.document.Place;

/**
 * A promise about answers.
 *
 * @param id the name under which what proves it is found
 * @param kind what it is about
 * @param text what is promised, in words
 * @param place where that is said; asked for only if somebody is to read it
 * @param uses where it holds, to be added to while the contract is read
 */
record Constraint(String id, Kind kind, String text, Supplier<Place> place, Set<Use> uses) {
    /** What constraints are about. */
    enum Kind {
        STATUS,
        MEDIA_TYPE,
        SYNTAX,
        HEADER,
        SCHEMA,
        AGREEMENT,
        SECURITY,
        REQUEST
    }

    /**
     * An answer that a constraint holds for.
     *
     * @param operation the operation
     * @param response the key of the documented response; empty if it holds for all answers to a wrong request
     */
    record Use(Operation operation, String response) {}

    static Constraint of(Kind kind, String id, String text, Supplier<Place> place) {
        return new Constraint(id, kind, text, place, new LinkedHashSet<>());
    }

    Constraint in(Use use) {
        uses.add(use);
        return this;
    }
}
