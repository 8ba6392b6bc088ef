package plumbline.contract.resources;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plumbline.contract.document.Node;
import plumbline.contract.operation.Schema;
import plumbline.contract.parameters.SchemaShape;

/** The shapes of a contract's schemas, each found out once: large contracts answer with the same ones hundreds of times. */
final class SchemaShapes {
    private static final int FEWEST_ALIKE = 3;

    private final Map<Node, SchemaShape> known = new HashMap<>();

    /** {@return the shape of values of a schema} */
    SchemaShape of(Schema schema) {
        return known.computeIfAbsent(schema.node(), node -> SchemaShape.of(schema));
    }

    /** {@return the shape of a property, where there is one} */
    Optional<SchemaShape> property(SchemaShape shape, String name) {
        return shape.property(name).map(this::of);
    }

    /** {@return whether two schemas are of one kind of value, by reference or as they name the same properties} */
    boolean areAlike(Schema one, Schema other) {
        if (Messages.isSame(one, other)) {
            return true;
        }
        Set<String> names = of(one).propertyNames();
        return names.size() >= FEWEST_ALIKE && names.equals(of(other).propertyNames());
    }

    /** {@return the schema of the property at a pointer} */
    Optional<Schema> at(Schema schema, String pointer) {
        return SchemaShape.at(schema, pointer, this::of);
    }

    /** {@return the schema of the elements of the list at a pointer} */
    Optional<Schema> elements(Schema answer, String pointer) {
        return at(answer, pointer).flatMap(list -> of(list).items());
    }
}
