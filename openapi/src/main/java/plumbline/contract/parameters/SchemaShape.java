package plumbline.contract.parameters;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import plumbline.contract.document.DynamicScope;
import plumbline.contract.document.Node;
import plumbline.contract.json.JsonType;
import plumbline.contract.json.Pointers;
import plumbline.contract.operation.Schema;
import plumbline.json.jackson.databind.JsonNode;

/** What a schema, with all that it refers to and is composed of, says about the shape of a value. */
public final class SchemaShape {
    private final Schema schema;
    private final Set<JsonType> types;
    private volatile @Nullable DeclaredProperties properties;
    private volatile @Nullable Set<String> required;

    private SchemaShape(Schema schema) {
        this.schema = schema;
        this.types = types(schema.node(), DynamicScope.of(schema.node()), new HashMap<>());
    }

    /** {@return the shape of values of this schema} */
    public static SchemaShape of(Schema schema) {
        return new SchemaShape(schema);
    }

    /**
     * {@return the schema of the value at a JSON pointer that leads through properties alone, as far as one is declared}
     *
     * @param shapes tells the shapes of schemas
     */
    public static Optional<Schema> at(Schema schema, String pointer, Function<Schema, SchemaShape> shapes) {
        Optional<Schema> here = Optional.of(schema);
        for (String name : Pointers.tokens(pointer)) {
            here = here.flatMap(outer -> shapes.apply(outer).property(name));
        }
        return here;
    }

    /** {@return the schema of the value at a JSON pointer that leads through properties alone, as far as one is declared} */
    public static Optional<Schema> at(Schema schema, String pointer) {
        return at(schema, pointer, SchemaShape::of);
    }

    /** {@return the schema itself} */
    Schema schema() {
        return schema;
    }

    /** {@return the types that a value may have, as far as that is declared; all of them if nothing is} */
    public Set<JsonType> types() {
        return types;
    }

    public boolean allows(JsonType type) {
        return types.contains(type);
    }

    /** {@return whether values are arrays and nothing simpler} */
    public boolean isArray() {
        return allows(JsonType.ARRAY) && isDeclared();
    }

    /** {@return whether values are objects and nothing simpler} */
    public boolean isObject() {
        return allows(JsonType.OBJECT) && isDeclared();
    }

    /** {@return whether values are meant to be objects: by their type or, where none is declared, by their properties} */
    public boolean isMeantAsObject() {
        return isObject() || !isDeclared() && !propertyNames().isEmpty();
    }

    /** {@return whether values are meant to be arrays: by their type or, where none is declared, by their items} */
    public boolean isMeantAsArray() {
        return isArray() || !isDeclared() && propertyNames().isEmpty() && items().isPresent();
    }

    /** {@return whether values are meant to be numbers, whole ones at least: by a type that allows no text} */
    public boolean isMeantAsNumber() {
        return isDeclared() && allows(JsonType.INTEGER) && !allows(JsonType.STRING);
    }

    /** {@return whether the schema says anything about types} */
    public boolean isDeclared() {
        return types.size() < JsonType.values().length;
    }

    /** {@return whether values may be lists or objects, but also something simpler that is written as one text} */
    boolean isScalarToo() {
        boolean parted = isDeclared() && (isArray() || isObject());
        return parted
                && types.stream()
                        .anyMatch(type -> type != JsonType.ARRAY && type != JsonType.OBJECT && type != JsonType.NULL);
    }

    /** {@return the schema of the items of an array, but for the first ones if these have their own} */
    public Optional<Schema> items() {
        return parts(schema.node()).stream()
                .flatMap(part -> part.get("items").stream())
                .filter(items -> !items.value().isArray())
                .findFirst()
                .map(schema::at);
    }

    /** {@return the schema of an item of an array: the one for its place, or else that for all others} */
    public Optional<Schema> item(int index) {
        return parts(schema.node()).stream()
                // Older drafts of JSON Schema write the schemas of the first items as a list of "items".
                .map(part -> part.items(part.get("prefixItems").isPresent() ? "prefixItems" : "items"))
                .filter(prefix -> index < prefix.size())
                .map(prefix -> prefix.get(index))
                .findFirst()
                .map(schema::at)
                .or(this::items);
    }

