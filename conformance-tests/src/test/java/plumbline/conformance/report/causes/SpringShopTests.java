package plumbline.conformance.report.causes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import plumbline.conformance.Suites;
import plumbline.conformance.report.Looks;
import plumbline.conformance.report.results.Results;
import plumbline.conformance.result.Report;
import plumbline.conformance.server.SpringShopServer;
import plumbline.conformance.server.TestServer;
import plumbline.conformance.suite.ConformanceOptions;
import plumbline.conformance.target.Target;

/** What is told of an application as thousands are. */
class SpringShopTests {
    private static Report report;

    @BeforeAll
    static void run() {
        try (TestServer server = TestServer.start(new SpringShopServer())) {
            report =
                    Suites.run(ConformanceOptions.of(Target.of(server.baseUrl()).withWrites())
                            .withContract(SpringShopServer.CONTRACT));
        }
    }

    @Test
    void hasFewCausesOnOneScreen() throws Exception {
        String text = CausesTests.unvarying(CausesTests.console(report, Looks.Detail.USUAL));

        assertThat(Causes.of(Results.of(report))).hasSizeLessThanOrEqualTo(4);
        assertThat(text).isEqualToNormalizingNewlines(Files.readString(Suites.resource("spring-shop.txt")));
        assertThat(text.lines()).hasSizeLessThan(100);
    }
}
