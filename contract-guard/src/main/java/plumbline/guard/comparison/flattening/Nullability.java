package plumbline.guard.comparison.flattening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import plumbline.contract.document.ContractException;
import plumbline.contract.document.Node;
import plumbline.contract.operation.OpenApiVersion;

/** Tells whether schemas of any version take null. */
public final class Nullability {
    /** What a schema says of null. */
    enum Stance {
        ALLOWS,
        SAYS_NOTHING,
        REFUSES
    }

    private final OpenApiVersion version;
    /** What is known of schemas, as many compositions may share them. */
    private final Map<Node, Stance> known = new HashMap<>();

    private Nullability(OpenApiVersion version) {
        this.version = version;
    }

    public static boolean isAllowed(FlatSchema shape) {
        if (shape.isImpossible()) {
            return false;
        }
        Conjunction source = shape.source();
        Stance stance = all(source.nodes().stream()
                .map(node -> new Nullability(source.version()).stance(node))
                .toList());
        return stance == Stance.ALLOWS
                || stance == Stance.SAYS_NOTHING && shape.types().isEverything();
    }

    private Stance stance(Node schema) {
        if (!schema.value().isObject()) {
            return schema.value().isBoolean() && !schema.value().booleanValue() ? Stance.REFUSES : Stance.SAYS_NOTHING;
        }
        Stance stance = known.get(schema);
        if (stance == null) {
            // A schema that is part of itself says nothing there.
            known.put(schema, Stance.SAYS_NOTHING);
            stance = schema.isReferenceAlone() ? referred(schema) : composed(schema);
            known.put(schema, stance);
        }
        return stance;
    }

    private Stance composed(Node schema) {
        // By the letter of 3.0.3, nullable needs a type beside it; authors who compose mean it all the same.
        if (version == OpenApiVersion.V3_0 && schema.flag("nullable")) {
            return Stance.ALLOWS;
        }
        List<Stance> stances = new ArrayList<>();
        stances.add(own(schema));
        if (schema.isReference()) {
            stances.add(referred(schema));
        }
        schema.items("allOf").forEach(part -> stances.add(stance(part)));
        schema.get("oneOf").ifPresent(keyword -> stances.add(any(keyword)));
        schema.get("anyOf").ifPresent(keyword -> stances.add(any(keyword)));
        return all(stances);
    }

    private Stance referred(Node schema) {
        try {
            return stance(schema.target(schema.text("$ref").orElseThrow()));
        } catch (ContractException e) {
            return Stance.SAYS_NOTHING;
        }
    }

    private Stance own(Node schema) {
        List<Stance> stances = new ArrayList<>();
        schema.get("type").ifPresent(type -> stances.add(names(type) ? Stance.ALLOWS : Stance.REFUSES));
        schema.get("enum")
                .ifPresent(values -> stances.add(
                        values.items().stream().anyMatch(value -> value.value().isNull())
                                ? Stance.ALLOWS
                                : Stance.REFUSES));
        schema.get("const")
                .filter(value -> version != OpenApiVersion.V3_0)
                .ifPresent(value -> stances.add(value.value().isNull() ? Stance.ALLOWS : Stance.REFUSES));
        return all(stances);
    }

    private static boolean names(Node type) {
        return "null".equals(type.value().asString(""))
                || type.items().stream()
                        .anyMatch(item -> "null".equals(item.value().asString("")));
    }

    private Stance any(Node branches) {
        List<Stance> stances = branches.items().stream().map(this::stance).toList();
        if (stances.contains(Stance.ALLOWS) || stances.isEmpty()) {
            return stances.isEmpty() ? Stance.SAYS_NOTHING : Stance.ALLOWS;
        }
        return stances.contains(Stance.SAYS_NOTHING) ? Stance.SAYS_NOTHING : Stance.REFUSES;
    }

    private static Stance all(List<Stance> stances) {
        if (stances.contains(Stance.REFUSES)) {
            return Stance.REFUSES;
        }
        return stances.contains(Stance.ALLOWS) ? Stance.ALLOWS : Stance.SAYS_NOTHING;
    }
}
