package plumbline.contract.mending.schemas;

import java.util.List;
import plumbline.contract.mending.fault.MendingRule;

/** All rules for schemas, and for values of another kind than is expected. */
public final class SchemaRules {
    private SchemaRules() {}

    /** {@return the rules, in the order in which they are to be tried} */
    public static List<MendingRule> all() {
        return List.of(
                new TupleItems(),
                new MissingSchema(),
                new NullableFlag(),
                new NullType(),
                new UnknownType(),
                new ExclusiveFlag(),
                new OtherKind());
    }
}
