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
    private volatile @Nullable List<StubMapping> shown;

    StubsBeforeContract(StubMapping contract) {
        this.contract = contract;
    }

    /** Changes the stubs so that nobody sees some of the change. */
    void changeAtOnce(Runnable change) {
        shown = super.getAll().toList();
        try {
            change.run();
        } finally {
            shown = null;
            empty = super.getAll().findAny().isEmpty();
        }
    }

    @Override
    public Stream<StubMapping> getAll() {
        @Nullable List<StubMapping> before = shown;
        return before == null ? super.getAll() : before.stream();
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
    public void add(StubMapping stub) {
        // Said first, so that no request that comes after the stub passes it by.
        empty = false;
        super.add(stub);
    }

    @Override
    public void remove(StubMapping stub) {
        super.remove(stub);
        empty = getAll().findAny().isEmpty();
    }

    @Override
    public void clear() {
        super.clear();
        empty = true;
    }
}
