package plumbline.conformance.items;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import plumbline.contract.http.Request;
import plumbline.contract.operation.Operation;

/** Which items are a run's own, and which requests change no others. Thread-safe, and asked without a lock by who may hold others. */
final class Ownership {
    private final ItemKinds kinds;
    private final Absences absences;
    private final Map<String, ItemPrefix> created = new ConcurrentHashMap<>();

    Ownership(ItemKinds kinds, Caller caller) {
        this.kinds = kinds;
        this.absences = new Absences(kinds, caller);
    }

    void add(ItemPrefix item) {
        created.put(item.path(), item);
    }

    /** {@return the item of the run's own at a path, if there is one} */
    Optional<ItemPrefix> at(String path) {
        return Optional.ofNullable(created.get(path));
    }

    /** {@return the item of the run's own that a path is of or in; the innermost, if there are several} */
    Optional<ItemPrefix> around(String path) {
        return created.values().stream()
                .filter(item -> item.includes(path))
                .max(Comparator.comparingInt(item -> item.text().length()));
    }

    /** Takes note that an item is gone, with what is in it. */
    void forget(ItemPrefix gone) {
        created.keySet().removeIf(gone::includes);
        absences.forget(gone);
    }

    /** {@return whether a path is that of an own item, or of what is in one} */
    boolean includes(String path) {
        return created.values().stream().anyMatch(item -> item.includes(path));
    }

    /** {@return whether a request only adds something, is about an own item, or about one that is not there} */
    boolean isHarmless(Operation operation, Request request) {
        boolean isAddition = "POST".equals(request.method())
                && !kinds.isRisky(operation)
                && (operation.template().names().isEmpty() || kinds.isAddition(operation));
        return isAddition || includes(request.path()) || absences.isAbsent(operation, request);
    }

    /** Takes note that an operation is tried on an own item, in which nobody has made what else its path may name. */
    void isTried(Operation operation) {
        boolean isWhole = kinds.on(operation)
                .filter(life -> life.resource().read().template().names().size()
                        == operation.template().names().size())
                .isPresent();
        if (isWhole) {
            absences.isTried(operation);
        } else {
            absences.isMissed(operation);
        }
    }

    /** {@return whether an operation was tried on what is not there, and on nothing else} */
    boolean isInVain(Operation operation) {
        return absences.isAll(operation);
    }
}
