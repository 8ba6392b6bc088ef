package plumbline.mock.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import plumbline.contract.http.Body;
import plumbline.contract.http.Header;
import plumbline.contract.http.Headers;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;

/**
 * Sends requests as they are to a server on this machine.
 *
 * @param port where it listens
 */
record Asker(int port) {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Response ask(Request request) {
        HttpRequest.Builder asked = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + request.target()))
                .timeout(Duration.ofSeconds(30))
                .method(
                        request.method(),
                        request.body().isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(
                                        request.body().bytes()));
        for (Header header : request.headers()) {
            asked.header(header.name(), header.value());
        }
        try {
            return response(HTTP.send(asked.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.target(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static Response response(HttpResponse<byte[]> received) {
        Headers headers = Headers.none();
        for (var header : received.headers().map().entrySet()) {
            for (String value : header.getValue()) {
                headers = headers.and(header.getKey(), value);
            }
        }
        return new Response(received.statusCode(), headers, Body.of(received.body()));
    }
}
