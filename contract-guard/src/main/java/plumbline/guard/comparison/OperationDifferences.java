package plumbline.guard.comparison;

import java.util.Optional;
import plumbline.contract.document.Node;
import plumbline.contract.operation.OpenApiVersion;
import plumbline.contract.operation.Schema;
import plumbline.guard.comparison.changes.ChangeCollector;
import plumbline.guard.comparison.changes.ContractDifference;
import plumbline.guard.comparison.changes.HookChange;
import plumbline.guard.comparison.changes.MessageSide;
import plumbline.guard.comparison.changes.OperationChange;
import plumbline.guard.comparison.flattening.Conjunction;
import plumbline.guard.comparison.schemas.SchemaComparison;
import plumbline.guard.comparison.schemas.SchemaPair;

/**
 * Takes down what is different about one operation.
 *
 * @param collector where to
 * @param schemas compares schemas
 * @param operation the operation
 * @param before the version of the old document
 * @param now the version of the new one
 */
record OperationDifferences(
        ChangeCollector collector,
        SchemaComparison schemas,
        String operation,
        OpenApiVersion before,
        OpenApiVersion now) {
    void tell(OperationChange change, String what, Node placeBefore, Node placeNow) {
        collector.add(new ContractDifference(change.kind(), what, placeBefore, placeNow), operation);
    }

    void tell(HookChange change, String what, Node placeBefore, Node placeNow) {
        collector.add(new ContractDifference(change.kind(), what, placeBefore, placeNow), operation);
    }

    /** A schema, and what surrounds it. */
    record Described(Optional<Schema> schema, Node surroundings) {}

    void compare(Described old, Described other, MessageSide side) {
        if (old.schema().isEmpty() && other.schema().isEmpty()) {
            return;
        }
        schemas.tell(pair(old, other, side), difference -> collector.add(difference, operation));
    }

    /** Compares what only those notice who write and read XML. */
    void compareXml(Described old, Described other, MessageSide side) {
        if (old.schema().isPresent() && other.schema().isPresent()) {
            new XmlComparison(this).compare(pair(old, other, side));
        }
    }

    private SchemaPair pair(Described old, Described other, MessageSide side) {
        return new SchemaPair(
                Conjunction.of(old.schema(), old.surroundings(), before),
                Conjunction.of(other.schema(), other.surroundings(), now),
                side);
    }
}
