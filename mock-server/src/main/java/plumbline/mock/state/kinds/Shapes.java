package plumbline.mock.state.kinds;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import plumbline.contract.document.Node;
import plumbline.contract.operation.Schema;
import plumbline.contract.parameters.SchemaShape;

/** What schemas say of properties, found out once for each schema. Thread-safe. */
public final class Shapes {
    private final Map<Schema, SchemaShape> known = new ConcurrentHashMap<>();

    /** {@return the shape of values of a schema} */
    public SchemaShape of(Schema schema) {
        SchemaShape shape = known.get(schema);
        if (shape == null) {
            shape = SchemaShape.of(schema);
            known.put(schema, shape);
        }
        return shape;
    }

    /** {@return whether only clients send this property} */
    boolean isWriteOnly(Schema schema, String name) {
        return isMarked(schema, name, "writeOnly");
    }

    /** {@return whether only servers set this property} */
    public boolean isReadOnly(Schema schema, String name) {
        return isMarked(schema, name, "readOnly");
    }

    private boolean isMarked(Schema schema, String name, String mark) {
        List<Schema> alternatives = of(schema).alternatives(name);
        return alternatives.stream().anyMatch(alternative -> isMarked(alternative.node(), mark));
    }

    private static boolean isMarked(Node property, String mark) {
        return property.flag(mark) || property.resolved().flag(mark);
    }
}
