package plumbline.mock.life.bodies;

import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.mock.state.Weight;
import plumbline.mock.state.kinds.ItemView;

/**
 * The bodies in which stored items were shown lately. As what is stored does not change, they still show it. They are given up
 * where memory is short. Thread-safe.
 */
public final class ShownBodies {
    /** Each has one place, and whoever comes later takes it. */
    private static final int PLACES = 512;
    /** What takes more memory is made anew rather. */
    private static final long HEAVIEST = 1L << 15;

    private final AtomicReferenceArray<@Nullable Known> known = new AtomicReferenceArray<>(PLACES);

    /** An item, by its identity, how it is shown, and what it is shown in. */
    private record Known(WeakReference<JsonNode> item, ItemView view, SoftReference<ShownBody> body) {}

    /** {@return the body that shows this very item in this way; null if it has not been made lately} */
    @Nullable
    public ShownBody of(JsonNode item, ItemView view) {
        Known found = known.get(place(item, view));
        return found != null && found.view.equals(view) && found.item.refersTo(item) ? found.body.get() : null;
    }

    /** Takes note of the body that shows this very item, unless it is too large. */
    public void add(JsonNode item, ItemView view, ShownBody body) {
        if (Weight.of(body.value()) <= HEAVIEST) {
            known.set(place(item, view), new Known(new WeakReference<>(item), view, new SoftReference<>(body)));
        }
    }

    private static int place(JsonNode item, ItemView view) {
        return (System.identityHashCode(item) ^ System.identityHashCode(view)) & (PLACES - 1);
    }
}
