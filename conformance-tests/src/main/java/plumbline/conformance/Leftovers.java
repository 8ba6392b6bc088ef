package plumbline.conformance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plumbline.conformance.target.Sender;
import plumbline.contract.http.Request;

/** What a run has created and not yet removed. Thread-safe. */
final class Leftovers {
    private final Map<Request, Object> undoings = Collections.synchronizedMap(new LinkedHashMap<>());

    /** Notes what removes something that has just been created. */
    void owe(Object owner, Request undoing) {
        undoings.put(undoing, owner);
    }

    /** Notes that something is gone. */
    void settle(Request undoing) {
        undoings.remove(undoing);
    }

    /** Removes all that one owner has created, newest first. */
    void settle(Object owner, Sender sender) {
        List<Request> own = new ArrayList<>();
        synchronized (undoings) {
            undoings.forEach((undoing, other) -> {
                if (other == owner) {
                    own.add(0, undoing);
                }
            });
        }
        for (Request undoing : own) {
            settle(undoing);
            sender.send(undoing);
        }
    }

    /** Removes all. */
    void settleAll(Sender sender) {
        List<Object> owners;
        synchronized (undoings) {
            owners = List.copyOf(undoings.values());
        }
        owners.forEach(owner -> settle(owner, sender));
    }
}
