package plumbline.conformance.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.conformance.http.RestAssuredSender;
import plumbline.conformance.server.Reply;
import plumbline.conformance.server.TestServer;
import plumbline.contract.http.Request;
import plumbline.text.UnusableInputException;

class ProxiesTests {
    @ParameterizedTest
    @CsvSource({
        "https://api.example.com/v1, http://proxy.test:3128",
        "http://api.example.com/v1, http://plain.test:3128",
        "https://api.internal.test/v1, ",
        "https://internal.test/v1, ",
        "https://notinternal.test/v1, http://proxy.test:3128",
        "https://one.test:8443/v1, ",
        "https://one.test/v1, http://proxy.test:3128",
        "https://127.0.0.1:8080/v1, "
    })
    void areAsTheEnvironmentSays(String url, String expected) {
        Proxies proxies = Proxies.of(Map.of(
                "HTTPS_PROXY", "proxy.test:3128",
                "http_proxy", "http://plain.test:3128",
                "NO_PROXY", "localhost, .internal.test,one.test:8443"));

        assertThat(proxies.of(Target.of(URI.create(url))))
                .isEqualTo(Optional.ofNullable(expected).map(URI::create));
    }

    @Test
    void thatAreNoUrlsAreRefused() {
        assertThatThrownBy(() -> Proxies.of(Map.of("https_proxy", "socks5://secret@proxy.test")))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("HTTPS_PROXY")
                .hasMessageNotContaining("secret");
    }

    @Test
    void areAskedInPlaceOfTheTarget() {
        List<Request> seen = new CopyOnWriteArrayList<>();
        try (TestServer proxy = TestServer.start(request -> {
            seen.add(request);
            return Reply.of(204);
        })) {
            Proxies proxies = Proxies.of(Map.of("ALL_PROXY", withUser(proxy)));
            Target target = Target.of(URI.create("http://api.example.test/v1"))
                    .withConnection(Connection.standard().withProxies(proxies));
            Answer answer = new RestAssuredSender(target).send(Request.of("GET", "/v1/a"));

            assertThat(answer).isInstanceOf(Answer.Received.class);
        }
        assertThat(seen).hasSize(1);
        assertThat(seen.get(0).target()).isEqualTo("http://api.example.test/v1/a");
        assertThat(seen.get(0).headers().first("Proxy-Authorization")).contains("Basic dXNlcjpwYXNz");
    }

    @Test
    void thatLetNobodyThroughAreTold() {
        try (TestServer proxy = TestServer.start(request -> Reply.of("CONNECT".equals(request.method()) ? 407 : 200))) {
            Target target = Target.of(URI.create("https://api.example.test/v1"))
                    .withConnection(
                            Connection.standard().withProxies(Proxies.of(Map.of("ALL_PROXY", withUser(proxy)))));

            assertThat(new RestAssuredSender(target).send(Request.of("GET", "/v1/a")))
                    .isInstanceOfSatisfying(Answer.Broken.class, broken -> {
                        assertThat(broken.fault()).isEqualTo(Answer.Fault.UNREACHABLE);
                        assertThat(broken.message())
                                .isEqualTo("the proxy does not let us through: it answered with 407");
                    });
        }
    }

    private static String withUser(TestServer proxy) {
        return "http://user:pass@" + proxy.baseUrl().getRawAuthority();
    }
}
