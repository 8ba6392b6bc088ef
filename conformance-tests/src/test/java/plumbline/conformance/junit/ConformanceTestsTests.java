package plumbline.conformance.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;
import plumbline.conformance.Phase;
import plumbline.conformance.Suites;
import plumbline.conformance.server.Handler;
import plumbline.conformance.server.Reply;
import plumbline.conformance.server.TestServer;
import plumbline.conformance.server.UsersServer;
import plumbline.conformance.suite.ConformanceOptions;

class ConformanceTestsTests {

    @Test
    void aRightServerPassesEveryTest() {
        assertThat(failures(new UsersServer(), Suites.resource("fixtures"))).isEmpty();
    }

    @Test
    void aWrongServerFailsTheTestsThatSeeIt() {
        Handler right = new UsersServer();
        Handler wrong = request -> "DELETE".equals(request.method()) ? Reply.of(204) : right.answer(request);

        assertThat(failures(wrong, Suites.resource("fixtures")))
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .isInstanceOf(AssertionFailedError.class)
                        .hasMessageContainingAll(
                                "undocumented-method-refused", "expected", "openapi/users.yaml", "curl"));
    }

    @Test
    void testsThatNothingSucceedsInDoNotPass(@TempDir Path empty) {
        assertThat(failures(new UsersServer(), empty))
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasMessageContaining("nothing was checked"));
    }

    @Test
    void everyTestLeadsToItsOperationInTheContract() {
        String library = Suites.resource("library.yaml").toString();
        ConformanceOptions own = ConformanceOptions.of(java.net.URI.create("http://127.0.0.1:1/api"));

        assertThat(sources(own.withContract(library)))
                .isNotEmpty()
                .allSatisfy(source ->
                        assertThat(source).matches("file:///.*/library\\.yaml\\?line=[1-9][0-9]*&column=[0-9]+"));
        assertThat(sources(own))
                .isNotEmpty()
                .allSatisfy(source -> assertThat(source).startsWith("classpath:/plumbline/contract/users.yaml?line="));
    }

    @Nested
    class TheProject {
        private final Handler right = new UsersServer();
        private final Handler wrong =
                request -> "DELETE".equals(request.method()) ? Reply.of(204) : right.answer(request);

        @TempDir
        Path folder;

        @Test
        void saysInItsFileWhichFindingsItLivesWith() throws IOException {
            Files.writeString(folder.resolve("plumbline.yaml"), """
                    port: 8080
                    verify:
                      ignore:
                        - {operation: getUser, check: undocumented-method-refused, reason: comes later}
                    """);

            assertThat(failures(wrong)).isEmpty();
            assertThat(folder.resolve("target/plumbline/plumbline-report.json"))
                    .content()
                    .contains("comes later", "\"proof\"");
        }

        @Test
        void getsTheReportsOfTheCommand() throws IOException {
            assertThat(failures(right)).isEmpty();

            try (Stream<Path> reports = Files.list(folder.resolve("target/plumbline"))) {
                assertThat(reports.map(report -> report.getFileName().toString()))
                        .containsExactlyInAnyOrder(
                                "report.html", "plumbline-report.json", "TEST-plumbline.xml", "plumbline.sarif");
            }
        }

        @Test
        void saysInItsFileWhichReportsItKeepsAndWhere() throws IOException {
            Files.writeString(folder.resolve("plumbline.yaml"), "report-dir: reports\nformat: [json]\n");

            assertThat(failures(right)).isEmpty();

            assertThat(folder.resolve("reports")).isDirectoryContaining("glob:**/plumbline-report.json");
            assertThat(folder.resolve("reports/report.html")).doesNotExist();
        }

        @Test
        void saysInItsFileWhatTheClassLeavesOpen() throws IOException {
            Files.writeString(folder.resolve("plumbline.yaml"), "phases: security\nset: {id: nobody}\n");

            try (TestServer server = TestServer.start(right)) {
                assertThat(tests(Suites.users(server.baseUrl()), folder).conformsToTheContract())
                        .extracting(DynamicNode::getDisplayName)
                        .containsExactly("getUser, security", "something was checked");
                assertThat(tests(Suites.users(server.baseUrl()).withPhases(Set.of(Phase.PROTOCOL)), folder)
                                .conformsToTheContract())
                        .extracting(DynamicNode::getDisplayName)
                        .containsExactly("getUser, protocol", "something was checked");
            }
        }

        @Test
        void isToldOfValuesThatCannotBeUsedWithTheirPlace() throws IOException {
            Files.writeString(folder.resolve("plumbline.yaml"), "workers: many\n");

            assertThatThrownBy(() -> failures(right))
                    .hasMessageContainingAll("'workers'", "plumbline.yaml:1:1 (#/workers)");
        }

        @Test
        void seesTheContractWhereOthersHaveAStack() {
            assertThat(failures(wrong))
                    .singleElement()
                    .satisfies(failure -> assertThat(failure.getStackTrace())
                            .singleElement()
                            .satisfies(
                                    frame -> assertThat(frame.toString()).containsPattern("openapi/users.yaml:\\d+")));
        }

        private List<Throwable> failures(Handler handler) {
            return ConformanceTestsTests.failures(handler, Suites.resource("fixtures"), folder);
        }
    }

    private static ConformanceTests tests(ConformanceOptions options, Path project) {
        return new ConformanceTests() {
            @Override
            public ConformanceOptions conformanceOptions() {
                return options;
            }

            @Override
            public Path projectFolder() {
                return project;
            }
        };
    }

    private static List<String> sources(ConformanceOptions options) {
        ConformanceTests tests = () -> options;
        return tests.conformsToTheContract().stream()
                .filter(DynamicContainer.class::isInstance)
                .flatMap(ConformanceTestsTests::tests)
                .map(test -> test.getTestSourceUri().orElseThrow().toString())
                .toList();
    }

    private static List<Throwable> failures(Handler handler, Path fixtures) {
        return failures(handler, fixtures, Path.of(""));
    }

    private static List<Throwable> failures(Handler handler, Path fixtures, Path project) {
        try (TestServer server = TestServer.start(handler)) {
            ConformanceOptions options = Suites.users(server.baseUrl()).withFixtures(fixtures);
            return tests(options, project).conformsToTheContract().stream()
                    .flatMap(ConformanceTestsTests::tests)
                    .flatMap(test -> Stream.ofNullable(
                            catchThrowable(() -> test.getExecutable().execute())))
                    .filter(AssertionFailedError.class::isInstance)
                    .toList();
        }
    }

    private static Stream<DynamicTest> tests(DynamicNode node) {
        return node instanceof DynamicContainer container
                ? container.getChildren().flatMap(ConformanceTestsTests::tests)
                : Stream.of((DynamicTest) node);
    }
}
