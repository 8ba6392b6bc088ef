package plumbline.conformance.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;
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

    private static List<String> sources(ConformanceOptions options) {
        ConformanceTests tests = () -> options;
        return tests.conformsToTheContract().stream()
                .filter(DynamicContainer.class::isInstance)
                .flatMap(ConformanceTestsTests::tests)
                .map(test -> test.getTestSourceUri().orElseThrow().toString())
                .toList();
    }

    private static List<Throwable> failures(Handler handler, Path fixtures) {
        try (TestServer server = TestServer.start(handler)) {
            ConformanceOptions options = Suites.users(server.baseUrl()).withFixtures(fixtures);
            ConformanceTests tests = () -> options;
            return tests.conformsToTheContract().stream()
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
