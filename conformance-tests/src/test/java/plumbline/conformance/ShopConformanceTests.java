package plumbline.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import plumbline.conformance.plan.Plan;
import plumbline.conformance.result.Report;
import plumbline.conformance.result.Transcript;
import plumbline.conformance.result.Verdict;
import plumbline.conformance.run.CheckOptions;
import plumbline.conformance.run.ConformanceRun;
import plumbline.conformance.run.RunOptions;
import plumbline.conformance.server.Reply;
import plumbline.conformance.server.ShopServer;
import plumbline.conformance.server.TestServer;
import plumbline.conformance.suite.ConformanceOptions;
import plumbline.conformance.suite.ConformanceSuite;
import plumbline.conformance.target.Target;
import plumbline.finding.Finding;

class ShopConformanceTests {
    private final ShopServer shop = new ShopServer();

    @Test
    void aRightServerConformsInAllPhases() {
        Report report = Suites.runShop(shop);

        assertThat(report.verdicts().stream().flatMap(verdict -> verdict.findings().stream()))
                .isEmpty();
        assertThat(report.extent().proof().unproven())
                .noneMatch(unproven -> unproven.reason().startsWith("would go unnoticed"));
        assertThat(report.extent().proof().proven()).isGreaterThan(100);
        assertThat(report.conclusion()).isEqualTo(Report.Conclusion.CONFORMS);
        assertThat(report.verdicts())
                .filteredOn(verdict -> verdict.subject().phase() == Phase.LIFECYCLE)
                .hasSize(7)
                .allSatisfy(verdict -> assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.PASSED));
    }

    @Test
    void aLifecycleLeavesTheServerAsItWas() {
        int before = shop.size();
        Report report;
        try (TestServer server = TestServer.start(shop)) {
            report = Suites.run(Suites.shop(Target.of(server.baseUrl())).withPhases(EnumSet.of(Phase.LIFECYCLE)));
        }

        assertThat(report.counts().passed()).isEqualTo(7);
        assertThat(shop.size()).isEqualTo(before);
    }

    @Test
    void nothingIsCreatedInALifecycleUnlessTheUserAllowsIt() {
        ConformanceOptions options =
                ConformanceOptions.of(URI.create("http://127.0.0.1:1/api")).withContract(ShopServer.CONTRACT);

        Plan plan = ConformanceSuite.prepare(options).plan();

        assertThat(plan.cases()).extracting(Case::phase).doesNotContain(Phase.LIFECYCLE);
        assertThat(plan.omissions())
                .anySatisfy(omission -> assertThat(omission.reason()).endsWith("allow it with Target.withWrites()"));
    }

    @Test
    void whatIsLeftWhenARunIsInterruptedIsRemoved() {
        int before = shop.size();
        try (TestServer server = TestServer.start(request -> {
            if ("GET".equals(request.method()) && shop.size() > before) {
                return Reply.of(500).framed(Reply.Framing.CUT);
            }
            return shop.answer(request);
        })) {
            ConformanceRun run = ConformanceSuite.prepare(
                    Suites.shop(Target.of(server.baseUrl()).withTimeout(Duration.ofMillis(300))));
            run.plan().cases().stream()
                    .filter(subject -> subject.id().equals("createArticle/lifecycle/create-and-read"))
                    .forEach(run::verify);
            run.cleanUp();
        }

        assertThat(shop.size()).isEqualTo(before);
    }

    @Test
    void aStoryThatFailedKeepsTheExchangeThatShowsIt() {
        List<Transcript> kept = new ArrayList<>();
        try (TestServer server =
                TestServer.start(request -> "DELETE".equals(request.method()) ? Reply.of(204) : shop.answer(request))) {
            ConformanceRun run = ConformanceSuite.prepare(Suites.shop(Target.of(server.baseUrl())));
            run.plan().cases().stream()
                    .filter(subject -> subject.phase() == Phase.LIFECYCLE)
                    .map(run::verify)
                    .filter(verdict -> !verdict.findings().isEmpty())
                    .forEach(verdict -> kept.add(Objects.requireNonNull(
                            verdict.trace().details().transcript(),
                            verdict.subject().id())));
        }

        assertThat(kept).singleElement().satisfies(transcript -> {
            assertThat(transcript.request().head())
                    .startsWith("GET /api/articles/")
                    .doesNotContain(ShopServer.TOKEN);
            assertThat(transcript.response().head()).startsWith("HTTP/1.1 200");
        });
    }

    @Test
    void whatAStoryFindsIsIgnoredForAReasonLikeAnythingElse() {
        RunOptions lenient = RunOptions.standard()
                .withChecks(CheckOptions.standard()
                        .withIgnores(
                                List.of(Suites.ignore("createArticle", "deleted-is-gone", 0, "", "kept for audits"))));
        Report report;
        try (TestServer server =
                TestServer.start(request -> "DELETE".equals(request.method()) ? Reply.of(204) : shop.answer(request))) {
            report = Suites.run(Suites.shop(Target.of(server.baseUrl()))
                    .withPhases(EnumSet.of(Phase.LIFECYCLE))
                    .withRunOptions(lenient));
        }

        assertThat(findings(report)).isEmpty();
        assertThat(report.remarks().keySet())
                .extracting(remark -> remark.finding().check())
                .contains("deleted-is-gone");
    }

    static List<Finding> findings(Report report) {
        return report.verdicts().stream()
                .flatMap(verdict -> verdict.findings().stream())
                .toList();
    }
}
