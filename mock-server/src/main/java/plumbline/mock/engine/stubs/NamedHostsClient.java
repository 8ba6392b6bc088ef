package plumbline.mock.engine.stubs;

import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.http.client.HttpClient;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import plumbline.mock.answer.problem.ProblemBody;
import plumbline.mock.engine.access.Access;
import plumbline.mock.engine.access.HostNames;

/** Sends requests to hosts that the user has named, and answers for all others itself. */
final class NamedHostsClient implements HttpClient {
    private final Access access;
    private final HttpClient client;

    NamedHostsClient(Access access, HttpClient client) {
        this.access = access;
        this.client = client;
    }

    @Override
    public Response execute(Request request) throws IOException {
        String host = host(request.getAbsoluteUrl());
        if (access.callable().contains(host)) {
            return client.execute(request);
        }
        plumbline.contract.http.Response problem = ProblemBody.of(
                        "call-not-allowed",
                        "The mock does not call this host",
                        "A stub wants to send this request on, but the mock may not call '" + host
                                + "': name the host when the mock is started.")
                .response(502);
        return Response.response()
                .status(problem.status())
                .headers(new HttpHeaders(problem.headers().fields().stream()
                        .map(line -> new HttpHeader(line.name(), line.value()))
                        .toList()))
                .body(problem.body().bytes())
                .build();
    }

    private static String host(String url) {
        try {
            String host = URI.create(url).getHost();
            return host == null ? "" : HostNames.bare(host).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }
}
