package plumbline.conformance.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plumbline.conformance.target.Sender;
import plumbline.contract.http.Request;

/** What a run has created and not yet removed, as the requests that remove it. Thread-safe. */
final class CreatedItems {
    private final Map<Request, Object> removals = Collections.synchronizedMap(new LinkedHashMap<>());

    /** Notes what removes something that has just been created. */
    void removeLater(Object creator, Request removal) {
        removals.put(removal, creator);
    }

    /** Notes that something is gone. */
    void isRemoved(Request removal) {
        removals.remove(removal);
    }

    /** Removes all that one creator has created, newest first. */
    void remove(Object creator, Sender sender) {
        List<Request> own = new ArrayList<>();
        synchronized (removals) {
            removals.forEach((removal, other) -> {
                if (other == creator) {
                    own.add(0, removal);
                }
            });
        }
        for (Request removal : own) {
            isRemoved(removal);
            sender.send(removal);
        }
    }

    void removeAll(Sender sender) {
        List<Object> creators;
        synchronized (removals) {
            creators = List.copyOf(removals.values());
        }
        creators.forEach(creator -> remove(creator, sender));
    }
}
