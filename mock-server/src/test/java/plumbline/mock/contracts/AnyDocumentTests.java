package plumbline.mock.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.contract.operation.Operation;
import plumbline.contract.sampling.UnsatisfiableException;
import plumbline.mock.MockServer;
import plumbline.mock.MockServerOptions;

/** Whatever a document describes, the mock answers it: every response of every operation, in every form. */
class AnyDocumentTests {
    static List<Path> documents() {
        return Documents.all();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyDocumentedResponseCanBeHadAndIsAsDocumented(Path document) throws UnsatisfiableException {
        MockServerOptions options =
                MockServerOptions.defaults().withContract(document).withPort(0);
        try (MockServer server = MockServer.start(options)) {
            DocumentedAnswers answers = new DocumentedAnswers(server);
            for (Operation operation : server.contract().operations()) {
                answers.ask(operation);
            }

            assertThat(answers.faults()).isEmpty();
            assertThat(answers.asked()).isGreaterThan(20);
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void nothingIsWrongWithTheDocument(Path document) {
        MockServerOptions options =
                MockServerOptions.defaults().withContract(document).withPort(0);
        try (MockServer server = MockServer.start(options)) {
            assertThat(server.contract().warnings()).isEmpty();
        }
    }
}
