package plumbline.conformance.cases.requests;

import java.util.HashMap;
import java.util.Map;
import plumbline.conformance.target.Target;
import plumbline.contract.Contract;
import plumbline.contract.operation.Operation;
import plumbline.contract.resources.Resources;
import plumbline.contract.validation.Schemas;
import plumbline.fixtures.Fixtures;
import plumbline.json.jackson.databind.JsonNode;

/**
 * What cases are made from.
 *
 * @param contract the contract, read with the base path of the target
 * @param schemas its schemas
 * @param resources its resources
 * @param target the server under test
 * @param values values of parameters that name what exists, by parameter name
 * @param fixtures responses that the target is known to give
 * @param own values and bodies for single operations
 * @param fuzzing how many random cases to make
 */
public record TestData(
        Contract contract,
        Schemas schemas,
        Resources resources,
        Target target,
        Map<String, JsonNode> values,
        Fixtures fixtures,
        OperationValues own,
        Fuzzing fuzzing) {
    public TestData {
        values = Map.copyOf(values);
    }

    /** What cases are made from where nothing is given for single operations, and none are random. */
    public TestData(
            Contract contract, Schemas schemas, Target target, Map<String, JsonNode> values, Fixtures fixtures) {
        this(
                contract,
                schemas,
                Resources.of(contract),
                target,
                values,
                fixtures,
                OperationValues.none(),
                Fuzzing.none());
    }

    /** {@return whether the target is held to have data: a mock on this machine may make up each answer for itself} */
    public boolean isHeld() {
        return !values.isEmpty() || !fixtures.all().isEmpty() || !target.isLoopback() || target.allowsWrites();
    }

    /** {@return the values given for an operation: its own before those for all} */
    public Map<String, JsonNode> values(Operation operation) {
        Map<String, JsonNode> all = new HashMap<>(values);
        all.putAll(own.of(operation));
        return all;
    }
}
