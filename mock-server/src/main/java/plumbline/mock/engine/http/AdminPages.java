package plumbline.mock.engine.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The pages that WireMock ships for browsers: its API's documentation and the recorder. */
final class AdminPages {
    private static final String PREFIX = EngineHandler.ADMIN;

    private AdminPages() {}

    /** {@return whether this path is that of a page, which is then sent} */
    static boolean send(String path, Response response, Callback done) throws IOException {
        if (!path.startsWith(PREFIX + "/swagger-ui/") && !path.startsWith(PREFIX + "/recorder/")
                || path.contains("..")) {
            return false;
        }
        String name = "assets" + path.substring(PREFIX.length()) + (path.endsWith("/") ? "index.html" : "");
        try (InputStream page = AdminPages.class.getClassLoader().getResourceAsStream(name)) {
            if (page == null) {
                return false;
            }
            String type = MimeTypes.DEFAULTS.getMimeByExtension(name);
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, type == null ? "application/octet-stream" : type);
            response.write(true, ByteBuffer.wrap(page.readAllBytes()), done);
            return true;
        }
    }
}
