package plumbline.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** A client of the shop that knows what it is to be answered. It takes one step after the other, and then starts again. */
final class Customer {
    private static final String JSON = "application/json";
    private static final int RARELY = 50;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI shop;
    private String item = "";
    private int taken;

    private final List<Troubles.Work> steps = List.of(
            this::create,
            () -> asks("GET", item, "", 200),
            () -> asks("GET", "products?limit=20", "", 200),
            () -> asks("HEAD", "products", "", 200),
            () -> asks("PUT", item, product("Cap"), 200),
            () -> asksAs("PATCH", item, "application/merge-patch+json", "{\"price\": 3}", 200),
            () -> asks("POST", item + "/reviews", "{\"stars\": 4}", 201),
            () -> asks("GET", item + "/reviews", "", 200),
            () -> asks("POST", "products", "{\"price\": \"much\"}", 422),
            () -> asks("POST", "products", "{\"name\": ", 400),
            () -> asksAs("POST", "products", "text/plain", "hi", 415),
            () -> asks("GET", "products/no-number", "", 422),
            () -> asks("GET", "nowhere", "", 404),
            () -> asks("PUT", item, product("x".repeat(100_000)), 200),
            this::sendPacked,
            this::breakOff,
            this::sendTooMuch,
            () -> asks("DELETE", item, "", 204),
            () -> asks("GET", item, "", 404));

    Customer(URI shop) {
        this.shop = shop;
    }

    void step() throws Exception {
        steps.get(taken++ % steps.size()).run();
    }

    private static String product(String name) {
        return "{\"name\": \"" + name + "\", \"price\": 2}";
    }

    private void create() throws Exception {
        HttpResponse<String> created = asks("POST", "products", product("Hat"), 201);
        String location = created.headers().firstValue("Location").orElseThrow();
        item = "products/" + location.substring(location.lastIndexOf('/') + 1);
    }

    private HttpResponse<String> asks(String method, String path, String body, int status) throws Exception {
        return asksAs(method, path, JSON, body, status);
    }

    private HttpResponse<String> asksAs(String method, String path, String type, String body, int status)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(shop.resolve(path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", type);
        }
        return send(request.build(), status);
    }

    private HttpResponse<String> send(HttpRequest request, int status) throws Exception {
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        assertThat(response.statusCode())
                .as("%s %s: %s", request.method(), request.uri(), response.body())
                .isEqualTo(status);
        return response;
    }

    private void sendPacked() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream stream = new GZIPOutputStream(packed)) {
            stream.write(product("Tie").getBytes(StandardCharsets.UTF_8));
        }
        HttpRequest request = HttpRequest.newBuilder(shop.resolve(item))
                .header("Content-Type", JSON)
                .header("Content-Encoding", "gzip")
                .PUT(BodyPublishers.ofByteArray(packed.toByteArray()))
                .build();
        send(request, 200);
    }

    /** Leaves in the midst of a body. */
    private void breakOff() throws IOException {
        try (Socket socket = new Socket(shop.getHost(), shop.getPort())) {
            socket.getOutputStream()
                    .write("POST /api/products HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n{"
                            .getBytes(StandardCharsets.UTF_8));
        }
    }

    private void sendTooMuch() throws Exception {
        if (taken / steps.size() % RARELY == 0) {
            HttpRequest request = HttpRequest.newBuilder(shop.resolve("products"))
                    .header("Content-Type", JSON)
                    .POST(BodyPublishers.ofByteArrays(List.of(new byte[11 << 20])))
                    .build();
            send(request, 413);
        }
    }
}
