package plumbline.guard.rules.messages;

import java.util.List;
import plumbline.guard.rules.Inspector;

/** All that look at bodies, examples and fixtures. */
public final class MessageInspectors {
    private MessageInspectors() {}

    /** {@return the inspectors, in the order in which they look} */
    public static List<Inspector> all() {
        return List.of(
                new MessageInspector(),
                new EncodingInspector(),
                new EmptyContentInspector(),
                new ExampleInspector(),
                new FixtureInspector());
    }
}
