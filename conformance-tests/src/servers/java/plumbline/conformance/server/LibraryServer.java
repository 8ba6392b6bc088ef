package plumbline.conformance.server;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;
import plumbline.contract.http.Request;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonException;
import plumbline.json.jackson.databind.JsonNode;

/** A server that keeps the library contract and its books. */
public final class LibraryServer implements Handler {
    private static final String WAVES = "9780156949606";
    private static final Pattern SORT = Pattern.compile("((?!sort=).)*sort=(title|year)(&((?!sort=).)*)?");
    private static final Pattern LIMIT = Pattern.compile("((?!limit=).)*limit=([1-9]|[1-4][0-9]|50)(&((?!limit=).)*)?");

    private final Map<String, String> books = new ConcurrentSkipListMap<>(Map.of(WAVES, book(WAVES, "The Waves")));

    @Override
    public Reply answer(Request request) {
        String path = request.path().replaceFirst("^/api", "");
        if ("/health".equals(path)) {
            return allowed(request, "GET", "HEAD")
                    ? Reply.of(200).with("Content-Type", "text/plain").withBody("up")
                    : refused("GET, HEAD");
        }
        if (request.headers().first("X-Api-Key").filter(key -> !key.isEmpty()).isEmpty()) {
            return Reply.of(401);
        }
        if ("/books".equals(path)) {
            return collection(request);
        }
        return path.startsWith("/books/") ? item(request, path.substring("/books/".length())) : Reply.of(404);
    }

    private Reply collection(Request request) {
        if ("POST".equals(request.method())) {
            if (!request.headers().first("Content-Type").orElse("").startsWith("application/json")) {
                return Reply.of(415);
            }
            if (!isBook(request)) {
                return Reply.of(400);
            }
            String isbn = Long.toString(9780000000000L + books.size());
            String book = book(isbn, "New");
            books.put(isbn, book);
            return Reply.json(201, book).with("Location", "/api/books/" + isbn);
        }
        if (!allowed(request, "GET", "HEAD")) {
            return refused("GET, HEAD, POST");
        }
        if (request.query().contains("sort=") && !SORT.matcher(request.query()).matches()) {
            return Reply.of(400);
        }
        if (request.query().contains("limit=")
                && !LIMIT.matcher(request.query()).matches()) {
            return Reply.of(400);
        }
        return negotiated(
                request,
                Reply.json(200, "[" + String.join(",", books.values()) + "]")
                        .with("X-Total-Count", Integer.toString(books.size())));
    }

    private Reply item(Request request, String isbn) {
        if (!allowed(request, "GET", "HEAD", "DELETE")) {
            return refused("GET, HEAD, DELETE");
        }
        String book = books.get(isbn);
        if (book == null) {
            return Reply.of(404);
        }
        if ("DELETE".equals(request.method())) {
            books.remove(isbn);
            return Reply.of(204);
        }
        return negotiated(request, Reply.json(200, book));
    }

    private static boolean isBook(Request request) {
        try {
            JsonNode book = Json.read(request.body().bytes());
            JsonNode year = book.path("year");
            return book.size() == 2
                    && book.path("title").isString()
                    && !book.path("title").stringValue().isEmpty()
                    && (year.isNull() || year.isIntegralNumber());
        } catch (JsonException e) {
            return false;
        }
    }

    private static Reply negotiated(Request request, Reply reply) {
        return request.headers().first("Accept").orElse("").contains("vnd.") ? Reply.of(406) : reply;
    }

    private static boolean allowed(Request request, String... methods) {
        return Set.of(methods).contains(request.method());
    }

    private static Reply refused(String allow) {
        return Reply.of(405).with("Allow", allow);
    }

    private static String book(String isbn, String title) {
        return "{\"isbn\":\"%s\",\"title\":\"%s\",\"year\":1931}".formatted(isbn, title);
    }
}
