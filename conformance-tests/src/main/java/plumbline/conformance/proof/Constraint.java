package plumbline.conformance.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import plumbline.contract.document.Place;
import plumbline.contract.operation.Operation;

/**
 * A promise about answers.
 *
 * @param id the name under which what proves it is found
 * @param kind what kind of thing it is about
 * @param aspect what it is about, as in {@code status} or {@code minLength}
 * @param text what is promised, in words
 * @param place where that is said; asked for only if somebody is to read it
 * @param uses where it holds, each once, to be added to while the contract is read
 */
record Constraint(String id, Kind kind, String aspect, String text, Supplier<Place> place, List<Use> uses) {
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
    record Use(Operation operation, String response) {
        /** {@return the constraint of this name, in such an answer} */
        Claim claim(String constraint) {
            return new Claim(constraint, text());
        }

        /** {@return the answer in words, as in {@code 404 of getBook}} */
        String text() {
            return response.isEmpty() ? operation.id() : response + " of " + operation.id();
        }
    }

    /**
     * What is proven for itself: a constraint in the answers of one kind.
     *
     * @param id the name of the constraint
     * @param use the answer, in words
     */
    record Claim(String id, String use) {}

    /** {@return whether it stands in a schema or parameter that several answers or requests may share} */
    boolean isShared() {
        return kind == Kind.SCHEMA || kind == Kind.HEADER || kind == Kind.REQUEST;
    }

    static Constraint of(Kind kind, String id, String text, Supplier<Place> place) {
        String aspect = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return new Constraint(id, kind, aspect, text, place, new ArrayList<>(1));
    }

    /** {@return the same, about a keyword} */
    Constraint about(String keyword) {
        String aspect = switch (kind) {
            case HEADER -> keyword + " in headers";
            case REQUEST -> keyword + " in requests";
            default -> keyword;
        };
        return new Constraint(id, kind, aspect, text, place, uses);
    }

    /** Adds where it holds, unless that was the last to be added: all that is said of one answer is read in a row. */
    Constraint in(Use use) {
        if (uses.isEmpty() || !uses.get(uses.size() - 1).equals(use)) {
            uses.add(use);
        }
        return this;
    }
}
