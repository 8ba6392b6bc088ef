package plumbline.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.conformance.Suites;
import plumbline.conformance.plan.Selection;
import plumbline.conformance.plan.Shard;
import plumbline.conformance.result.Report;
import plumbline.conformance.server.Handler;
import plumbline.conformance.server.Reply;
import plumbline.conformance.server.ShopServer;
import plumbline.conformance.server.TestServer;
import plumbline.conformance.target.Target;
import plumbline.contract.http.Request;
import plumbline.finding.Finding;

/** What is read again and is otherwise by then. */
class RepeatedReadingTests {
    private static final int EACH_TIME = Integer.MAX_VALUE;

    @ParameterizedTest
    @CsvSource({
        "1, 0, false",
        "1, 1, true",
        "1, " + EACH_TIME + ", true",
        // Where there are parts, another one may have changed it.
        "2, 0, false",
        "2, 1, false",
        "2, " + EACH_TIME + ", true"
    })
    void isTold(int parts, int changes, boolean isFound) {
        Handler shop = new ChangingShop(changes);

        List<String> found = IntStream.rangeClosed(1, parts)
                .mapToObj(part -> run(new Shard(part, parts), shop))
                .flatMap(report -> report.verdicts().stream())
                .flatMap(verdict -> verdict.findings().stream())
                .map(Finding::check)
                .toList();

        assertThat(found).isEqualTo(isFound ? List.of("repeatable-get") : List.of());
    }

    private static Report run(Shard part, Handler handler) {
        Selection selection = new Selection(List.of(), List.of(), Set.of("listArticles/protocol/repeated"), part);
        try (TestServer server = TestServer.start(handler)) {
            return Suites.run(Suites.shop(Target.of(server.baseUrl()))
                    .withRunOptions(RunOptions.standard().withSelection(selection)));
        }
    }

    /** A shop that says something else every other time that it is read again, but not for ever. */
    private static final class ChangingShop implements Handler {
        private final ShopServer shop = new ShopServer();
        private final int changes;
        private String last = "";
        private int again;

        ChangingShop(int changes) {
            this.changes = changes;
        }

        @Override
        public synchronized Reply answer(Request request) {
            Reply reply = shop.answer(request);
            boolean isAgain = request.target().equals(last);
            last = request.target();
            return isAgain && again < changes && again++ % 2 == 0 ? reply.change(ChangingShop::changed) : reply;
        }

        private static String changed(String list) {
            return list.replaceFirst("\"title\":\"", "\"title\":\"Another ");
        }
    }
}
