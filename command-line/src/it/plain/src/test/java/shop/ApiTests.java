package shop;

import org.junit.jupiter.api.extension.RegisterExtension;
import plumbline.conformance.junit.ConformanceTests;
import plumbline.conformance.suite.ConformanceOptions;
import plumbline.mock.MockServerExtension;
import plumbline.mock.MockServerOptions;

class ApiTests implements ConformanceTests {
    private static final String CONTRACT = "src/main/resources/api.yaml";

    @RegisterExtension
    static final MockServerExtension MOCK = MockServerExtension.with(
            MockServerOptions.defaults().withPort(0).withContract(CONTRACT));

    @Override
    public ConformanceOptions conformanceOptions() {
        return ConformanceOptions.of(MOCK.baseUrl()).withContract(CONTRACT);
    }
}
