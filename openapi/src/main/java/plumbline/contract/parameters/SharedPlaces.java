package plumbline.contract.parameters;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.Schema;

/** What operations on one path, and below it, say of what is named there: what one may call so, the others must take. */
public final class SharedPlaces {
    private static final String PARAMETER = "{}";

    private final Map<String, List<Schema>> schemas = new HashMap<>();

    /** Reads what these operations say. */
    public SharedPlaces(List<Operation> operations) {
        for (Operation operation : operations) {
            operation.parameters(Parameter.In.PATH).stream()
                    .filter(parameter -> parameter.content() == null)
                    .forEach(parameter -> add(operation, parameter));
        }
        schemas.values().removeIf(all -> all.size() == 1);
    }

    private void add(Operation operation, Parameter parameter) {
        place(operation, parameter).ifPresent(place -> parameter.valueSchema().ifPresent(schema -> add(place, schema)));
    }

    private void add(String place, Schema schema) {
        List<Schema> known = schemas.computeIfAbsent(place, first -> new ArrayList<>());
        if (known.stream()
                .noneMatch(other -> other.node()
                        .resolved()
                        .value()
                        .equals(schema.node().resolved().value()))) {
            known.add(schema);
        }
    }

    private static Optional<String> place(Operation operation, Parameter parameter) {
        int index = operation.template().names().indexOf(parameter.name());
        String shape = operation.template().shape();
        int end = 0;
        for (int i = 0; i <= index; i++) {
            end = shape.indexOf(PARAMETER, end) + PARAMETER.length();
        }
        return end == 0 ? Optional.empty() : Optional.of(shape.substring(0, end));
    }

    /** {@return the schemas of what stands in the place of a parameter in a path; none if all operations say the same of it} */
    public List<Schema> schemas(Operation operation, Parameter parameter) {
        return schemas.isEmpty() || parameter.in() != Parameter.In.PATH
                ? List.of()
                : place(operation, parameter)
                        .map(place -> schemas.getOrDefault(place, List.of()))
                        .orElse(List.of());
    }
}
