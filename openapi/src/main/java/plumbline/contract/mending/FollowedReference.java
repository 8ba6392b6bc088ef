package plumbline.contract.mending;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import plumbline.contract.document.ContractException;
import plumbline.contract.document.Node;
import plumbline.contract.document.Topic;
import plumbline.contract.inspection.Kind;
import plumbline.contract.mending.fault.Fault;
import plumbline.contract.mending.fault.MendingRule;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/** A reference where OpenAPI allows none, such as {@code get: {$ref: …}} or {@code properties: {$ref: …}}. */
final class FollowedReference implements MendingRule {
    private static final String KEYWORD = "$ref";
    private static final Set<Topic> NOT_ABOUT_PLACES =
            Set.of(Topic.REFERENCE, Topic.SCHEMA_ENDLESS, Topic.DISCRIMINATOR, Topic.OPERATION_ID);

    @Override
    public Optional<String> mend(Fault fault) {
        if (NOT_ABOUT_PLACES.contains(fault.problem().topic())) {
            return Optional.empty();
        }
        boolean isMember = KEYWORD.equals(fault.name()) && fault.value().isString();
        String holder = isMember ? fault.parent() : fault.pointer();
        Optional<JsonNode> target = fault.tree()
                .object(holder)
                .map(object -> object.path(KEYWORD))
                .filter(JsonNode::isString)
                .flatMap(reference -> target(fault, holder, reference.stringValue()));
        target.ifPresent(value -> fault.tree().replace(holder, fitting(fault, value)));
        return target.map(value -> "it is followed all the same");
    }

    private static Optional<JsonNode> target(Fault fault, String holder, String reference) {
        try {
            Node from = fault.root().at(holder).orElseGet(fault::root);
            Node target = from.target(reference).resolved();
            return Optional.of(target.document() == from.document() ? target.value() : moved(target));
        } catch (ContractException e) {
            return Optional.empty();
        }
    }

    private static JsonNode fitting(Fault fault, JsonNode value) {
        JsonNode copy = value.deepCopy();
        if (copy instanceof ObjectNode operation
                && operation.path("operationId").isString()) {
            operation.remove("operationId");
        }
        return fault.expects(Kind.LIST) && copy.isObject()
                ? JsonNodeFactory.instance.arrayNode().add(copy)
                : copy;
    }

    /** References within another document lead there from here, too, once they say its address. */
    private static JsonNode moved(Node target) {
        JsonNode copy = target.value().deepCopy();
        String identity = target.identity();
        rebase(copy, identity.substring(0, identity.indexOf('#')));
        return copy;
    }

    private static void rebase(JsonNode value, String address) {
        if (value instanceof ObjectNode object && object.path(KEYWORD).isString()) {
            object.put(KEYWORD, absolute(object.path(KEYWORD).stringValue(), address));
        }
        value.forEach(member -> rebase(member, address));
    }

    private static String absolute(String reference, String address) {
        try {
            return reference.startsWith("#")
                    ? address + reference
                    : URI.create(address).resolve(reference).toString();
        } catch (IllegalArgumentException e) {
            return reference;
        }
    }
}
