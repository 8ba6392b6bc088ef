package plumbline.mock.engine.connections;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Knows on which connections a request is being answered: its head has come, and the answer has not gone. */
final class Answering extends Handler.Wrapper {
    private final Map<EndPoint, Request> requests = new ConcurrentHashMap<>();

    Answering(Handler handler) {
        super(handler);
    }

    @Override
    public boolean handle(Request request, Response response, Callback done) throws Exception {
        EndPoint end = request.getConnectionMetaData().getConnection().getEndPoint();
        requests.put(end, request);
        Request.addCompletionListener(request, failure -> requests.remove(end, request));
        return super.handle(request, response, done);
    }

    boolean isOn(EndPoint end) {
        return requests.containsKey(plain(end));
    }

    /** {@return where HTTP is spoken, which for TLS is within what the socket belongs to} */
    static EndPoint plain(EndPoint end) {
        Connection connection = end.getConnection();
        return connection instanceof SslConnection secure ? secure.getSslEndPoint() : end;
    }
}
