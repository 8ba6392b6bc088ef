package plumbline.conformance.suite;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.conformance.cases.requests.OperationValues;
import plumbline.contract.Contract;
import plumbline.contract.document.ContractException;
import plumbline.contract.document.Documents;
import plumbline.contract.document.Node;
import plumbline.contract.document.Problem;
import plumbline.contract.document.ReferencePolicy;
import plumbline.contract.document.UriSource;
import plumbline.contract.operation.Operation;
import plumbline.json.jackson.databind.JsonNode;

/** Reads a file, in YAML or JSON, of {@code parameters} and a {@code body} under operation ids. */
final class ValuesFile {
    private final Contract contract;
    private final Map<String, Map<String, JsonNode>> parameters = new HashMap<>();
    private final Map<String, JsonNode> bodies = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private ValuesFile(Contract contract) {
        this.contract = contract;
    }

    /**
     * {@return the values in a file}
     *
     * @throws ContractException with all problems, if it cannot be read or names what the contract does not know
     */
    static OperationValues read(Path file, Contract contract) {
        Node root = Documents.read(UriSource.of(file, ReferencePolicy.strict())).root();
        ValuesFile values = new ValuesFile(contract);
        if (!root.value().isObject()) {
            values.problem(root, "is no mapping", "write operation ids, and 'parameters' or 'body' under them");
        }
        root.members().forEach(values::operation);
        if (!values.problems.isEmpty()) {
            throw new ContractException(values.problems);
        }
        return new OperationValues(values.parameters, values.bodies);
    }

    private void operation(String id, Node node) {
        Optional<Operation> operation = contract.operation(id);
        if (operation.isEmpty()) {
            problem(node, "the contract has no operation '" + id + "'", "name one by its operationId");
            return;
        }
        node.members().forEach((name, member) -> {
            switch (name) {
                case "parameters" ->
                    member.members().forEach((parameter, value) -> parameter(operation.get(), parameter, value));
                case "body" -> body(operation.get(), member);
                default -> problem(member, "'" + name + "' means nothing here", "write 'parameters' or 'body'");
            }
        });
    }

    private void parameter(Operation operation, String name, Node value) {
        if (operation.parameters().stream().anyMatch(parameter -> parameter.isNamed(name))) {
            parameters.computeIfAbsent(operation.id(), id -> new HashMap<>()).put(name, value.value());
        } else {
            problem(value, operation.id() + " has no parameter '" + name + "'", "name one that it has");
        }
    }

    private void body(Operation operation, Node value) {
        if (operation.body() == null) {
            problem(value, operation.id() + " takes no body", "leave it out");
        } else {
            bodies.put(operation.id(), value.value());
        }
    }

    private void problem(Node node, String message, String hint) {
        problems.add(Problem.error(node.place(), message, hint));
    }
}
