package plumbline.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.conformance.result.Report;
import plumbline.conformance.suite.ConformanceOptions;
import plumbline.conformance.target.Target;
import plumbline.mock.MockServer;
import plumbline.mock.MockServerOptions;

/** Kinds of documents, as people publish them, of which our own mock keeps what the suite demands. */
class LawTests {
    static List<Path> documents() throws IOException {
        try (Stream<Path> entries = Files.list(Suites.resource("law"))) {
            return entries.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void ourMockKeepsWhatTheSuiteDemands(Path document) {
        MockServerOptions served =
                MockServerOptions.defaults().withContract(document).withPort(0);
        try (MockServer mock = MockServer.start(served)) {
            ConformanceOptions options = ConformanceOptions.of(
                            Target.of(mock.baseUrl()).withWrites())
                    .withContract(document.toString())
                    .withRequiredSuccess();
            Report first = Suites.run(options);
            Report second = Suites.run(options);

            assertThat(ShopConformanceTests.findings(first)).isEmpty();
            assertThat(first.conclusion()).isEqualTo(Report.Conclusion.CONFORMS);
            assertThat(StandingServersTests.ends(second)).isEqualTo(StandingServersTests.ends(first));
        }
    }
}
