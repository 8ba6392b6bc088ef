package plumbline.mock.state.kinds;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import plumbline.contract.operation.Schema;
import plumbline.json.jackson.databind.JsonNode;

/** Which stored items were found to be valid lately as an answer shows them. Keeps none of them in memory. Thread-safe. */
public final class ValidViews {
    /** Each has one place, and whoever comes later takes it. */
    private static final int PLACES = 4_096;

    private final AtomicReferenceArray<Found> found = new AtomicReferenceArray<>(PLACES);

    /** An item, by its identity, and the schema of what shows it. */
    private record Found(WeakReference<JsonNode> item, Schema view) {}

    /** {@return whether this very item was found to be valid so} */
    public boolean include(JsonNode item, Schema view) {
        Found known = found.get(place(item));
        return known != null && known.item.refersTo(item) && known.view.equals(view);
    }

    /** Takes note that this very item is valid so. */
    public void add(JsonNode item, Schema view) {
        found.set(place(item), new Found(new WeakReference<>(item), view));
    }

    private static int place(JsonNode item) {
        return System.identityHashCode(item) & (PLACES - 1);
    }
}
