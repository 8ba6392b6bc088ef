package plumbline.mock.control.switches;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What operations do for a while, by their ids. Thread-safe. */
public final class Switches {
    private final Map<String, Switch> byId = new ConcurrentHashMap<>();

    /** {@return what an operation does; {@link Switch#NONE} if that is nothing in particular} */
    public Switch of(String operationId) {
        return byId.getOrDefault(operationId, Switch.NONE);
    }

    /** Has an operation do this from now on. */
    public void set(String operationId, Switch other) {
        if (other.equals(Switch.NONE)) {
            byId.remove(operationId);
        } else {
            byId.put(operationId, other);
        }
    }

    /** Has all operations do again what they would. */
    public void clear() {
        byId.clear();
    }
}
