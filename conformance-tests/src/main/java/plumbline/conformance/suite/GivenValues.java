package plumbline.conformance.suite;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import plumbline.contract.Contract;
import plumbline.contract.operation.Operation;
import plumbline.text.Spelling;
import plumbline.text.UnusableInputException;

/** Holds given values to the parameters that there are, since one that has no effect is a mistake. */
final class GivenValues {
    private GivenValues() {}

    /** @throws UnusableInputException if a value is given for no parameter of the contract */
    static void check(Collection<String> names, Contract contract) {
        for (String name : new TreeSet<>(names)) {
            if (contract.operations().stream().noneMatch(operation -> takes(operation, name))) {
                throw new UnusableInputException("a value is given for '" + name
                        + "', but no operation has a parameter of this name"
                        + Spelling.suggestion(name, parameters(contract)));
            }
        }
    }

    private static boolean takes(Operation operation, String name) {
        return operation.template().names().contains(name)
                || operation.parameters().stream().anyMatch(parameter -> parameter.isNamed(name));
    }

    private static Set<String> parameters(Contract contract) {
        Set<String> names = new TreeSet<>();
        contract.operations().forEach(operation -> {
            names.addAll(operation.template().names());
            operation.parameters().forEach(parameter -> names.add(parameter.name()));
        });
        return names;
    }
}
