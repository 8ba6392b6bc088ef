package plumbline.conformance.cases;

import java.util.Map;
import plumbline.conformance.target.Target;
import plumbline.contract.Contract;
import plumbline.contract.validation.Schemas;
import plumbline.fixtures.Fixtures;
import tools.jackson.databind.JsonNode;

/**
 * What cases are made from.
 *
 * @param contract the contract, read with the base path of the target
 * @param schemas its schemas
 * @param target the server under test
 * @param values values of parameters that name what exists, by parameter name
 * @param fixtures responses that the target is known to give
 */
public record Givens(
        Contract contract, Schemas schemas, Target target, Map<String, JsonNode> values, Fixtures fixtures) {
    public Givens {
        values = Map.copyOf(values);
    }
}
