package plumbline.guard.comparison;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plumbline.contract.document.Node;
import plumbline.contract.json.JsonType;

/** Compares the properties that objects may and must have. */
record ObjectComparison(Findings findings, SchemaComparison schemas) {
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
        if (!findings.before().allows(JsonType.OBJECT) || !findings.now().allows(JsonType.OBJECT)) {
            return;
        }
        Map<String, List<Node>> before = findings.before().properties();
        Map<String, List<Node>> now = findings.now().properties();
        Map<String, Node> requiredBefore = findings.before().required();
        Map<String, Node> requiredNow = findings.now().required();
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(requiredBefore.keySet());
        names.addAll(now.keySet());
        names.addAll(requiredNow.keySet());
        for (String name : names) {
            Property old = new Property(
                    name, findings.before(), before.getOrDefault(name, List.of()), requiredBefore.containsKey(name));
            compare(
                    old,
                    new Property(
                            name, findings.now(), now.getOrDefault(name, List.of()), requiredNow.containsKey(name)));
        }
        compareFurther();
        comparePatterned();
        if (findings.before().first("propertyNames").isPresent()
                || findings.now().first("propertyNames").isPresent()) {
            findings.descend(
                    findings.before().all("propertyNames"), findings.now().all("propertyNames"), "propertyNames");
        }
    }

    private record Property(String name, Shape owner, List<Node> schemas, boolean isRequired) {
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
        String hiding = findings.side() == Side.RESPONSE ? "writeOnly" : "readOnly";
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
            Shape owner = findings.before();
            findings.descend(new Pair(
                    owner.source().with(before.schemas(), before.place()),
                    findings.now().source().with(now.schemas(), now.place()),
                    findings.side()));
        } else if (was.isThere()) {
            findings.tell(goneRule(was, is), goneText(name, is), before.place(), now.place());
        } else if (is.isThere()) {
            boolean mustBeSent = is == Presence.REQUIRED && findings.side() != Side.RESPONSE;
            SchemaRule rule = mustBeSent ? SchemaRule.REQUIRED_PROPERTY_ADDED : SchemaRule.PROPERTY_ADDED;
            String what = is == Presence.REQUIRED ? "the new property " + name + " is required" : name + " is new";
            findings.tell(rule, what, before.place(), now.place());
        }
    }

    private void compareRequired(Property before, Property now, Presence was, Presence is) {
        if (was == is) {
            return;
        }
        boolean isNeeded = is == Presence.REQUIRED;
        SchemaRule rule = isNeeded ? SchemaRule.PROPERTY_BECAME_REQUIRED : SchemaRule.PROPERTY_BECAME_OPTIONAL;
        String what = "'" + now.name() + (isNeeded ? "' is required now" : "' is no longer required");
        findings.tell(rule, what, before.placeOfRequired(), now.placeOfRequired());
    }

    private SchemaRule goneRule(Presence was, Presence is) {
        if (findings.side() == Side.RESPONSE) {
            if (was == Presence.REQUIRED) {
                return SchemaRule.REQUIRED_PROPERTY_REMOVED;
            }
            return is == Presence.HIDDEN ? SchemaRule.PROPERTY_BECAME_WRITE_ONLY : SchemaRule.PROPERTY_REMOVED;
        }
        if (is == Presence.HIDDEN) {
            return SchemaRule.PROPERTY_BECAME_READ_ONLY;
        }
        return isClosed(findings.now()) ? SchemaRule.PROPERTY_REFUSED : SchemaRule.PROPERTY_REMOVED;
    }

    private String goneText(String name, Presence is) {
        if (is != Presence.HIDDEN) {
            return name + " is gone";
        }
        return name + (findings.side() == Side.RESPONSE ? " is write-only now" : " is read-only now");
    }

    private static boolean isClosed(Shape shape) {
        return further(shape).stream()
                .anyMatch(
                        schema -> schema.value().isBoolean() && !schema.value().booleanValue());
    }

    private static List<Node> further(Shape shape) {
        List<Node> further = new ArrayList<>(shape.all("additionalProperties"));
        further.addAll(shape.all("unevaluatedProperties"));
        return further;
    }

    private void compareFurther() {
        boolean wasClosed = isClosed(findings.before());
        boolean isClosed = isClosed(findings.now());
        String[] keywords = {"additionalProperties", "unevaluatedProperties"};
        if (wasClosed != isClosed) {
            SchemaRule rule = isClosed ? SchemaRule.OBJECT_CLOSED : SchemaRule.OBJECT_OPENED;
            findings.tell(
                    rule, isClosed ? "takes no further properties now" : "takes further properties now", keywords);
        } else if (!isClosed) {
            List<Node> before = schemasOnly(further(findings.before()));
            List<Node> now = schemasOnly(further(findings.now()));
            if (!before.isEmpty() || !now.isEmpty()) {
                findings.descend(before, now, keywords);
            }
        }
    }

    private static List<Node> schemasOnly(List<Node> schemas) {
        return schemas.stream().filter(schema -> schema.value().isObject()).toList();
    }

    private void comparePatterned() {
        Map<String, Node> before = patterned(findings.before());
        Map<String, Node> now = patterned(findings.now());
        before.forEach((pattern, schema) -> {
            Node other = now.get(pattern);
            if (other == null) {
                tellPattern(pattern, " is gone", schema, findings.now().place("patternProperties"));
            } else {
                findings.descend(List.of(schema), List.of(other), "patternProperties");
            }
        });
        now.forEach((pattern, schema) -> {
            if (!before.containsKey(pattern)) {
                tellPattern(pattern, " is new", findings.before().place("patternProperties"), schema);
            }
        });
    }

    private void tellPattern(String pattern, String what, Node before, Node now) {
        String rule = "the rule for properties that match " + pattern;
        findings.tell(SchemaRule.CONDITION_CHANGED, rule + what, before, now);
    }

    private static Map<String, Node> patterned(Shape shape) {
        return shape.first("patternProperties").map(Node::members).orElse(Map.of());
    }
}
