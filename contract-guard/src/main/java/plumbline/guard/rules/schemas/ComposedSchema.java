package plumbline.guard.rules.schemas;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import plumbline.contract.document.Node;
import plumbline.guard.anatomy.DocumentParts;

/** What schemas say together with those that they include. */
public final class ComposedSchema {
    private static final List<String> PARTS = List.of("allOf", "anyOf", "oneOf");
    private static final List<String> SINGLES = List.of("if", "then", "else", "not");

    /** Of how many schemas one is composed at most; of more, anything may be described somewhere. */
    private static final int MOST_PARTS = 200;

    private final Set<String> seen = new HashSet<>();
    private final Set<String> properties = new LinkedHashSet<>();
    private boolean isOpen;

    private ComposedSchema() {}

    /** {@return whether a schema alone describes all its properties} */
    public static boolean isPlain(Node schema) {
        boolean isComposed = PARTS.stream().anyMatch(name -> schema.get(name).isPresent())
                || schema.isReference()
                || schema.get("patternProperties").isPresent();
        boolean isFree = schema.get("additionalProperties")
                .map(more -> more.value().isObject())
                .orElse(false);
        return !isComposed && !isFree;
    }

    /** {@return the composition of a schema with all that it includes} */
    public static ComposedSchema of(Node schema) {
        ComposedSchema composition = new ComposedSchema();
        composition.add(schema);
        return composition;
    }

    private void add(Node schema) {
        if (seen.size() == MOST_PARTS) {
            isOpen = true;
            return;
        }
        if (!seen.add(schema.identity())) {
            return;
        }
        if (schema.isReference()) {
            DocumentParts.end(schema).ifPresentOrElse(this::add, () -> isOpen = true);
        }
        properties.addAll(schema.members("properties").keySet());
        properties.addAll(schema.members("dependentSchemas").keySet());
        isOpen |= schema.get("patternProperties").isPresent()
                || schema.get("$dynamicRef").isPresent()
                || schema.get("additionalProperties")
                        .map(more -> more.value().isObject())
                        .orElse(false);
        PARTS.forEach(name -> schema.items(name).forEach(this::add));
        SINGLES.forEach(name -> schema.get(name).ifPresent(this::add));
    }

    /** {@return the names of all properties that are described somewhere} */
    public Set<String> properties() {
        return properties;
    }

    /** {@return whether properties of any name are described} */
    public boolean isOpen() {
        return isOpen;
    }
}
