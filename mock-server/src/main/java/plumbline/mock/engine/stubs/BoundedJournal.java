package plumbline.mock.engine.stubs;

import com.github.tomakehurst.wiremock.store.RequestJournalStore;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plumbline.mock.engine.CredentialPlaces;

/**
 * The last requests without credentials, oldest dropped first, bounded in number and in octets of their bodies. WireMock's
 * own limit walks through the whole journal at each request.
 */
final class BoundedJournal implements RequestJournalStore {
    private static final long MAX_OCTETS = 16L << 20;

    private final int maxEvents;
    private final Map<UUID, ServeEvent> events = new LinkedHashMap<>();
    private volatile JournalRedaction redaction = new JournalRedaction(CredentialPlaces.telling());
    private long octets;

    BoundedJournal(int maxEvents) {
        this.maxEvents = maxEvents;
    }

    void leaveOut(CredentialPlaces credentials) {
        redaction = new JournalRedaction(credentials);
    }

    @Override
    public void add(ServeEvent event) {
        keep(redaction.of(event));
    }

    private synchronized void keep(ServeEvent event) {
        events.put(event.getId(), event);
        octets += octets(event);
        while (events.size() > maxEvents || (octets > MAX_OCTETS && events.size() > 1)) {
            removeLast();
        }
    }

    @Override
    public synchronized void removeLast() {
        Iterator<ServeEvent> oldest = events.values().iterator();
        if (oldest.hasNext()) {
            octets -= octets(oldest.next());
            oldest.remove();
        }
    }

    /** {@return all events, the newest first} */
    @Override
    public synchronized Stream<ServeEvent> getAll() {
        ServeEvent[] newestFirst = new ServeEvent[events.size()];
        int next = newestFirst.length;
        for (ServeEvent event : events.values()) {
            newestFirst[--next] = event;
        }
        return Stream.of(newestFirst);
    }

    @Override
    public Stream<UUID> getAllKeys() {
        return getAll().map(ServeEvent::getId);
    }

    @Override
    public synchronized Optional<ServeEvent> get(UUID id) {
        return Optional.ofNullable(events.get(id));
    }

    @Override
    public void put(UUID id, ServeEvent event) {
        replace(id, redaction.of(event));
    }

    private synchronized void replace(UUID id, ServeEvent event) {
        ServeEvent before = events.replace(id, event);
        if (before != null) {
            octets += octets(event) - octets(before);
        }
    }

    @Override
    public synchronized void remove(UUID id) {
        ServeEvent gone = events.remove(id);
        if (gone != null) {
            octets -= octets(gone);
        }
    }

    @Override
    public synchronized void clear() {
        events.clear();
        octets = 0;
    }

    private static long octets(ServeEvent event) {
        return length(event.getRequest().getBody()) + length(event.getResponse().getBody());
    }

    private static long length(byte @Nullable [] body) {
        return body == null ? 0 : body.length;
    }
}
