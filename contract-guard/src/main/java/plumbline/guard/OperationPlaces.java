package plumbline.guard;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import plumbline.contract.Contract;
import plumbline.contract.document.Place;
import plumbline.contract.operation.Operation;

/**
 * Where operations stand. Large documents have thousands of findings and of operations, so that each is found by its place.
 *
 * @param places the operations by file and pointer
 */
record OperationPlaces(Map<Key, Operation> places) {
    static final OperationPlaces NONE = new OperationPlaces(Map.of());

    private record Key(String file, String pointer) {}

    static OperationPlaces of(Contract contract) {
        Map<Key, Operation> places = new HashMap<>();
        for (Operation operation : contract.operations()) {
            Place place = operation.node().place();
            places.putIfAbsent(new Key(place.file(), place.pointer()), operation);
        }
        return new OperationPlaces(places);
    }

    /** {@return the operation whose object a place is, or stands in} */
    Optional<Operation> around(Place place) {
        for (int end = place.pointer().length(); end > 0; end = place.pointer().lastIndexOf('/', end - 1)) {
            Operation operation =
                    places.get(new Key(place.file(), place.pointer().substring(0, end)));
            if (operation != null) {
                return Optional.of(operation);
            }
        }
        return Optional.empty();
    }
}
