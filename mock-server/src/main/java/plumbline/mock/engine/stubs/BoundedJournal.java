package plumbline.mock.engine.stubs;

import com.github.tomakehurst.wiremock.store.RequestJournalStore;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
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
    private final Consumer<StubMapping> served;
    private final Map<UUID, Kept> events = new LinkedHashMap<>();
    private volatile JournalRedaction redaction = new JournalRedaction(CredentialPlaces.telling());
    private long octets;
    private long last;
    private volatile Runnable listener = () -> {};

    BoundedJournal(int maxEvents, Consumer<StubMapping> served) {
        this.maxEvents = maxEvents;
        this.served = served;
    }

    /**
     * An event.
     *
     * @param number how many came up to it
     * @param event the event
     */
    record Kept(long number, ServeEvent event) {}

    /** Has something done after each event. */
    void onChange(Runnable other) {
        listener = other;
    }

    synchronized long last() {
        return last;
    }

    /** {@return the last events after the one of this number, oldest first} */
    synchronized List<Kept> after(long number, int most) {
        List<Kept> later =
                events.values().stream().filter(kept -> kept.number() > number).toList();
        return later.subList(Math.max(0, later.size() - most), later.size());
    }

    void leaveOut(CredentialPlaces credentials) {
        redaction = new JournalRedaction(credentials);
    }

    @Override
    public void add(ServeEvent event) {
        @Nullable StubMapping stub = event.getStubMapping();
        if (stub != null) {
            served.accept(stub);
        }
        keep(redaction.of(event));
        listener.run();
    }

    private synchronized void keep(ServeEvent event) {
        last++;
        events.put(event.getId(), new Kept(last, event));
        octets += octets(event);
        while (events.size() > maxEvents || (octets > MAX_OCTETS && events.size() > 1)) {
            removeLast();
        }
    }

    @Override
    public synchronized void removeLast() {
        Iterator<Kept> oldest = events.values().iterator();
        if (oldest.hasNext()) {
            octets -= octets(oldest.next().event());
            oldest.remove();
        }
    }

    /** {@return all events, the newest first} */
    @Override
    public synchronized Stream<ServeEvent> getAll() {
        ServeEvent[] newestFirst = new ServeEvent[events.size()];
        int next = newestFirst.length;
        for (Kept kept : events.values()) {
            newestFirst[--next] = kept.event();
        }
        return Stream.of(newestFirst);
    }

    @Override
    public Stream<UUID> getAllKeys() {
        return getAll().map(ServeEvent::getId);
    }

    @Override
    public synchronized Optional<ServeEvent> get(UUID id) {
        return Optional.ofNullable(events.get(id)).map(Kept::event);
    }

    @Override
    public void put(UUID id, ServeEvent event) {
        replace(id, redaction.of(event));
    }

    private synchronized void replace(UUID id, ServeEvent event) {
        Kept before = events.get(id);
        if (before != null) {
            events.replace(id, new Kept(before.number(), event));
            octets += octets(event) - octets(before.event());
        }
    }

    @Override
    public synchronized void remove(UUID id) {
        Kept gone = events.remove(id);
        if (gone != null) {
            octets -= octets(gone.event());
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
