package shop;

import java.net.URI;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import plumbline.conformance.junit.ConformanceTests;
import plumbline.conformance.suite.ConformanceOptions;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ApiTests implements ConformanceTests {
    @LocalServerPort
    int port;

    @Override
    public ConformanceOptions conformanceOptions() {
        return ConformanceOptions.of(URI.create("http://127.0.0.1:" + port)).withContract("src/main/resources/api.yaml");
    }
}
