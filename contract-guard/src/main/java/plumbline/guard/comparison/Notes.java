package plumbline.guard.comparison;

import java.util.Optional;
import plumbline.contract.OpenApiVersion;
import plumbline.contract.Schema;
import plumbline.contract.document.Node;

/**
 * Takes down what is different about one operation.
 *
 * @param ledger where to
 * @param schemas compares schemas
 * @param operation the operation
 * @param before the version of the old document
 * @param now the version of the new one
 */
record Notes(Ledger ledger, SchemaComparison schemas, String operation, OpenApiVersion before, OpenApiVersion now) {
    void tell(OperationRule rule, String what, Node placeBefore, Node placeNow) {
        ledger.add(new Draft(rule.rule(), what, placeBefore, placeNow), operation);
    }

    /** A schema, and what surrounds it. */
    record Described(Optional<Schema> schema, Node surroundings) {}

    void compare(Described old, Described other, Side side) {
        if (old.schema().isEmpty() && other.schema().isEmpty()) {
            return;
        }
        Pair pair = new Pair(
                Conjunction.of(old.schema(), old.surroundings(), before),
                Conjunction.of(other.schema(), other.surroundings(), now),
                side);
        schemas.tell(pair, draft -> ledger.add(draft, operation));
    }
}
