package plumbline.conformance.known;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import plumbline.conformance.Suites;
import plumbline.conformance.result.Report;
import plumbline.conformance.result.Verdict;
import plumbline.conformance.server.Handler;
import plumbline.conformance.server.Reply;
import plumbline.conformance.server.TestServer;
import plumbline.conformance.suite.ConformanceOptions;
import plumbline.conformance.target.Target;
import plumbline.contract.http.Request;

class KnownItemsTests {
    private static final Map<String, String> SHOPS = Map.of(
            "/shops", "[{'id': 41, 'name': 'Empty'}, {'id': 42, 'name': 'Full'}]",
            "/shops/41", "{'id': 41, 'name': 'Empty'}",
            "/shops/42", "{'id': 42, 'name': 'Full'}",
            "/shops/41/owner", "{'name': 'Ada'}",
            "/shops/41/products", "{'data': []}",
            "/shops/42/products", "{'data': [{'sku': 'a/b', 'price': 1.5}]}",
            "/shops/42/products/a%2Fb", "{'sku': 'a/b', 'price': 1.5}");

    private final Queue<Request> seen = new ConcurrentLinkedQueue<>();

    private final Handler shops = request -> {
        seen.add(request.withPath(request.path().substring("/api".length())));
        String body = SHOPS.get(request.path().substring("/api".length()));
        if (body == null) {
            return Reply.of(404);
        }
        return switch (request.method()) {
            case "GET", "HEAD" -> Reply.json(200, body.replace('\'', '"'));
            default -> Reply.of(405).with("Allow", "GET, HEAD");
        };
    };

    @Test
    void whatListsShowIsAskedForDownToTheDeepestItem() {
        Report report = run(options -> options);

        assertThat(report.verdicts().stream().flatMap(verdict -> verdict.findings().stream()))
                .isEmpty();
        assertThat(successes(report)).contains("listShops", "getShop", "getOwner", "listProducts", "getProduct");
        assertThat(report.heading().notes())
                .anyMatch(note -> note.contains("shopId 41: from GET /shops")
                        && note.contains("sku a/b: from GET /shops/{shopId}/products"));
    }

    @Test
    void whatIsGivenIsNotReplaced() {
        Report report = run(options -> options.withValue("shopId", "42"));

        assertThat(successes(report)).contains("getShop", "getProduct");
        assertThat(seen).noneMatch(request -> request.path().startsWith("/shops/41/"));
    }

    @Test
    void whatTheRunHasNotMadeIsNeverWrittenTo() {
        run(options -> options);

        assertThat(seen)
                .filteredOn(request -> !List.of("GET", "HEAD", "OPTIONS").contains(request.method()))
                .noneMatch(request -> request.path().matches("/shops/4[12].*"));
    }

    private Report run(UnaryOperator<ConformanceOptions> change) {
        try (TestServer server = TestServer.start(shops)) {
            return Suites.run(change.apply(ConformanceOptions.of(Target.of(server.baseUrl()))
                    .withContract(Suites.resource("nested-shops.yaml").toString())));
        }
    }

    private static List<String> successes(Report report) {
        return report.verdicts().stream()
                .filter(Verdict::isSuccess)
                .map(verdict -> verdict.subject().operation().id())
                .distinct()
                .toList();
    }
}
