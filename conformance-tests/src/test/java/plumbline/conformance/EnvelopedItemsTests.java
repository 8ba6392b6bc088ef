package plumbline.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plumbline.conformance.plan.Selection;
import plumbline.conformance.plan.Shard;
import plumbline.conformance.result.Verdict;
import plumbline.conformance.run.RunOptions;
import plumbline.conformance.server.Reply;
import plumbline.conformance.server.TestServer;
import plumbline.conformance.suite.ConformanceOptions;
import plumbline.conformance.target.Target;
import plumbline.contract.http.Request;
import plumbline.finding.Finding;

/** Items within what stands around them are compared with what was sent, and that is not. */
class EnvelopedItemsTests {
    private static final String NOTICE = "{\"title\":\"Late\",\"status\":7}";

    private String kept = "";

    @Test
    void areWhatWasSentWhateverStandsAroundThem() {
        assertThat(findings("", "")).isEmpty();
    }

    @Test
    void areFoundToBeOtherThanWhatWasSent() {
        assertThat(findings("\"text\":\"", "\"text\":\"not "))
                .extracting(Finding::check, Finding::location)
                .containsExactly(tuple("created-is-read", "body at /data/text"));
    }

    private List<Finding> findings(String said, String shown) {
        Selection selection =
                new Selection(List.of(), List.of(), Set.of("createNote/lifecycle/create-and-read"), Shard.whole());
        try (TestServer server = TestServer.start(request -> answer(request, said, shown))) {
            return Suites.run(ConformanceOptions.of(Target.of(server.baseUrl()).withWrites())
                            .withContract(Suites.resource("law/notices-beside-items.yaml")
                                    .toString())
                            .withRunOptions(RunOptions.standard().withSelection(selection)))
                    .verdicts()
                    .stream()
                    .map(Verdict::findings)
                    .flatMap(List::stream)
                    .toList();
        }
    }

    private synchronized Reply answer(Request request, String said, String shown) {
        boolean isCreation = "POST".equals(request.method());
        if (isCreation) {
            kept = request.body().text().replaceFirst("\\{", "{\"id\":\"n1\",");
        }
        String notices = isCreation ? NOTICE + "," + NOTICE + "," + NOTICE : NOTICE;
        String data = isCreation ? kept : kept.replace(said, shown);
        return Reply.json(isCreation ? 201 : 200, "{\"data\":" + data + ",\"notices\":[" + notices + "]}");
    }
}
