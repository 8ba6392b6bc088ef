package plumbline.contract.mending.schemas;

import java.util.Optional;
import plumbline.contract.inspection.Kind;
import plumbline.contract.mending.fault.Fault;
import plumbline.contract.mending.fault.MendingRule;
import plumbline.json.jackson.databind.node.JsonNodeFactory;

/** Schemas for one item each under {@code items}, which is how drafts before 2020-12 describe tuples. */
final class TupleItems implements MendingRule {
    @Override
    public Optional<String> mend(Fault fault) {
        boolean isTuple = fault.expects(Kind.SCHEMA)
                && "items".equals(fault.name())
                && fault.value().isArray()
                && !fault.value().isEmpty();
        if (!isTuple) {
            return Optional.empty();
        }
        if (fault.isInSwagger()) {
            // Whatever translates Swagger knows no tuples, nor does Swagger.
            fault.tree().wrap(fault.pointer(), "anyOf", JsonNodeFactory.instance.objectNode());
            return Optional.of("each item may be any of these");
        }
        return fault.tree().rename(fault.pointer(), "prefixItems") ? Optional.of(restOf(fault)) : Optional.empty();
    }

    private static String restOf(Fault fault) {
        fault.tree().rename(fault.parent() + "/additionalItems", "items");
        return "each of these describes the item at its place";
    }
}
