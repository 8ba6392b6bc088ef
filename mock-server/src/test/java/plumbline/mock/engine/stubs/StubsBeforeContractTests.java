package plumbline.mock.engine.stubs;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.util.Iterator;
import org.junit.jupiter.api.Test;

class StubsBeforeContractTests {
    private final StubMapping one = stub("/one");
    private final StubMapping two = stub("/two");
    private final StubMapping other = stub("/other");
    private final StubsBeforeContract stubs = new StubsBeforeContract(stub("/contract"));

    private static StubMapping stub(String path) {
        return WireMock.get(path).build();
    }

    @Test
    void whoGoesThroughThemMeetsNoChangeHalfway() {
        stubs.add(one);
        stubs.add(two);
        Iterator<StubMapping> begun = stubs.getAll().iterator();
        StubMapping first = begun.next();

        stubs.changeAtOnce(() -> {
            stubs.remove(one);
            assertThat(stubs.getAll()).containsExactlyInAnyOrder(one, two);
            stubs.remove(two);
            assertThat(stubs.isEmpty()).isFalse();
            stubs.add(other);
            assertThat(stubs.getAll()).containsExactlyInAnyOrder(one, two);
        });

        assertThat(begun).toIterable().containsExactly(first.equals(one) ? two : one);
        assertThat(stubs.getAll()).containsExactly(other);
    }

    @Test
    void eachChangeIsShown() {
        assertThat(stubs.isEmpty()).isTrue();
        stubs.add(one);
        assertThat(stubs.getAll()).containsExactly(one);
        stubs.replace(one, other);
        assertThat(stubs.getAll()).containsExactly(other);
        assertThat(stubs.isEmpty()).isFalse();
        stubs.remove(other);
        assertThat(stubs.getAll()).isEmpty();
        assertThat(stubs.isEmpty()).isTrue();
        stubs.add(two);
        assertThat(stubs.getAll()).containsExactly(two);
        stubs.clear();
        assertThat(stubs.getAll()).isEmpty();
        assertThat(stubs.isEmpty()).isTrue();
    }
}
