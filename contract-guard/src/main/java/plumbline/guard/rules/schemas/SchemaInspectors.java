package plumbline.guard.rules.schemas;

import java.util.List;
import plumbline.guard.rules.Inspector;

/** All that look at schemas. */
public final class SchemaInspectors {
    private SchemaInspectors() {}

    /** {@return the inspectors, in the order in which they look} */
    public static List<Inspector> all() {
        return List.of(
                new BoundsInspector(),
                new EnumInspector(),
                new TypeInspector(),
                new RequiredInspector(),
                new NullableInspector(),
                new AccessInspector(),
                new PatternInspector(),
                new FormatInspector(),
                new DiscriminatorInspector(),
                new SatisfiableInspector());
    }
}
