package plumbline.conformance.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.contract.http.Request;

/** A server that keeps each JSON object that is posted to it, with an {@code id} of its own, until it is deleted. */
public final class KeepingServer implements Handler {
    private final Map<String, String> items = new LinkedHashMap<>();
    private int made;

    /** {@return what it has, as JSON} */
    public synchronized List<String> items() {
        return List.copyOf(items.values());
    }

    @Override
    public synchronized Reply answer(Request request) {
        String id = request.path().replaceAll(".*/", "");
        return switch (request.method()) {
            case "POST" -> Reply.json(201, keep(request.body().text()));
            case "DELETE" -> Reply.of(items.remove(id) == null ? 404 : 204);
            default ->
                Optional.ofNullable(items.get(id))
                        .map(item -> Reply.json(200, item))
                        .orElseGet(() -> Reply.of(404));
        };
    }

    private String keep(String object) {
        String id = "i" + ++made;
        String item = "{\"id\":\"" + id + "\"," + object.substring(1);
        items.put(id, item);
        return item;
    }
}