    /** {@return the schema of a property of an object} */
    public Optional<Schema> property(String name) {
        return alternatives(name).stream().findFirst();
    }

    /** {@return the schemas that a property of an object has in all that the schema is composed of; none if none says} */
    public List<Schema> alternatives(String name) {
        return properties().alternatives(name);
    }

    /** {@return the names of all declared properties} */
    public Set<String> propertyNames() {
        return properties().names();
    }

    /** {@return whether objects are meant to have properties of other names: by what is said of these, or of none at all} */
    boolean takesOthers() {
        return properties().takesOthers();
    }

    private DeclaredProperties properties() {
        DeclaredProperties known = properties;
        if (known == null) {
            known = DeclaredProperties.of(schema, parts(schema.node()));
            properties = known;
        }
        return known;
    }

    /** {@return whether a property must be there, as far as schemas that all hold say so} */
    public boolean requires(String name) {
        Set<String> known = required;
        if (known == null) {
            known = new HashSet<>();
            addRequired(schema.node(), known, new HashSet<>());
            required = known;
        }
        return known.contains(name);
    }

    private static void addRequired(Node unresolved, Set<String> names, Set<Node> seen) {
        Node node = unresolved.resolved();
        if (seen.add(node)) {
            node.items("required").forEach(item -> names.add(item.value().asString("")));
            node.items("allOf").forEach(part -> addRequired(part, names, seen));
        }
    }

    /** The types of a schema; those of parts are kept, as many compositions may share them. */
    private static Set<JsonType> types(Node node, DynamicScope around, Map<Node, Set<JsonType>> known) {
        DynamicScope scope = around.entering(node);
        Set<JsonType> types = known.get(node);
        if (types != null) {
            return types;
        }
        types = EnumSet.allOf(JsonType.class);
        // A schema that is part of itself says nothing there.
        known.put(node, EnumSet.allOf(JsonType.class));
        if (!node.isReferenceAlone()) {
            types.retainAll(declared(node.value()));
        }
        for (Node part : conjuncts(node, scope)) {
            types.retainAll(types(part, scope, known));
        }
        for (String choice : List.of("anyOf", "oneOf")) {
            List<Node> branches = node.isReferenceAlone() ? List.of() : node.items(choice);
            if (!branches.isEmpty()) {
                Set<JsonType> union = EnumSet.noneOf(JsonType.class);
                branches.forEach(branch -> union.addAll(types(branch, scope, known)));
                types.retainAll(union);
            }
        }
        known.put(node, types);
        return types;
    }

    /** What a value must also obey. */
    private static List<Node> conjuncts(Node node, DynamicScope scope) {
        List<Node> all = new ArrayList<>(scope.targets(node));
        all.addAll(node.isReferenceAlone() ? List.of() : node.items("allOf"));
        return all;
    }

    private static Set<JsonType> declared(JsonNode schema) {
        Set<JsonType> types = EnumSet.noneOf(JsonType.class);
        JsonNode type = schema.path("type");
        if (type.isString()) {
            types.addAll(JsonType.named(type.stringValue()));
        } else if (type.isArray()) {
            type.forEach(item -> types.addAll(JsonType.named(item.asString(""))));
        } else if (schema.path("enum").isArray()) {
            schema.path("enum").forEach(item -> types.add(JsonType.of(item)));
        } else if (schema.has("const")) {
            types.add(JsonType.of(schema.path("const")));
        } else {
            return EnumSet.allOf(JsonType.class);
        }
        if (schema.path("nullable").asBoolean(false)) {
            types.add(JsonType.NULL);
        }
        return types;
    }

    /** The schema itself and all that it is composed of. */
    private static List<Node> parts(Node start) {
        Set<Node> parts = new LinkedHashSet<>();
        addParts(start, DynamicScope.of(start), parts);
        parts.removeIf(Node::isReferenceAlone);
        return List.copyOf(parts);
    }

    private static void addParts(Node node, DynamicScope around, Set<Node> parts) {
        DynamicScope scope = around.entering(node);
        if (!parts.add(node)) {
            return;
        }
        conjuncts(node, scope).forEach(part -> addParts(part, scope, parts));
        for (String keyword : List.of("anyOf", "oneOf")) {
            node.items(keyword).forEach(part -> addParts(part, scope, parts));
        }
    }
}
