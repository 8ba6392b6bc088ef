package plumbline.mock.engine.stubs;

import com.github.tomakehurst.wiremock.standalone.MappingsSource;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;
import java.util.List;

/** What WireMock reads and saves stubs with when the user has given no directory: stubs live in memory only. */
final class NoStubFiles implements MappingsSource {
    @Override
    public void loadMappingsInto(StubMappings stubs) {}

    @Override
    public void save(List<StubMapping> stubs) {}

    @Override
    public void save(StubMapping stub) {}

    @Override
    @Deprecated(forRemoval = true)
    @SuppressWarnings("removal")
    public void remove(StubMapping stub) {}

    @Override
    public void removeAll() {}
}
