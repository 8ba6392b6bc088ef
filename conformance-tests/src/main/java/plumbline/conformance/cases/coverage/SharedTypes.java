package plumbline.conformance.cases.coverage;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import plumbline.contract.document.Place;
import plumbline.contract.operation.Operation;

/**
 * Wrong types of what several bodies share. Servers read one schema with one program: the first operation that is asked shows
 * every type that is wrong, each other one a single type at each place, so that all of them are seen to refuse some. Cases of
 * several operations may be made at a time: what they took for granted of each other is {@linkplain ShownTypes#settle settled}
 * in their order. Thread-safe.
 */
final class SharedTypes {
    private final Map<Operation, Integer> numbers = new HashMap<>();
    private final Map<Place, Operation> settled = new ConcurrentHashMap<>();
    private final Map<Place, Operation> expected = new ConcurrentHashMap<>();

    /** Begins with nothing shown by these operations, which come in this order. */
    SharedTypes(List<Operation> operations) {
        operations.forEach(operation -> numbers.putIfAbsent(operation, numbers.size()));
    }

    /** {@return what an operation shows, as far as that can be told now} */
    ShownTypes of(Operation operation) {
        return new ShownTypes(operation, this);
    }

    /** {@return the operation that shows the wrong types of a place in the contract: this one, unless it is another one before it} */
    Operation owner(Place place, Operation asking) {
        Operation known = settled.get(place);
        return known != null ? known : expected.merge(place, asking, this::first);
    }

    private Operation first(Operation one, Operation other) {
        return number(one) <= number(other) ? one : other;
    }

    private int number(Operation operation) {
        return numbers.getOrDefault(operation, Integer.MAX_VALUE);
    }

    /** {@return whether these operations show what they were expected to, which the operation itself does from now on} */
    boolean settle(Operation operation, Map<Place, Operation> owners) {
        boolean isRight = owners.entrySet().stream()
                .allMatch(known -> known.getValue().equals(settled.getOrDefault(known.getKey(), operation)));
        if (isRight) {
            owners.forEach(settled::putIfAbsent);
        }
        owners.forEach(expected::remove);
        return isRight;
    }

    /** {@return the same operations in their order} */
    List<Operation> sorted(Collection<Operation> operations) {
        return operations.stream().sorted(Comparator.comparing(this::number)).toList();
    }
}
