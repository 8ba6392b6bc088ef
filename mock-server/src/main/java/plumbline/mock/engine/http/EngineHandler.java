package plumbline.mock.engine.http;

import com.github.tomakehurst.wiremock.common.LocalNotifier;
import com.github.tomakehurst.wiremock.common.Notifier;
import com.github.tomakehurst.wiremock.http.RequestHandler;
import java.io.IOException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Hands requests to WireMock: to its administration below {@code /__admin}, to its stubs elsewhere. */
final class EngineHandler extends Handler.Abstract {
    static final String ADMIN = "/__admin";

    private final RequestHandler stubs;
    private final RequestHandler admin;
    private final Notifier notifier;

    EngineHandler(RequestHandler stubs, RequestHandler admin, Notifier notifier) {
        this.stubs = stubs;
        this.admin = admin;
        this.notifier = notifier;
    }

    @Override
    public boolean handle(Request request, Response response, Callback done) throws IOException {
        LocalNotifier.set(notifier);
        ResponseWriter writer = new ResponseWriter(getServer(), response, done);
        if (!isAdmin(request)) {
            stubs.handle(RequestReader.read(request), writer, null);
        } else if (!answerPreflight(request, response, done)
                && !AdminPages.send(request.getHttpURI().getPath(), response, done)) {
            admin.handle(RequestReader.read(request), writer, null);
        }
        return true;
    }

    private static boolean isAdmin(Request request) {
        String path = request.getHttpURI().getPath();
        return path != null
                && path.startsWith(ADMIN)
                && (path.length() == ADMIN.length() || path.charAt(ADMIN.length()) == '/');
    }

    /** Lets pages of any origin use the administration, as WireMock's own server does. */
    private static boolean answerPreflight(Request request, Response response, Callback done) {
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        if (origin == null) {
            return false;
        }
        HttpFields.Mutable fields = response.getHeaders();
        fields.add("Access-Control-Allow-Origin", origin);
        fields.add("Access-Control-Allow-Credentials", "true");
        fields.add("Vary", "Origin");
        String asked = request.getHeaders().get("Access-Control-Request-Headers");
        if (!request.getMethod().equals("OPTIONS") || !request.getHeaders().contains("Access-Control-Request-Method")) {
            return false;
        }
        fields.add("Access-Control-Allow-Methods", "OPTIONS,GET,POST,PUT,PATCH,DELETE");
        if (asked != null) {
            fields.add("Access-Control-Allow-Headers", asked);
        }
        done.succeeded();
        return true;
    }
}
