package plumbline.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plumbline.conformance.plan.Selection;
import plumbline.conformance.plan.Shard;
import plumbline.conformance.run.RunOptions;
import plumbline.conformance.server.Reply;
import plumbline.conformance.server.TestServer;
import plumbline.conformance.suite.ConformanceOptions;
import plumbline.conformance.target.Target;
import plumbline.contract.http.Request;
import plumbline.finding.Finding;

/** What a list shows is compared with the item, and not with the envelope in which that stands and which is called as a member. */
class ListedInEnvelopesTests {
    @Test
    void isWhatTheItemSays() {
        assertThat(findings("60")).isEmpty();
    }

    @Test
    void isFoundToBeOtherThanTheItem() {
        assertThat(findings("61"))
                .extracting(Finding::check, Finding::location)
                .containsExactly(tuple("list-agrees-with-item", "body at /endpoint/ttl"));
    }

    private static List<Finding> findings(String ttl) {
        Selection selection =
                new Selection(List.of(), List.of(), Set.of("listEndpoints/protocol/list-and-item"), Shard.whole());
        try (TestServer server = TestServer.start(request -> answer(request, ttl))) {
            return ShopConformanceTests.findings(
                    Suites.run(ConformanceOptions.of(Target.of(server.baseUrl()).withWrites())
                            .withContract(Suites.resource("law/envelopes-named-as-members.yaml")
                                    .toString())
                            .withRunOptions(RunOptions.standard().withSelection(selection))));
        }
    }

    private static Reply answer(Request request, String ttl) {
        boolean isList = !request.path().contains("19f06b6a");
        String item = "{\"id\":\"19f06b6a-3ace-4315-b086-499a0e521b76\",\"endpoint\":\"a.example.com\",\"ttl\":"
                + (isList ? "60" : ttl) + "}";
        return Reply.json(200, isList ? "{\"endpoints\":[" + item + "]}" : "{\"endpoint\":" + item + "}");
    }
}
