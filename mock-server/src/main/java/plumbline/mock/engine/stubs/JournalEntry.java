package plumbline.mock.engine.stubs;

import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An exchange in the journal. What WireMock knows it as costs more than answering, and is made when somebody asks. */
final class JournalEntry {
    private final long number;
    private final long octets;
    private @Nullable Supplier<ServeEvent> source;
    private @Nullable ServeEvent event;

    private JournalEntry(long number, long octets, @Nullable Supplier<ServeEvent> source, @Nullable ServeEvent event) {
        this.number = number;
        this.octets = octets;
        this.source = source;
        this.event = event;
    }

    /**
     * {@return an entry whose event is not made yet}
     *
     * @param number how many came up to it
     * @param octets those of its bodies
     */
    static JournalEntry later(long number, long octets, Supplier<ServeEvent> source) {
        return new JournalEntry(number, octets, source, null);
    }

    static JournalEntry of(long number, ServeEvent event) {
        return new JournalEntry(
                number,
                length(event.getRequest().getBody())
                        + length(event.getResponse().getBody()),
                null,
                event);
    }

    private static long length(byte @Nullable [] body) {
        return body == null ? 0 : body.length;
    }

    long number() {
        return number;
    }

    long octets() {
        return octets;
    }

    synchronized ServeEvent event() {
        if (event == null) {
            event = Objects.requireNonNull(source).get();
            source = null;
        }
        return event;
    }

    /** {@return whether the event is known under this id, which nobody can know of one that is not made yet} */
    synchronized boolean is(UUID id) {
        return event != null && event.getId().equals(id);
    }
}
