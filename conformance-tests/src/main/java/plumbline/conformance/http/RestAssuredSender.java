package plumbline.conformance.http;

import static io.restassured.config.DecoderConfig.decoderConfig;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static io.restassured.config.HttpClientConfig.httpClientConfig;
import static io.restassured.config.RedirectConfig.redirectConfig;

import io.restassured.RestAssured;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import plumbline.conformance.target.Answer;
import plumbline.conformance.target.Sender;
import plumbline.conformance.target.Target;
import plumbline.contract.http.Header;
import plumbline.contract.http.Headers;
import plumbline.contract.http.Request;

/**
 * Sends requests with REST-assured, with all its help switched off: no redirects, no encoding of URLs, no defaults, no
 * decoding. Each request has a connection of its own, so that one broken answer cannot spoil the next. Thread-safe.
 */
public final class RestAssuredSender implements Sender {
    private static final RestAssuredConfig PLAIN = RestAssuredConfig.newConfig()
            .redirect(redirectConfig().followRedirects(false))
            .decoderConfig(decoderConfig().noContentDecoders())
            .encoderConfig(encoderConfig()
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                    // Forms are written before they come here.
                    .encodeContentTypeAs("application/x-www-form-urlencoded", ContentType.BINARY));

    private final String origin;
    private final Route route;
    private final Duration timeout;
    private final Deadlines deadlines = new Deadlines();

    public RestAssuredSender(Target target) {
        this.origin = origin(target.baseUrl());
        this.route = Route.to(target);
        this.timeout = target.timeout();
    }

    /** Loads REST-assured in the background, since that takes longer than all else that happens before the first case. */
    public static void warmUp() {
        Thread thread = new Thread(
                () -> new RestAssuredSender(Target.of(URI.create("http://127.0.0.1:1"))).send(Request.of("GET", "/")),
                "plumbline-warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public Answer send(Request request) {
        long start = System.nanoTime();
        ExactHttpClient client = new ExactHttpClient(request, route, timeout, deadlines);
        try (client) {
            Response response = specification(client, request).request(request.method(), "/");
            Headers headers = headers(response);
            byte[] sent = "HEAD".equals(request.method()) ? new byte[0] : response.asByteArray();
            if (client.isOverdue()) {
                // A body that ends with its connection looks whole when we close it.
                return Faults.overdue(since(start));
            }
            ContentCoding.Decoded body = ContentCoding.decode(headers, sent);
            return new Answer.Received(
                    new plumbline.contract.http.Response(response.statusCode(), headers, body.body()),
                    sent.length,
                    body.fault(),
                    since(start));
        } catch (Exception e) {
            // REST-assured throws checked exceptions that it does not declare.
            return Faults.answer(e, client.isOverdue(), since(start));
        }
    }

    private RequestSpecification specification(ExactHttpClient client, Request request) {
        RequestSpecification specification = RestAssured.given()
                .config(PLAIN.httpClient(httpClientConfig().httpClientFactory(() -> client)))
                .noFilters()
                .baseUri(origin)
                .basePath("")
                .urlEncodingEnabled(false);
        specification.auth().none();
        for (Header header : request.headers()) {
            specification.header(header.name(), header.value());
        }
        return request.body().isEmpty()
                ? specification
                : specification.body(request.body().bytes());
    }

    private static Headers headers(Response response) {
        List<Header> fields = response.headers().asList().stream()
                .map(header -> new Header(header.getName(), header.getValue() == null ? "" : header.getValue()))
                .toList();
        return new Headers(fields);
    }

    /** With the port written out, since REST-assured takes 8080 for granted on localhost. */
    private static String origin(URI url) {
        int standard = "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
        return url.getScheme() + "://" + url.getHost() + ":" + (url.getPort() < 0 ? standard : url.getPort());
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
