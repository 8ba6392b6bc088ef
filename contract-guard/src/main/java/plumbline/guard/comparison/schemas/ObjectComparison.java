package plumbline.guard.comparison.schemas;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plumbline.contract.document.Node;
import plumbline.contract.json.JsonType;
import plumbline.guard.comparison.changes.MessageSide;
import plumbline.guard.comparison.changes.SchemaChange;
import plumbline.guard.comparison.flattening.Conjunction;
import plumbline.guard.comparison.flattening.FlatSchema;

/** Compares the properties that objects may and must have. */
record ObjectComparison(SchemaDifferences differences, SchemaComparison schemas) {
    /** Whether a property is part of messages on one side. */
    private enum Presence {
        ABSENT,
        /** It is only part of messages on the other side. */
        HIDDEN,
        OPTIONAL,
        REQUIRED;

        boolean isThere() {
            return this == OPTIONAL || this == REQUIRED;
        }
    }

    void compare() {
        if (!differences.bothAllow(JsonType.OBJECT)) {
            return;
        }
        Map<String, List<Node>> before = differences.before().properties();
        Map<String, List<Node>> now = differences.now().properties();
        Map<String, Node> requiredBefore = differences.before().required();
        Map<String, Node> requiredNow = differences.now().required();
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(requiredBefore.keySet());
        names.addAll(now.keySet());
        names.addAll(requiredNow.keySet());
        for (String name : names) {
            Property old = new Property(
                    name, differences.before(), before.getOrDefault(name, List.of()), requiredBefore.containsKey(name));
            compare(
                    old,
                    new Property(
                            name, differences.now(), now.getOrDefault(name, List.of()), requiredNow.containsKey(name)));
        }
        new FurtherProperties(differences).compare();
        if (differences.before().first("propertyNames").isPresent()
                || differences.now().first("propertyNames").isPresent()) {
            differences.descend(
                    differences.before().all("propertyNames"), differences.now().all("propertyNames"), "propertyNames");
        }
    }

    private record Property(String name, FlatSchema owner, List<Node> schemas, boolean isRequired) {
        /** Where the property stands, or else where it could. */
        Node place() {
            return schemas.isEmpty() ? owner.place("properties", "required") : schemas.get(0);
        }

        Node placeOfRequired() {
            Node entry = owner.required().get(name);
            return entry == null ? owner.place("required", "properties") : entry;
        }
    }

    private Presence presence(Property property) {
        if (property.schemas().isEmpty()) {
            return property.isRequired() ? Presence.REQUIRED : Presence.ABSENT;
        }
        String hiding = differences.side() == MessageSide.RESPONSE ? "writeOnly" : "readOnly";
        Conjunction all = property.owner().source().with(property.schemas(), property.place());
        // A flag beside a reference counts, also in 3.0, where by the letter it would not.
        boolean isHidden =
                schemas.shape(all).flag(hiding) || property.schemas().stream().anyMatch(schema -> schema.flag(hiding));
        if (isHidden) {
            return Presence.HIDDEN;
        }
        return property.isRequired() ? Presence.REQUIRED : Presence.OPTIONAL;
    }

    private void compare(Property before, Property now) {
        Presence was = presence(before);
        Presence is = presence(now);
        String name = "'" + now.name() + "'";
        if (was.isThere() && is.isThere()) {
            compareRequired(before, now, was, is);
            FlatSchema owner = differences.before();
            differences.descend(new SchemaPair(
                    owner.source().with(before.schemas(), before.place()),
                    differences.now().source().with(now.schemas(), now.place()),
                    differences.side()));
        } else if (was.isThere()) {
            differences.tell(goneRule(was, is), goneText(name, is), before.place(), now.place());
            descendToFurther(before.schemas(), FurtherProperties.described(differences.now(), now.name()));
        } else if (is.isThere()) {
            SchemaChange change = addedRule(is);
            String what = is == Presence.REQUIRED ? "the new property " + name + " is required" : name + " is new";
            differences.tell(change, what, before.place(), now.place());
            descendToFurther(FurtherProperties.described(differences.before(), now.name()), now.schemas());
        }
    }

    private SchemaChange addedRule(Presence is) {
        if (differences.side() != MessageSide.RESPONSE) {
            return is == Presence.REQUIRED ? SchemaChange.REQUIRED_PROPERTY_ADDED : SchemaChange.PROPERTY_ADDED;
        }
        return FurtherProperties.isClosed(differences.before())
                ? SchemaChange.PROPERTY_ADDED_TO_CLOSED_OBJECT
                : SchemaChange.PROPERTY_ADDED;
    }

    /** A property without a description of its own is one of the further ones, where these are described. */
    private void descendToFurther(List<Node> before, List<Node> now) {
        if (!before.isEmpty() && !now.isEmpty()) {
            differences.descend(before, now, "properties", "additionalProperties");
        }
    }

    private void compareRequired(Property before, Property now, Presence was, Presence is) {
        if (was == is) {
            return;
        }
        boolean isNeeded = is == Presence.REQUIRED;
        SchemaChange change = isNeeded ? SchemaChange.PROPERTY_BECAME_REQUIRED : SchemaChange.PROPERTY_BECAME_OPTIONAL;
        String what = "'" + now.name() + (isNeeded ? "' is required now" : "' is no longer required");
        differences.tell(change, what, before.placeOfRequired(), now.placeOfRequired());
    }

    private SchemaChange goneRule(Presence was, Presence is) {
        if (differences.side() == MessageSide.RESPONSE) {
            if (was == Presence.REQUIRED) {
                return SchemaChange.REQUIRED_PROPERTY_REMOVED;
            }
            return is == Presence.HIDDEN ? SchemaChange.PROPERTY_BECAME_WRITE_ONLY : SchemaChange.PROPERTY_REMOVED;
        }
        if (is == Presence.HIDDEN) {
            return SchemaChange.PROPERTY_BECAME_READ_ONLY;
        }
        boolean isRefused = FurtherProperties.isClosed(differences.now());
        return isRefused ? SchemaChange.PROPERTY_REFUSED : SchemaChange.PROPERTY_REMOVED;
    }

    private String goneText(String name, Presence is) {
        if (is != Presence.HIDDEN) {
            return name + " is gone";
        }
        return name + (differences.side() == MessageSide.RESPONSE ? " is write-only now" : " is read-only now");
    }
}
