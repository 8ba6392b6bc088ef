package plumbline.mock.state.kinds;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import plumbline.contract.operation.Operation;
import plumbline.contract.resources.Key;
import plumbline.contract.resources.Member;
import plumbline.contract.resources.Resources;
import plumbline.contract.resources.Role;

/**
 * Where the answers of operations that read an item say what the item is called.
 *
 * @param byOperation the places of each, by the parameters of its path
 */
public record NamePlaces(Map<Operation, Map<String, String>> byOperation) {
    public NamePlaces {
        byOperation = Collections.unmodifiableMap(byOperation);
    }

    /** {@return those of all operations} */
    public static NamePlaces of(Resources resources) {
        Map<Operation, Map<String, String>> places = new LinkedHashMap<>();
        resources.all().stream()
                .flatMap(resource -> resource.all(Role.READ).stream())
                .forEach(read -> places.putIfAbsent(read.operation(), places(read)));
        return new NamePlaces(places);
    }

    private static Map<String, String> places(Member read) {
        Map<String, String> places = new LinkedHashMap<>();
        read.showing()
                .ifPresent(showing -> showing.keys().stream()
                        .filter(key -> key.source() == Key.Source.PROPERTY)
                        .forEach(key -> places.put(key.parameter(), showing.pointer() + key.pointer())));
        return places;
    }

    /** {@return those of an operation: JSON pointers by parameter, as far as they are known} */
    public Map<String, String> of(Operation operation) {
        return byOperation.getOrDefault(operation, Map.of());
    }
}
