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
import java.util.zip.GZIPInputStream;
import plumbline.contract.http.Body;
import plumbline.contract.http.Header;
import plumbline.contract.http.Headers;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;

/** Sends requests to a server. Thread-safe. */
final class UpstreamClient {
    /** What is judged as a whole is held as a whole. */
    private static final int LONGEST_BODY = 64 << 20;

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
    Response send(Request request) throws UpstreamException {
        try {
            HttpResponse<InputStream> answer = http.send(outgoing(request), HttpResponse.BodyHandlers.ofInputStream());
            return response(request, answer);
        } catch (HttpTimeoutException e) {
            throw new UpstreamException(
                    GATEWAY_TIMEOUT,
                    options.origin() + " has not answered within "
                            + options.timeout().toMillis() + " ms");
        } catch (ConnectException e) {
            throw new UpstreamException(BAD_GATEWAY, options.origin() + " cannot be reached");
        } catch (IOException e) {
            throw new UpstreamException(BAD_GATEWAY, options.origin() + " broke off: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new UpstreamException(BAD_GATEWAY, "the request cannot be passed on: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UpstreamException(BAD_GATEWAY, "the mock is being stopped");
        }
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

    private Response response(Request request, HttpResponse<InputStream> answer) throws IOException, UpstreamException {
        Headers received = Headers.none();
        for (var field : answer.headers().map().entrySet()) {
            for (String value : field.getValue()) {
                received = received.and(field.getKey(), value);
            }
        }
        String coding = received.first("Content-Encoding").orElse("identity").toLowerCase(Locale.ROOT);
        boolean isCoded = "gzip".equals(coding);
        boolean isHead = "HEAD".equals(request.method());
        Set<String> dropped = ofTheConnection(received);
        if (!isCoded) {
            dropped.remove("content-encoding");
        }
        if (isHead) {
            dropped.remove("content-length");
        }
        Headers kept = new Headers(received.fields().stream()
                .filter(header -> !dropped.contains(header.name().toLowerCase(Locale.ROOT)))
                .toList());
        try (InputStream in = answer.body()) {
            byte[] bytes = isHead ? new byte[0] : whole(in);
            return new Response(answer.statusCode(), kept, Body.of(isCoded ? unpacked(bytes) : bytes));
        }
    }

    private static byte[] unpacked(byte[] bytes) throws IOException, UpstreamException {
        if (bytes.length == 0) {
            return bytes;
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return whole(in);
        }
    }

    private static byte[] whole(InputStream in) throws IOException, UpstreamException {
        byte[] bytes = in.readNBytes(LONGEST_BODY + 1);
        if (bytes.length > LONGEST_BODY) {
            throw new UpstreamException(
                    BAD_GATEWAY, "the answer is longer than " + (LONGEST_BODY >> 20) + " MB, and cannot be judged");
        }
        return bytes;
    }
}
