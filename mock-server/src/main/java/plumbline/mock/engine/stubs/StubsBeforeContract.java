package plumbline.mock.engine.stubs;

import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.matching.RequestMatcherExtension;
import com.github.tomakehurst.wiremock.store.InMemoryStubMappingStore;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.SubEvent;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The user's stubs, and the contract where none of them matches. The contract's stub is in no list of stubs, so that
 * nobody removes it with theirs.
 */
final class StubsBeforeContract extends InMemoryStubMappingStore {
    private final StubMapping contract;
    private volatile boolean empty = true;

    /** All as they are shown, made when they are asked for: who goes through them meets no change halfway. */
    private volatile @Nullable List<StubMapping> shown;

    private boolean isChanging;

    StubsBeforeContract(StubMapping contract) {
        this.contract = contract;
    }

    /** Changes the stubs so that nobody sees some of the change. */
    void changeAtOnce(Runnable change) {
        begin();
        try {
            change.run();
        } finally {
            end();
        }
    }

    private synchronized void begin() {
        all();
        isChanging = true;
    }

    private synchronized void end() {
        isChanging = false;
        shown = null;
        empty = all().isEmpty();
    }

    private synchronized List<StubMapping> all() {
        List<StubMapping> all = shown;
        if (all == null) {
            all = super.getAll().toList();
            shown = all;
        }
        return all;
    }

    private void changed() {
        if (!isChanging) {
            shown = null;
            empty = super.getAll().findAny().isEmpty();
        }
    }

    @Override
    public Stream<StubMapping> getAll() {
        @Nullable List<StubMapping> all = shown;
        return (all == null ? all() : all).stream();
    }

    @Override
    public Stream<StubMapping> findAllMatchingRequest(
            Request request, Map<String, RequestMatcherExtension> matchers, Consumer<SubEvent> findings) {
        return Stream.concat(super.findAllMatchingRequest(request, matchers, findings), Stream.of(contract));
    }

    /** {@return whether there is no stub of the user} */
    boolean isEmpty() {
        return empty;
    }

    @Override
    public synchronized void add(StubMapping stub) {
        // Said first, so that no request that comes after the stub passes it by.
        empty = false;
        super.add(stub);
        changed();
    }

    @Override
    public synchronized void replace(StubMapping before, StubMapping after) {
        super.replace(before, after);
        changed();
    }

    @Override
    public synchronized void remove(StubMapping stub) {
        super.remove(stub);
        changed();
    }

    @Override
    public synchronized void clear() {
        super.clear();
        changed();
    }
}
