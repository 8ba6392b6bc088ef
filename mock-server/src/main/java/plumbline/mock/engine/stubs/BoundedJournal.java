package plumbline.mock.engine.stubs;

import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.store.RequestJournalStore;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plumbline.mock.engine.EngineAnswer;
import plumbline.mock.engine.journal.CredentialPlaces;

/**
 * The last requests without credentials, oldest dropped first, bounded in number and in octets of their bodies. WireMock's
 * own limit walks through the whole journal at each request.
 */
final class BoundedJournal implements RequestJournalStore {
    private static final long MAX_OCTETS = 16L << 20;

    private final int maxEvents;
    private final Consumer<StubMapping> served;
    private final Deque<JournalEntry> entries = new ArrayDeque<>();
    private volatile JournalRedaction redaction = new JournalRedaction(CredentialPlaces.telling());
    private long octets;
    private long last;
    private volatile Runnable listener = () -> {};

    BoundedJournal(int maxEvents, Consumer<StubMapping> served) {
        this.maxEvents = maxEvents;
        this.served = served;
    }

    /** Has something done after each event. */
    void onChange(Runnable other) {
        listener = other;
    }

    synchronized long last() {
        return last;
    }

    /** {@return the last entries after the one of this number, oldest first} */
    synchronized List<JournalEntry> after(long number, int most) {
        List<JournalEntry> later =
                entries.stream().filter(entry -> entry.number() > number).toList();
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
        ServeEvent harmless = redaction.of(event);
        keep(number -> JournalEntry.of(number, harmless));
        listener.run();
    }

    /** Keeps what was answered without WireMock. */
    void add(Request request, EngineAnswer answer, long millis, long nanos, ContractStub stub) {
        if (maxEvents > 0) {
            // What follows later is nobody's to keep.
            ContractExchange exchange =
                    new ContractExchange(request, answer.followedBy(null), millis, nanos, stub, redaction);
            keep(number -> JournalEntry.later(number, exchange.octets(), exchange));
            listener.run();
        }
    }

    private synchronized void keep(LongFunction<JournalEntry> made) {
        last++;
        JournalEntry entry = made.apply(last);
        entries.addLast(entry);
        octets += entry.octets();
        while (entries.size() > maxEvents || (octets > MAX_OCTETS && entries.size() > 1)) {
            removeLast();
        }
    }

    @Override
    public synchronized void removeLast() {
        @Nullable JournalEntry oldest = entries.pollFirst();
        if (oldest != null) {
            octets -= oldest.octets();
        }
    }

    private synchronized List<JournalEntry> newestFirst() {
        List<JournalEntry> newest = new ArrayList<>(entries);
        Collections.reverse(newest);
        return newest;
    }

    /** {@return all events, the newest first} */
    @Override
    public Stream<ServeEvent> getAll() {
        return newestFirst().stream().map(JournalEntry::event);
    }

    @Override
    public Stream<UUID> getAllKeys() {
        return getAll().map(ServeEvent::getId);
    }

    /** {@return the entry of this id; nothing if there is none} */
    private Optional<JournalEntry> find(UUID id) {
        return newestFirst().stream().filter(entry -> entry.is(id)).findFirst();
    }

    @Override
    public Optional<ServeEvent> get(UUID id) {
        return find(id).map(JournalEntry::event);
    }

    @Override
    public void put(UUID id, ServeEvent event) {
        ServeEvent harmless = redaction.of(event);
        replace(id, entry -> JournalEntry.of(entry.number(), harmless));
    }

    @Override
    public void remove(UUID id) {
        replace(id, entry -> null);
    }

    /** Puts something else, or nothing, in place of an entry, which is most often one of the last. */
    private synchronized void replace(UUID id, Function<JournalEntry, @Nullable JournalEntry> change) {
        Deque<JournalEntry> later = new ArrayDeque<>();
        for (Iterator<JournalEntry> each = entries.descendingIterator(); each.hasNext(); ) {
            JournalEntry entry = each.next();
            each.remove();
            if (!entry.is(id)) {
                later.addFirst(entry);
                continue;
            }
            octets -= entry.octets();
            @Nullable JournalEntry other = change.apply(entry);
            if (other != null) {
                octets += other.octets();
                later.addFirst(other);
            }
            break;
        }
        entries.addAll(later);
    }

    @Override
    public synchronized void clear() {
        entries.clear();
        octets = 0;
    }
}
