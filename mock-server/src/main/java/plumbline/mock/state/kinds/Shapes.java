package plumbline.mock.state.kinds;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plumbline.contract.document.Node;
import plumbline.contract.operation.Schema;
import plumbline.contract.parameters.SchemaShape;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.mock.state.ItemKind;

/** What the schemas of a contract say of properties, found out once for each schema. Thread-safe. */
public final class Shapes {
    private final Map<Schema, SchemaShape> known = new ConcurrentHashMap<>();
    private final Map<Schema, Set<String>> readOnly = new ConcurrentHashMap<>();
    private final Map<Schema, Set<String>> writeOnly = new ConcurrentHashMap<>();
    private final Map<ItemKind, Set<String>> declared = new ConcurrentHashMap<>();

    /** {@return the shape of values of a schema} */
    public SchemaShape of(Schema schema) {
        SchemaShape shape = known.get(schema);
        if (shape == null) {
            shape = SchemaShape.of(schema);
            known.put(schema, shape);
        }
        return shape;
    }

    /** {@return the schema of the value at a JSON pointer that leads through properties alone, as far as one is declared} */
    public Optional<Schema> at(Schema schema, String pointer) {
        return SchemaShape.at(schema, pointer, this::of);
    }

    /** {@return the names of all properties that any answer declares that shows items of a kind} */
    public Set<String> declared(LivingKind kind) {
        Set<String> names = declared.get(kind.stored());
        if (names == null) {
            names = new LinkedHashSet<>(of(kind.schema()).propertyNames());
            for (Schema view : kind.views()) {
                names.addAll(of(view).propertyNames());
            }
            declared.put(kind.stored(), names);
        }
        return names;
    }

    /** {@return the names of all properties that such an answer declares of the objects in a member of items} */
    public Set<String> declaredIn(String member, LivingKind kind) {
        return declared(kind).contains(member)
                ? Stream.concat(Stream.of(kind.schema()), kind.views().stream())
                        .flatMap(schema -> of(schema).property(member).stream())
                        .flatMap(schema -> of(schema).propertyNames().stream())
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    /**
     * {@return the forms of which a schema wants exactly one: for each, the names of the properties that only others have; none
     * if it wants any or has but one}
     */
    List<Set<String>> forms(Schema schema) {
        Node node = schema.node().resolved();
        List<Set<String>> forms = node.items("oneOf").stream()
                .map(form -> of(schema.at(form)).propertyNames())
                .toList();
        Set<String> common = node.members("properties").keySet();
        return forms.size() < 2
                ? List.of()
                : forms.stream()
                        .map(form -> forms.stream()
                                .flatMap(Set::stream)
                                .filter(name -> !form.contains(name) && !common.contains(name))
                                .collect(Collectors.toUnmodifiableSet()))
                        .toList();
    }

    /** {@return whether only clients send this property} */
    boolean isWriteOnly(Schema schema, String name) {
        return isMarked(schema, name, "writeOnly", writeOnly);
    }

    /** {@return whether only servers set this property} */
    public boolean isReadOnly(Schema schema, String name) {
        return isMarked(schema, name, "readOnly", readOnly);
    }

    /** What clients call as they like is not kept, as there is no end of it. */
    private boolean isMarked(Schema schema, String name, String mark, Map<Schema, Set<String>> kept) {
        SchemaShape shape = of(schema);
        if (!shape.propertyNames().contains(name)) {
            return isMarked(shape, name, mark);
        }
        Set<String> marked = kept.get(schema);
        if (marked == null) {
            marked = shape.propertyNames().stream()
                    .filter(property -> isMarked(shape, property, mark))
                    .collect(Collectors.toUnmodifiableSet());
            kept.put(schema, marked);
        }
        return marked.contains(name);
    }

    /** {@return what a contract says a property is where nobody says otherwise, valid or not} */
    public Optional<JsonNode> standard(Schema property) {
        return property.node()
                .get("default")
                .or(() -> property.node().resolved().get("default"))
                .map(Node::value);
    }

    private static boolean isMarked(SchemaShape shape, String name, String mark) {
        List<Schema> alternatives = shape.alternatives(name);
        return alternatives.stream().anyMatch(alternative -> isMarked(alternative.node(), mark));
    }

    private static boolean isMarked(Node property, String mark) {
        return property.flag(mark) || property.resolved().flag(mark);
    }
}
