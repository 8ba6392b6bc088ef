package plumbline.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

class MockServerExtensionTests {
    private static final MockServerOptions ANY_PORT =
            MockServerOptions.defaults().withPort(0);

    @Test
    void hasNoServerOutsideOfTests() {
        MockServerExtension unused = MockServerExtension.builtIn();

        assertThatThrownBy(unused::baseUrl)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("registered");
    }

    @Nested
    class InAStaticField {
        private static final Set<Integer> PORTS = new HashSet<>();

        @RegisterExtension
        static final MockServerExtension MOCK = MockServerExtension.builtIn();

        @RepeatedTest(3)
        void servesAllTestsOfTheClass() {
            PORTS.add(MOCK.server().port());

            assertThat(Client.get(MOCK.baseUrl(), Client.KNOWN_USER).statusCode())
                    .isEqualTo(200);
            assertThat(PORTS).hasSize(1);
        }

        @Nested
        class WithInnerTests {
            @Test
            void servesThemToo() {
                PORTS.add(MOCK.server().port());

                assertThat(Client.get(MOCK.baseUrl(), Client.KNOWN_USER).statusCode())
                        .isEqualTo(200);
                assertThat(PORTS).hasSize(1);
            }
        }

        @Nested
        class WithMoreInnerTests {
            @Test
            void servesThemToo() {
                PORTS.add(MOCK.server().port());

                assertThat(PORTS).hasSize(1);
            }
        }
    }

    @Nested
    class InAnInstanceField {
        private static final Set<MockServer> SERVERS = new HashSet<>();

        @RegisterExtension
        final MockServerExtension mock = MockServerExtension.with(ANY_PORT.withBasePath("/mine"));

        @RepeatedTest(3)
        void servesOneTestOnly() {
            assertThat(SERVERS).doesNotContain(mock.server());
            assertThat(SERVERS).allSatisfy(MockServerExtensionTests::assertStopped);
            SERVERS.add(mock.server());

            assertThat(mock.baseUrl().getPath()).isEqualTo("/mine");
            assertThat(Client.get(mock.baseUrl(), Client.KNOWN_USER).statusCode())
                    .isEqualTo(200);
        }

        @AfterAll
        static void leavesNoneBehind() {
            assertThat(SERVERS).hasSize(3).allSatisfy(MockServerExtensionTests::assertStopped);
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class InAnInstanceFieldOfASharedInstance {
        private final Set<Integer> ports = new HashSet<>();

        @RegisterExtension
        final MockServerExtension mock = MockServerExtension.builtIn();

        @RepeatedTest(2)
        void servesAllTests() {
            ports.add(mock.server().port());

            assertThat(ports).hasSize(1);
            assertThat(Client.get(mock.baseUrl(), Client.KNOWN_USER).statusCode())
                    .isEqualTo(200);
        }
    }

    private static void assertStopped(MockServer server) {
        assertThatThrownBy(() -> Client.get(server.baseUrl(), Client.KNOWN_USER))
                .hasCauseInstanceOf(ConnectException.class);
    }
}
