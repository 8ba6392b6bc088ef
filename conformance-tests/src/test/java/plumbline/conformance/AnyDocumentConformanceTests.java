package plumbline.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.conformance.result.Report;
import plumbline.conformance.suite.ConformanceOptions;
import plumbline.mock.MockServer;
import plumbline.mock.MockServerOptions;

/** Whatever a document describes, the suite finds no fault in our own mock of it. */
@Execution(ExecutionMode.CONCURRENT)
class AnyDocumentConformanceTests {
    /** The documents with which the mock server proves itself. */
    private static final Path FOLDER = Path.of("../mock-server/src/test/resources/contracts");

    static List<Path> documents() throws IOException {
        try (Stream<Path> entries = Files.list(FOLDER)) {
            return entries.map(entry -> Files.isDirectory(entry) ? entry.resolve("openapi.yaml") : entry)
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void ourMockConforms(Path document) {
        MockServerOptions served =
                MockServerOptions.defaults().withContract(document).withPort(0).withBasePath("/any");
        try (MockServer mock = MockServer.start(served)) {
            Report report = Suites.run(ConformanceOptions.of(mock.baseUrl()).withContract(document.toString()));

            assertThat(report.verdicts())
                    .flatExtracting(verdict -> verdict.findings().stream()
                            .map(finding -> verdict.subject().id() + ": " + finding)
                            .toList())
                    .isEmpty();
            assertThat(report.conclusion()).isEqualTo(Report.Conclusion.CONFORMS);
            assertThat(report.coverage())
                    .hasSameSizeAs(mock.contract().operations())
                    .isNotEmpty();
        }
    }
}
