package plumbline.mock.upstream;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import plumbline.contract.http.Body;
import plumbline.contract.http.BodyShape;
import plumbline.contract.http.Header;
import plumbline.contract.http.Headers;
import plumbline.contract.http.MediaType;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;

/** Sends requests to a server. Thread-safe. */
final class UpstreamClient {
    /** What is judged is held as a whole, for each client. */
    static final int LONGEST_JUDGED = 16 << 20;

    /** Beside sequences of JSON texts. */
    private static final Set<String> AS_THEY_COME =
            Set.of("text/event-stream", "application/stream+json", "multipart/x-mixed-replace");

    private static final int BAD_GATEWAY = 502;
    private static final int GATEWAY_TIMEOUT = 504;

    /** What is between two neighbours only (RFC 9110, section 7.6.1), and what this client says itself. */
    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings",
            "host",
            "content-length",
            "content-encoding",
            "accept-encoding",
            "expect");

    private final UpstreamOptions options;
    private final HttpClient http;

    UpstreamClient(UpstreamOptions options) {
        this.options = options;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(options.timeout())
                .build();
    }

    /** {@return the answer to a request, whose path is one of the server} */
    UpstreamAnswer send(Request request) throws UpstreamException {
        CompletableFuture<HttpResponse<ArrivingBody>> coming;
        try {
            coming = http.sendAsync(outgoing(request), head -> new ArrivingBody(LONGEST_JUDGED, !isEndless(head)));
        } catch (IllegalArgumentException e) {
            throw new UpstreamException(BAD_GATEWAY, "the request cannot be passed on: " + e.getMessage());
        }
        try {
            return answer(request, coming.get(options.timeout().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            coming.cancel(true);
            throw late();
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (IOException e) {
            throw failure(e);
        } catch (InterruptedException e) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            throw new UpstreamException(BAD_GATEWAY, "the mock is being stopped");
        }
    }

    private UpstreamException failure(@Nullable Throwable why) {
        if (why instanceof HttpTimeoutException) {
            return late();
        }
        return new UpstreamException(
                BAD_GATEWAY,
                options.origin()
                        + (why instanceof ConnectException
                                ? " cannot be reached"
                                : " broke off: " + (why == null ? "" : why.getMessage())));
    }

    private UpstreamException late() {
        return new UpstreamException(
                GATEWAY_TIMEOUT,
                options.origin() + " has not answered within "
                        + options.timeout().toMillis() + " ms");
    }

    /** Whether a body is one of those that are most often sent while something happens. */
    private static boolean isEndless(HttpResponse.ResponseInfo head) {
        return !Response.isBodiless(head.statusCode())
                && head.headers()
                        .firstValue("Content-Type")
                        .flatMap(MediaType::parse)
                        .filter(type -> AS_THEY_COME.contains(type.essence()) || type.shape() == BodyShape.SEQUENCE)
                        .isPresent();
    }

    private HttpRequest outgoing(Request request) {
        HttpRequest.Builder outgoing = HttpRequest.newBuilder(URI.create(options.origin() + request.target()))
                .timeout(options.timeout())
                .method(
                        request.method(),
                        request.body().isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(
                                        request.body().bytes()));
        Set<String> dropped = ofTheConnection(request.headers());
        for (Header header : request.headers()) {
            if (!dropped.contains(header.name().toLowerCase(Locale.ROOT))) {
                outgoing.header(header.name(), header.value());
            }
        }
        request.headers().first("Host").ifPresent(host -> outgoing.setHeader("X-Forwarded-Host", host));
        return outgoing.build();
    }

    private static Set<String> ofTheConnection(Headers headers) {
        Set<String> names = new HashSet<>(OF_THE_CONNECTION);
        for (String value : headers.all("Connection")) {
            names.addAll(List.of(value.toLowerCase(Locale.ROOT).split("\\s*,\\s*")));
        }
        return names;
    }

    private static UpstreamAnswer answer(Request request, HttpResponse<ArrivingBody> answer) throws IOException {
        Headers received = Headers.none();
        for (var field : answer.headers().map().entrySet()) {
            for (String value : field.getValue()) {
                received = received.and(field.getKey(), value);
            }
        }
        ArrivingBody body = answer.body();
        boolean isHead = "HEAD".equals(request.method());
        Body begun = body.begun();
        @Nullable Body unpacked = body.isWhole() && isPacked(received) ? unpacked(begun) : null;
        Set<String> dropped = ofTheConnection(received);
        if (unpacked == null) {
            dropped.remove("content-encoding");
        }
        if (isHead || !body.isWhole()) {
            dropped.remove("content-length");
        }
        Headers kept = new Headers(received.fields().stream()
                .filter(header -> !dropped.contains(header.name().toLowerCase(Locale.ROOT)))
                .toList());
        Response response = new Response(answer.statusCode(), kept, unpacked == null ? begun : unpacked);
        return new UpstreamAnswer(response, body.isWhole() || isHead ? null : body);
    }

    private static boolean isPacked(Headers received) {
        return "gzip".equalsIgnoreCase(received.first("Content-Encoding").orElse("identity"));
    }

    /** {@return what is packed; null if that is too long to be judged} */
    private static @Nullable Body unpacked(Body packed) throws IOException {
        if (packed.isEmpty()) {
            return packed;
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.bytes()))) {
            byte[] bytes = in.readNBytes(LONGEST_JUDGED + 1);
            return bytes.length > LONGEST_JUDGED ? null : Body.of(bytes);
        }
    }
}
