package plumbline.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.conformance.random.RandomContracts;
import plumbline.conformance.result.Verdict;
import plumbline.conformance.run.ConformanceRun;
import plumbline.conformance.suite.ConformanceOptions;
import plumbline.conformance.suite.ConformanceSuite;
import plumbline.conformance.target.Target;
import plumbline.contract.http.Request;
import plumbline.finding.Finding;
import plumbline.mock.MockServer;
import plumbline.mock.MockServerOptions;

/** Whatever contract there may be, our own mock keeps it, and the suite says so. */
@Execution(ExecutionMode.CONCURRENT)
class RandomContractsTests {
    private static final int CONTRACTS = 14;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    private Path folder;

    static LongStream seeds() {
        return LongStream.range(0, CONTRACTS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void areKeptByOurMock(long seed) throws IOException, InterruptedException {
        Path contract = Files.writeString(folder.resolve("contract.json"), RandomContracts.of(seed));
        try (MockServer mock = mock(contract);
                MockServer other = mock(contract)) {
            ConformanceOptions options = ConformanceOptions.of(
                            Target.of(mock.baseUrl()).withWrites())
                    .withContract(contract.toString())
                    .withPhases(EnumSet.of(Phase.EXAMPLES, Phase.LIFECYCLE));
            ConformanceRun run = ConformanceSuite.prepare(options);
            List<Request> reads = reads(run);
            List<Request> backwards = new ArrayList<>(reads);
            Collections.reverse(backwards);

            assertThat(mock.contract().warnings()).isEmpty();
            assertThat(answers(mock, reads)).isEqualTo(answers(other, backwards));
            assertThat(findings(run)).as("first run of contract %s", seed).isEmpty();
            assertThat(findings(ConformanceSuite.prepare(options)))
                    .as("second run of contract %s", seed)
                    .isEmpty();
        }
    }

    /** What is found, without proving that it would be. */
    private static List<Finding> findings(ConformanceRun run) {
        List<Verdict> verdicts = run.plan().cases().stream().map(run::verify).toList();

        assertThat(verdicts).anyMatch(verdict -> verdict.outcome() == Verdict.Outcome.PASSED);
        return verdicts.stream().flatMap(verdict -> verdict.findings().stream()).toList();
    }

    private static MockServer mock(Path contract) {
        return MockServer.start(
                MockServerOptions.defaults().withContract(contract).withPort(0));
    }

    private static List<Request> reads(ConformanceRun run) {
        return run.plan().cases().stream()
                .map(Case::request)
                .filter(request -> "GET".equals(request.method()))
                .distinct()
                .toList();
    }

    private static Map<String, String> answers(MockServer mock, List<Request> requests)
            throws IOException, InterruptedException {
        Map<String, String> answers = new LinkedHashMap<>();
        for (Request request : requests) {
            HttpRequest.Builder asked =
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + mock.port() + request.target()));
            request.headers().forEach(header -> asked.header(header.name(), header.value()));
            HttpResponse<String> response = HTTP.send(asked.build(), HttpResponse.BodyHandlers.ofString());
            answers.put(request.toString(), response.statusCode() + " " + response.body());
        }
        return answers;
    }
}
