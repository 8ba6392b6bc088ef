package plumbline.mock.engine.stubs;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.client.ApacheHttpClientFactory;
import com.github.tomakehurst.wiremock.http.client.HttpClient;
import com.github.tomakehurst.wiremock.http.client.HttpClientFactory;
import com.github.tomakehurst.wiremock.http.client.LazyHttpClient;
import java.util.List;
import plumbline.mock.engine.access.Access;

/** Makes the clients of stubs that proxy when one is first needed: they cost a third of WireMock's start. */
final class LazyProxyClients implements HttpClientFactory {
    private final Access access;

    LazyProxyClients(Access access) {
        this.access = access;
    }

    @Override
    public HttpClient buildHttpClient(
            Options options, boolean trustAll, List<String> trustedHosts, boolean useSystemProperties) {
        return new NamedHostsClient(
                access,
                new LazyHttpClient(() -> new ApacheHttpClientFactory()
                        .buildHttpClient(options, trustAll, trustedHosts, useSystemProperties)));
    }
}
