package plumbline.conformance.http;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import org.apache.http.impl.conn.DefaultClientConnection;
import org.apache.http.io.BufferInfo;
import org.apache.http.io.SessionInputBuffer;
import org.apache.http.params.HttpParams;
import org.jspecify.annotations.Nullable;

/** A connection that can tell whether more has come than was read. */
@SuppressWarnings("deprecation")
final class ExactConnection extends DefaultClientConnection {
    private @Nullable SessionInputBuffer input;

    @Override
    protected SessionInputBuffer createSessionInputBuffer(Socket socket, int size, HttpParams params)
            throws IOException {
        SessionInputBuffer created = super.createSessionInputBuffer(socket, size, params);
        input = created;
        return created;
    }

    /** {@return whether octets are there that nobody has read; what is encrypted is waited for, a millisecond} */
    boolean hasMore() throws IOException {
        Socket socket = getSocket();
        if (!isOpen() || socket == null) {
            return false;
        }
        boolean isBuffered = input instanceof BufferInfo buffer && buffer.length() > 0;
        return isBuffered
                || (socket instanceof SSLSocket
                        ? isResponseAvailable(1)
                        : socket.getInputStream().available() > 0);
    }
}
