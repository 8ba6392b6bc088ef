package plumbline.guard.rules.document;

import java.util.List;
import plumbline.guard.rules.Inspector;

/** All that look at the document, its paths and its security. */
public final class DocumentInspectors {
    private DocumentInspectors() {}

    /** {@return the inspectors, in the order in which they look; what the reader found comes first} */
    public static List<Inspector> all() {
        return List.of(
                new ReaderInspector(),
                new StructureInspector(),
                new ReferenceInspector(),
                new UnusedComponentInspector(),
                new PathOverlapInspector(),
                new ServerInspector(),
                new SecurityInspector(),
                new TagInspector(),
                new SunsetInspector(),
                new LinkInspector(),
                new CallbackInspector(),
                new HookInspector());
    }
}
