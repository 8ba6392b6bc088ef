package plumbline.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.conformance.result.Proof;
import plumbline.conformance.result.Report;
import plumbline.conformance.result.Verdict;
import plumbline.conformance.run.Pace;
import plumbline.conformance.run.RunOptions;
import plumbline.conformance.suite.ConformanceOptions;
import plumbline.conformance.target.Target;
import plumbline.contract.json.Json;
import plumbline.mock.Connections;
import plumbline.mock.MockListener;
import plumbline.mock.MockServer;
import plumbline.mock.MockServerOptions;
import plumbline.mock.answer.AnswerOptions;
import plumbline.mock.upstream.UpstreamOptions;

/**
 * What the suite finds of a server that was not written for it, has rules that its contract does not tell, and of which nobody
 * says what exists.
 */
@Tag("foreign-server")
class ForeignServerWithRulesTests {
    private static final Path DOCUMENT = Suites.resource("alertmanager-0.25.0.yaml");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final double LEAST_THAT_IS_PROVEN = 0.70;

    @TempDir
    private Path folder;

    @Test
    void silencesAndAlertsOfAlertmanagerLiveAndDie() throws Exception {
        assumeTrue(Alertmanager.isPossible(), "prometheus-alertmanager is not installed");
        try (Alertmanager alertmanager = Alertmanager.start(folder)) {
            for (int i = 0; i < 2; i++) {
                Report report = Suites.run(
                        ConformanceOptions.of(Target.of(alertmanager.baseUrl()).withWrites())
                                .withContract(DOCUMENT.toString())
                                .withRunOptions(RunOptions.standard().withPace(new Pace(1, 0, Duration.ofMinutes(1)))));

                assertThat(report.extent().unanswered().operations()).isEmpty();
                assertThat(report.heading().notes()).noneMatch(note -> note.startsWith("Left behind"));
                assertThat(report.verdicts())
                        .filteredOn(verdict -> verdict.subject().id().startsWith("postSilences/lifecycle/create-and-"))
                        .hasSize(3)
                        .allSatisfy(verdict -> assertThat(verdict).isInstanceOf(Verdict.Passed.class));
                Proof proof = report.extent().proof();
                assertThat((double) proof.proven() / proof.constraints()).isGreaterThanOrEqualTo(LEAST_THAT_IS_PROVEN);
            }
        }
    }

    /** What our own mock has recorded of it is answered again, and is right by the contract. */
    @Test
    void aRecordingOfAlertmanagerAnswersAsItDid() throws Exception {
        assumeTrue(Alertmanager.isPossible(), "prometheus-alertmanager is not installed");
        Path recordings = folder.resolve("recordings");
        MockServerOptions served =
                MockServerOptions.defaults().withContract(DOCUMENT).withPort(0);
        List<String> paths =
                new ArrayList<>(List.of("/status", "/receivers", "/silences", "/alerts", "/alerts?active=false"));
        List<String> recorded;
        try (Alertmanager alertmanager = Alertmanager.start(folder)) {
            Connections recording = Connections.plain()
                    .before(UpstreamOptions.of(alertmanager.baseUrl()).recording(recordings));
            try (MockServer mock = MockServer.start(served, new MockListener() {}, recording)) {
                paths.add("/silence/" + silenced(mock));
                recorded = answers(mock, paths);
            }
        }

        try (MockServer mock = MockServer.start(served.withFixtures(recordings)
                .withAnswers(AnswerOptions.defaults().stateless()))) {
            Report report =
                    Suites.run(ConformanceOptions.of(Target.of(mock.baseUrl())).withContract(DOCUMENT.toString()));

            assertThat(answers(mock, paths)).isEqualTo(recorded);
            assertThat(ShopConformanceTests.findings(report)).isEmpty();
            assertThat(report.conclusion()).isEqualTo(Report.Conclusion.CONFORMS);
        }
    }

    private static String silenced(MockServer mock) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(mock.baseUrl() + "/silences"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"matchers": [{"name": "a", "value": "b", "isRegex": false}], "startsAt": "2026-01-01T00:00:00Z",
                        "endsAt": "2056-01-01T00:00:00Z", "createdBy": "tests", "comment": "none"}"""))
                .build();
        HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        String body = response.body();
        assertThat(response.statusCode()).as(body).isEqualTo(200);
        return Json.read(body.getBytes(StandardCharsets.UTF_8))
                .path("silenceID")
                .stringValue();
    }

    /** Answers without addresses of people, which are not recorded. */
    private static List<String> answers(MockServer mock, List<String> paths) throws Exception {
        List<String> answers = new ArrayList<>();
        for (String path : paths) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(mock.baseUrl() + path)).build();
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            String body = response.body().replaceAll("[\\w.+-]+@[\\w.-]+", "somebody@example.com");
            answers.add(response.statusCode() + " " + Json.read(body.getBytes(StandardCharsets.UTF_8)));
        }
        return answers;
    }
}
