package plumbline.mock.life;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import plumbline.contract.http.Request;
import plumbline.contract.operation.Operation;
import plumbline.mock.state.StoreFullException;
import plumbline.mock.state.Transaction;

/** Refuses requests for what the store does not hold, or may not. */
final class Refusing {
    private Refusing() {}

    /** {@return that an item, or what it is part of, is not there; nothing if the contract has no word for that} */
    static Optional<Outcome> missing(Asked asked, Transaction transaction) {
        boolean isGone = asked.key().isEmpty()
                ? transaction.isOfRemoved(asked.collection())
                : transaction.wasRemoved(asked.collection(), asked.key());
        return missing(asked.operation(), asked.request(), isGone);
    }

    /** {@return that nothing is there; nothing if the contract has no word for that} */
    static Optional<Outcome> missing(Operation operation, Request request, boolean isGone) {
        List<String> statuses =
                isGone ? List.of("410", "404", "4XX", "default") : List.of("404", "410", "4XX", "default");
        boolean isSafe = operation.isSafe();
        return hasWord(operation) || isGone && isSafe
                ? Optional.of(new Outcome.Refused(
                        statuses,
                        404,
                        "unknown-item",
                        "There is no such item",
                        "Nothing is stored as " + request.path()
                                + (isGone ? "; it has been removed." : "; see what the list shows, or create it.")))
                : Optional.empty();
    }

    /** {@return whether the contract has a word for that something is not there} */
    static boolean hasWord(Operation operation) {
        return Stream.of("404", "410", "4XX", "default")
                .anyMatch(key -> operation.response(key).isPresent());
    }

    /** {@return that a name is taken; nothing if the contract has no word for that} */
    static Optional<Outcome> taken(Asked asked, List<String> key) {
        return asked.operation().response("409").isPresent()
                ? Optional.of(new Outcome.Refused(
                        List.of("409"),
                        409,
                        "taken-key",
                        "There is such an item already",
                        "The key " + String.join(", ", key) + " is taken; send another one, or change that item."))
                : Optional.empty();
    }

    /** {@return that a change would make an item that the contract does not allow; nothing if it has no word for that} */
    static Optional<Outcome> unfit(Asked asked, String detail) {
        List<String> statuses = List.of("422", "400", "409", "4XX");
        return statuses.stream().anyMatch(key -> asked.operation().response(key).isPresent())
                ? Optional.of(new Outcome.Refused(
                        statuses, 422, "unfit-change", "The change makes an item that the contract rules out", detail))
                : Optional.empty();
    }

    /** {@return that there is no room} */
    static Outcome full(StoreFullException e) {
        return new Outcome.Refused(
                List.of("507", "503", "5XX", "default"), 507, "store-full", "There is no room", e.getMessage() + ".");
    }

    /** {@return that an item is not in the state that the client supposes} */
    static Outcome outdated(String detail) {
        return new Outcome.Refused(
                List.of("412", "4XX", "default"), 412, "outdated", "The item is in another state", detail);
    }
}
