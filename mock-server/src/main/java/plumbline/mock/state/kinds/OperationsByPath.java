package plumbline.mock.state.kinds;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.PathTemplate;

/** The operations of a contract in the order of their paths, so that those below one are found without asking all. */
final class OperationsByPath {
    private final List<Operation> operations;
    private final NavigableMap<String, List<Integer>> numbers = new TreeMap<>();

    OperationsByPath(List<Operation> operations) {
        this.operations = List.copyOf(operations);
        for (int i = 0; i < operations.size(); i++) {
            numbers.computeIfAbsent(operations.get(i).template().shape(), shape -> new ArrayList<>())
                    .add(i);
        }
    }

    /** {@return the operations on an item, and on what is part of one, in the order of the contract} */
    List<Operation> within(PathTemplate item) {
        TreeSet<Integer> found = new TreeSet<>(numbers.getOrDefault(item.shape(), List.of()));
        for (List<Integer> alike : numbers.tailMap(item.below()).values()) {
            if (!item.isAbove(operations.get(alike.get(0)).template())) {
                break;
            }
            found.addAll(alike);
        }
        return found.stream().map(operations::get).toList();
    }
}
