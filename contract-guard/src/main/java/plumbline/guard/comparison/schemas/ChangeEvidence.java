package plumbline.guard.comparison.schemas;

import java.util.Set;
import plumbline.contract.document.Node;
import plumbline.guard.comparison.changes.ContractDifference;
import plumbline.guard.comparison.witnesses.Witness;
import plumbline.json.jackson.databind.JsonNode;

/**
 * Tells which values show a change, and not another one beside it.
 *
 * @param difference the change
 */
record ChangeEvidence(ContractDifference difference) {
    private static final Set<String> CLOSING = Set.of("additionalProperties", "unevaluatedProperties", "false");

    /** {@return whether the kind of change leaves open what it does, and a value may decide it} */
    boolean isOpen() {
        return isOf("condition-changed") || isOf("pattern-changed");
    }

    /** {@return whether the change names the value itself} */
    boolean isPlain() {
        return isOf("enum-value-added") || isOf("enum-value-removed") || isOf("-nullable");
    }

    boolean isShownBy(Witness witness) {
        JsonNode value = witness.value();
        if (isOf("condition-changed") || isOf("choice-added") || isOf("choice-removed")) {
            return witness.isDescribed();
        }
        if (isOf("object-closed")) {
            return CLOSING.contains(witness.keyword()) && value.isObject();
        }
        if (difference.kind().id().contains("property-")) {
            return value.isObject() && !value.has(property()) && "required".equals(witness.keyword());
        }
        return witness.pointer().isEmpty()
                && !value.isNull()
                && (isNamed(difference.now(), witness.keyword()) || isNamed(difference.before(), witness.keyword()));
    }

    private boolean isOf(String kind) {
        return difference.kind().id().endsWith(kind);
    }

    private static boolean isNamed(Node place, String keyword) {
        return place.name().equals(keyword) || place.parent().name().equals(keyword);
    }

    /** The property that must be there on one side, by its schema or by the entry that says so. */
    private String property() {
        for (Node place : new Node[] {difference.now(), difference.before()}) {
            if ("properties".equals(place.parent().name())) {
                return place.name();
            }
            if ("required".equals(place.parent().name())) {
                return place.value().asString("");
            }
        }
        return "";
    }
}
