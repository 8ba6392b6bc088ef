package plumbline.mock.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import plumbline.contract.http.Body;
import plumbline.contract.http.Headers;
import plumbline.contract.http.Response;
import plumbline.mock.control.Call;
import plumbline.mock.control.Desk;

/** Hands out the page and what it is made of. */
public final class PageDesk implements Desk {
    private static final Map<String, String> TYPES = Map.of(
            "index.html", "text/html; charset=utf-8",
            "page.css", "text/css; charset=utf-8",
            "page.js", "text/javascript; charset=utf-8",
            "client.js", "text/javascript; charset=utf-8",
            "elements.js", "text/javascript; charset=utf-8",
            "operations.js", "text/javascript; charset=utf-8",
            "requests.js", "text/javascript; charset=utf-8",
            "items.js", "text/javascript; charset=utf-8",
            "problems.js", "text/javascript; charset=utf-8");

    /** Nothing but what comes from here is run, shown or asked, and no other page shows this one. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @Override
    public Response answer(Call call) {
        String name = call.names().isEmpty() ? "index.html" : call.names().get(0);
        String type = TYPES.get(name);
        boolean isReading = call.is("GET", 0) || call.is("GET", 1);
        return type == null || !isReading ? call.unknown("/__plumbline") : file(name, type);
    }

    private static Response file(String name, String type) {
        try (InputStream file = PageDesk.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("The page lacks " + name);
            }
            Headers headers = Headers.of("Content-Type", type)
                    .and("Content-Security-Policy", POLICY)
                    .and("X-Content-Type-Options", "nosniff")
                    .and("Referrer-Policy", "no-referrer")
                    .and("Cache-Control", "no-cache");
            return new Response(200, headers, Body.of(file.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
