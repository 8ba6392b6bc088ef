package plumbline.mock.engine.http;

import com.github.tomakehurst.wiremock.common.LocalNotifier;
import com.github.tomakehurst.wiremock.common.Notifier;
import com.github.tomakehurst.wiremock.http.RequestHandler;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import plumbline.mock.engine.stubs.WireMockStubs;

/** Hands requests to WireMock: to its administration below {@code /__admin}, to its stubs elsewhere. */
final class EngineHandler extends Handler.Abstract {
    static final String ADMIN = "/__admin";

    /** Where the mock's own state is administered, by the responder. */
    private static final String STATE = "/__plumbline";

    private final RequestHandler stubs;
    private final RequestHandler admin;
    private final Notifier notifier;
    private final AdminGate gate;

    EngineHandler(WireMockStubs wiremock, AdminGate gate) {
        this.stubs = wiremock.requestHandler();
        this.admin = wiremock.adminHandler();
        this.notifier = wiremock.notifier();
        this.gate = gate;
    }

    @Override
    public boolean handle(Request request, Response response, Callback done) throws IOException {
        LocalNotifier.set(notifier);
        String path = String.valueOf(request.getHttpURI().getPath());
        boolean isAdmin = isBelow(ADMIN, path);
        Optional<plumbline.contract.http.Response> refusal =
                isAdmin || isBelow(STATE, path) ? gate.refusal(request) : Optional.empty();
        if (refusal.isPresent()) {
            OwnAnswer.send(refusal.get(), response, done);
        } else if (!isAdmin) {
            stubs.handle(RequestReader.read(request), new ResponseWriter(getServer(), response, done), null);
        } else if (!AdminPages.send(path, response, done)) {
            admin.handle(RequestReader.read(request), new ResponseWriter(getServer(), response, done), null);
        }
        return true;
    }

    private static boolean isBelow(String prefix, String path) {
        return path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
    }
}
