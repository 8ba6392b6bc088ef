package plumbline.conformance.http;

import io.restassured.RestAssured;
import io.restassured.builder.ResponseBuilder;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import plumbline.conformance.target.Answer;
import plumbline.conformance.target.Sender;
import plumbline.conformance.target.Target;
import plumbline.contract.http.Header;
import plumbline.contract.http.Headers;
import plumbline.contract.http.Request;

/**
 * Sends requests with REST-assured, with all its help switched off: no redirects, no encoding of URLs, no defaults, no
 * decoding. Thread-safe.
 *
 * <p>Each exchange is a filter of REST-assured's, which answers with what the client of the specification has received. So what
 * REST-assured would do behind its filters, to requests that are to stay as they are, is left out; it takes three quarters of
 * its time.
 *
 * <p>Connections are kept for safe requests alone. Others have one of their own each, so that they are never sent twice, and
 * what is wrong with their answers cannot spoil the next.
 */
public final class RestAssuredSender implements Sender {
    private static final Duration IDLE = Duration.ofSeconds(1);

    /** How it shows that a connection was of no use any more. */
    private static final Set<Answer.Fault> STALE = Set.of(Answer.Fault.CUT, Answer.Fault.TIMEOUT);

    /** With one of these, a request wants more of its connection than an answer. */
    private static final Set<String> OF_CONNECTIONS =
            Set.of("connection", "upgrade", "expect", "te", "content-length", "transfer-encoding");

    /** What answers begin as: each that begins as nothing gets a whole configuration of its own. */
    private static final Response BLANK =
            new ResponseBuilder().setBody(new byte[0]).setStatusCode(200).build();

    private final Route route;
    private final Lines kept;
    private final Lines single;
    private final Map<ExactHttpClient, RequestSpecification> specifications = new ConcurrentHashMap<>();
    private volatile boolean isKeeping = true;

    public RestAssuredSender(Target target) {
        this(target, IDLE);
    }

    /**
     * Sends to a target.
     *
     * @param idle for how long a connection is kept that nobody asks for
     */
    RestAssuredSender(Target target, Duration idle) {
        Deadlines deadlines = new Deadlines();
        this.route = Route.to(target);
        this.kept = new Lines(route, target.timeout(), deadlines, idle);
        this.single = new Lines(route, target.timeout(), deadlines, Duration.ZERO);
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
        if (!isKeeping || !mayShareConnection(request)) {
            return send(request, single);
        }
        ExactHttpClient client = kept.take();
        boolean wasConnected = client.isConnected();
        boolean isSound = false;
        Answer answer;
        try {
            answer = send(request, client);
            isSound = isSound(request, answer);
        } finally {
            giveBack(client, kept, isSound);
        }
        if (wasConnected && answer instanceof Answer.Broken broken && STALE.contains(broken.fault())) {
            // That may be the fault of what came before, or the server had enough of its client without saying so.
            isKeeping = false;
            Answer again = send(request, single);
            // Who is gone now was there for the request, and has perhaps ended of it.
            return isUnreachable(again) ? answer : again;
        }
        return answer;
    }

    private static boolean isUnreachable(Answer answer) {
        return answer instanceof Answer.Broken broken && broken.fault() == Answer.Fault.UNREACHABLE;
    }

    /** One that was cut off is not used again: whoever cuts may not be done yet. */
    private void giveBack(ExactHttpClient client, Lines lines, boolean isSound) {
        if (client.isOverdue()) {
            specifications.remove(client);
            client.disconnect();
        } else {
            lines.giveBack(client, isSound);
        }
    }

    private static boolean mayShareConnection(Request request) {
        return request.isSafe()
                && request.body().isEmpty()
                && request.headers().fields().stream()
                        .noneMatch(
                                header -> OF_CONNECTIONS.contains(header.name().toLowerCase(Locale.ROOT)));
    }

    /**
     * Servers that do not understand a request, or fail, may leave part of it unread, and where no body should come, one that
     * does comes late.
     */
    private static boolean isSound(Request request, Answer answer) {
        return answer instanceof Answer.Received received
                && !"HEAD".equals(request.method())
                && !plumbline.contract.http.Response.isBodiless(
                        received.response().status())
                && received.response().status() != 400
                && received.response().status() / 100 <= 4;
    }

    private Answer send(Request request, Lines lines) {
        ExactHttpClient client = lines.take();
        try {
            return send(request, client);
        } finally {
            giveBack(client, lines, false);
        }
    }

    private Answer send(Request request, ExactHttpClient client) {
        long start = System.nanoTime();
        try {
            Response response = specifications
                    .computeIfAbsent(client, this::specification)
                    .noFilters()
                    .filter((asked, expected, context) -> exchanged(client, request))
                    .request(request.method());
            if (client.isOverdue()) {
                // A body that ends with its connection looks whole when we close it.
                return Faults.overdue(since(start));
            }
            Headers headers = headers(response);
            byte[] sent = response.asByteArray();
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

    private RequestSpecification specification(ExactHttpClient client) {
        RequestSpecification specification = RestAssured.given()
                .config(RestAssuredConfig.newConfig()
                        .httpClient(HttpClientConfig.httpClientConfig().httpClientFactory(() -> client)))
                .baseUri(route.origin())
                .basePath("")
                .urlEncodingEnabled(false);
        specification.auth().none();
        return specification;
    }

    private static Response exchanged(ExactHttpClient client, Request request) {
        try {
            ExactHttpClient.Exchanged exchanged = client.exchange(request);
            List<io.restassured.http.Header> headers = Stream.of(
                            exchanged.response().getAllHeaders())
                    .map(header -> new io.restassured.http.Header(header.getName(), header.getValue()))
                    .toList();
            return new ResponseBuilder()
                    .clone(BLANK)
                    .setStatusCode(exchanged.response().getStatusLine().getStatusCode())
                    .setHeaders(new io.restassured.http.Headers(headers))
                    .setBody(exchanged.body().bytes())
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Headers headers(Response response) {
        List<Header> fields = response.headers().asList().stream()
                .map(header -> new Header(header.getName(), header.getValue() == null ? "" : header.getValue()))
                .toList();
        return new Headers(fields);
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
