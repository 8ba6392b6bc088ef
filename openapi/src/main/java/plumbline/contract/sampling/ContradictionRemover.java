package plumbline.contract.sampling;

import java.util.List;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.Schema;
import plumbline.contract.validation.Effort;
import plumbline.contract.validation.Schemas;
import plumbline.contract.validation.Violation;
import plumbline.json.jackson.core.JsonPointer;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.ObjectNode;

/**
 * Leaves out of a value the members and items that no value could be made for, where it can do without.
 *
 * @param schemas judges
 * @param schema the schema of the value
 * @param direction the direction in which it is sent
 * @param effort how much may be tried
 */
record ContradictionRemover(Schemas schemas, Schema schema, Direction direction, Effort effort) {
    private static final int MOST_REMOVALS = 20;

    /** {@return the attempt with fewer violations, perhaps with none, or as it is} */
    UnsatisfiableException.Attempt mend(UnsatisfiableException.Attempt attempt) {
        UnsatisfiableException.Attempt best = attempt;
        for (int i = 0; i < MOST_REMOVALS && !best.violations().isEmpty(); i++) {
            UnsatisfiableException.Attempt better = without(best);
            if (better.violations().size() >= best.violations().size()) {
                return best;
            }
            best = better;
        }
        return best;
    }

    /** The attempt without what the first violations are about, or without what that stands in. */
    private UnsatisfiableException.Attempt without(UnsatisfiableException.Attempt attempt) {
        for (Violation violation : attempt.violations()) {
            JsonPointer pointer = JsonPointer.compile(violation.location().pointer());
            while (!pointer.matches()) {
                JsonNode value = attempt.value().deepCopy();
                if (remove(value.at(pointer.head()), pointer.last())) {
                    List<Violation> left = schemas.violations(schema, direction, value, effort);
                    if (left.size() < attempt.violations().size()) {
                        return new UnsatisfiableException.Attempt(value, left);
                    }
                }
                pointer = pointer.head();
            }
        }
        return attempt;
    }

    private static boolean remove(JsonNode holder, JsonPointer last) {
        if (holder instanceof ObjectNode object) {
            return object.remove(last.getMatchingProperty()) != null;
        }
        return holder instanceof ArrayNode array && array.remove(last.getMatchingIndex()) != null;
    }
}
