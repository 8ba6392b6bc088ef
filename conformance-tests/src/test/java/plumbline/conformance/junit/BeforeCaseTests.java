package plumbline.conformance.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.conformance.Case;
import plumbline.conformance.Phase;
import plumbline.conformance.Suites;
import plumbline.conformance.server.TestServer;
import plumbline.conformance.server.UsersServer;
import plumbline.conformance.suite.ConformanceOptions;

/** What a test class has done before each case, and a project around all. */
class BeforeCaseTests {
    private final List<String> called = new ArrayList<>();

    @TempDir
    private Path folder;

    private final class OwnTests implements ConformanceTests {
        private final URI baseUrl;

        OwnTests(URI baseUrl) {
            this.baseUrl = baseUrl;
        }

        @Override
        public ConformanceOptions conformanceOptions() {
            return Suites.users(baseUrl).withPhases(Set.of(Phase.EXAMPLES));
        }

        @Override
        public Path projectFolder() {
            return folder;
        }

        @Override
        public void beforeCase(Case subject) {
            called.add(subject.id());
        }
    }

    private static Stream<DynamicTest> tests(DynamicNode node) {
        return node instanceof DynamicContainer container
                ? container.getChildren().flatMap(BeforeCaseTests::tests)
                : Stream.of((DynamicTest) node);
    }

    @Test
    void theClassIsCalledAndAroundAllTheCommandsOfTheProject() throws Throwable {
        Files.writeString(
                folder.resolve("plumbline.yaml"), "before: echo > made.txt\nafter: mv made.txt removed.txt\n");
        try (TestServer server = TestServer.start(new UsersServer())) {
            List<DynamicNode> nodes = new OwnTests(server.baseUrl()).conformsToTheContract();
            assertThat(folder.resolve("made.txt")).exists();
            for (DynamicTest test :
                    nodes.stream().flatMap(BeforeCaseTests::tests).toList()) {
                test.getExecutable().execute();
            }
        }

        assertThat(called).isNotEmpty().allMatch(id -> id.startsWith("getUser/examples/"));
        assertThat(folder.resolve("removed.txt")).exists();
    }
}
