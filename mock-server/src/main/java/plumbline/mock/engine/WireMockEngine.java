package plumbline.mock.engine;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.ArrayList;
import java.util.List;
import plumbline.contract.http.Body;
import plumbline.contract.http.Header;
import plumbline.contract.http.Headers;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;

/** WireMock. */
public final class WireMockEngine implements AutoCloseable {
    private final WireMockServer server;

    private WireMockEngine(WireMockServer server) {
        this.server = server;
    }

    public static WireMockEngine start(EngineSettings settings, Responder responder) throws EngineException {
        WireMockServer server = new WireMockServer(WireMockConfiguration.options()
                .bindAddress(settings.host())
                .port(settings.port())
                .gzipDisabled(true)
                .disableRequestJournal()
                .stubRequestLoggingDisabled(true)
                .useChunkedTransferEncoding(com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy.NEVER)
                .extensions(new Transformer(responder)));
        try {
            server.start();
        } catch (FatalStartupException e) {
            throw new PortInUseException(settings.host(), settings.port(), e);
        }
        server.stubFor(any(anyUrl())
                .atPriority(1000)
                .willReturn(new ResponseDefinitionBuilder().withTransformers("plumbline")));
        return new WireMockEngine(server);
    }

    private record Transformer(Responder responder) implements ResponseDefinitionTransformerV2 {
        @Override
        public ResponseDefinition transform(ServeEvent event) {
            var raw = event.getRequest();
            List<Header> fields = new ArrayList<>();
            raw.getHeaders().all().forEach(h -> h.values().forEach(v -> fields.add(new Header(h.key(), v))));
            Request target = Request.of(raw.getMethod().value(), raw.getUrl());
            Answer answer = responder.answer(target.withHeaders(new Headers(fields))
                    .withBody(Body.of(raw.getBody() == null ? new byte[0] : raw.getBody())));
            Response response = answer.response();
            List<HttpHeader> headers = new ArrayList<>();
            response.headers().forEach(h -> headers.add(new HttpHeader(h.name(), h.value())));
            return new ResponseDefinitionBuilder()
                    .withStatus(response.status())
                    .withHeaders(new HttpHeaders(headers))
                    .withBody(response.body().bytes())
                    .withFixedDelay((int) answer.delay().toMillis())
                    .build();
        }

        @Override
        public String getName() {
            return "plumbline";
        }

        @Override
        public boolean applyGlobally() {
            return false;
        }
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }
}
