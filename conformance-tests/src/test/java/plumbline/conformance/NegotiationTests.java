package plumbline.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.conformance.server.Handler;
import plumbline.conformance.server.Reply;
import plumbline.conformance.server.TestServer;
import plumbline.conformance.suite.ConformanceOptions;
import plumbline.finding.Finding;

class NegotiationTests {
    private static final String CONTRACT = """
        openapi: 3.1.0
        info: {title: Moods, version: '1'}
        paths:
          /mood:
            get:
              operationId: mood
              responses:
                '200':
                  description: How one feels.
                  content:
                    application/json: {schema: {type: object, properties: {mood: {type: string}}}}
                    application/xml: {schema: {type: object, properties: {mood: {type: string}}}}
                    image/png: {}
                '406': {description: Not to be had.}
        """;

    @TempDir
    private Path folder;

    @Test
    void aServerThatSendsWhatIsAskedForRaisesNoAlarmThoughItHasNoPicture() throws IOException {
        assertThat(findings(CONTRACT, NegotiationTests::moods)).isEmpty();
    }

    @Test
    void aDocumentedTypeThatNeverComesIsSeen() throws IOException {
        assertThat(findings(CONTRACT, accept -> accept.contains("unknown") ? Reply.of(406) : moods("*/*")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.check()).isEqualTo("media-type-negotiated");
                    assertThat(finding.expected()).contains("application/xml");
                });
    }

    @Test
    void aDocumentedTypeThatIsRefusedIsSeen() throws IOException {
        assertThat(findings(CONTRACT, accept -> accept.contains("xml") ? Reply.of(406) : moods(accept)))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.message()).isEqualTo("a documented media type was refused with status 406"));
    }

    @Test
    void whatCannotBeMetIsRefusedWhereThatIsDocumented() throws IOException {
        Answers lenient = accept -> accept.contains("unknown") ? moods("*/*") : moods(accept);

        assertThat(findings(CONTRACT, lenient))
                .singleElement()
                .satisfies(finding -> assertThat(finding.expected()).startsWith("406"));
        assertThat(findings(CONTRACT.replaceFirst(" *'406'.*\n", ""), lenient)).isEmpty();
    }

    private interface Answers {
        Reply to(String accept);
    }

    private static Reply moods(String accept) {
        if (accept.contains("xml")) {
            return Reply.of(200).with("Content-Type", "application/xml").withBody("<mood><mood>good</mood></mood>");
        }
        boolean isMet = List.of("*/*", "application/*", "application/json").contains(accept);
        return isMet ? Reply.json(200, "{\"mood\":\"good\"}") : Reply.of(406);
    }

    private List<Finding> findings(String contract, Answers answers) throws IOException {
        Path file = Files.writeString(folder.resolve("moods.yaml"), contract);
        Handler handler = request -> switch (request.method()) {
            case "GET", "HEAD" -> answers.to(request.headers().first("Accept").orElse("*/*"));
            default -> Reply.of(405).with("Allow", "GET, HEAD");
        };
        try (TestServer server = TestServer.start(handler)) {
            return Suites.run(ConformanceOptions.of(server.baseUrl())
                            .withContract(file.toString())
                            .withPhases(EnumSet.of(Phase.PROTOCOL)))
                    .verdicts()
                    .stream()
                    .flatMap(verdict -> verdict.findings().stream())
                    .toList();
        }
    }
}
