package plumbline.mock.engine.stubs;

import com.github.tomakehurst.wiremock.common.FileSource;
import com.github.tomakehurst.wiremock.store.DefaultStores;
import com.github.tomakehurst.wiremock.store.RequestJournalStore;
import com.github.tomakehurst.wiremock.store.StubMappingStore;

/** WireMock's memory, with the places of our own for stubs and journal. */
final class EngineStores extends DefaultStores {
    private final StubMappingStore stubs;
    private final RequestJournalStore journal;

    EngineStores(FileSource files, StubMappingStore stubs, RequestJournalStore journal) {
        super(files);
        this.stubs = stubs;
        this.journal = journal;
    }

    @Override
    public StubMappingStore getStubStore() {
        return stubs;
    }

    @Override
    public RequestJournalStore getRequestJournalStore() {
        return journal;
    }
}
