package plumbline.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.conformance.result.Report;
import plumbline.conformance.suite.ConformanceOptions;
import plumbline.conformance.target.Target;
import plumbline.mock.MockServer;
import plumbline.mock.MockServerOptions;

/** Our own mock does what the contract says of creating, reading, listing, changing and removing. */
class LivingMockTests {
    private static final int RUNS = 3;

    @ParameterizedTest
    @ValueSource(strings = {"library.yaml", "nested-shop.yaml", "shop.yaml"})
    void conformsTimeAndAgain(String document) {
        String contract = Suites.resource(document).toString();
        try (MockServer mock = MockServer.start(
                MockServerOptions.defaults().withContract(contract).withPort(0))) {
            for (int run = 0; run < RUNS; run++) {
                Report report = Suites.run(
                        ConformanceOptions.of(Target.of(mock.baseUrl()).withWrites())
                                .withContract(contract)
                                .withRequiredSuccess());

                assertThat(ShopConformanceTests.findings(report))
                        .as("run %s", run)
                        .isEmpty();
                assertThat(report.conclusion()).isEqualTo(Report.Conclusion.CONFORMS);
            }
        }
    }
}
