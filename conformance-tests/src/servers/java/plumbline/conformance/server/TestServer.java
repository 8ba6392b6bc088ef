package plumbline.conformance.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLServerSocket;
import plumbline.contract.http.Body;
import plumbline.contract.http.Headers;
import plumbline.contract.http.Request;

/** An HTTP server on a free loopback port that sends exactly what its handler says, right or wrong. */
public final class TestServer implements AutoCloseable {
    private static final int FIRST_OCTET_OF_TLS = 0x16;

    private final ServerSocket socket;
    private final Handler handler;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private TestServer(ServerSocket socket, Handler handler) {
        this.socket = socket;
        this.handler = handler;
    }

    public static TestServer start(Handler handler) {
        return start(handler, ServerSocketFactory.getDefault());
    }

    /** {@return the server on a socket from this factory, which may be of TLS} */
    public static TestServer start(Handler handler, ServerSocketFactory sockets) {
        try {
            ServerSocket socket = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
            TestServer server = new TestServer(socket, handler);
            daemon(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI baseUrl() {
        return URI.create((socket instanceof SSLServerSocket ? "https" : "http") + "://127.0.0.1:"
                + socket.getLocalPort() + "/api");
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (Socket connection : open) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                open.add(connection);
                daemon(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            boolean isHttp = !isTls(in);
            Request request = isHttp ? read(in) : Request.of("GET", "/");
            Reply reply = isHttp ? handler.answer(request) : Reply.of(400);
            if (reply.framing() != Reply.Framing.CUT) {
                connection.getOutputStream().write(reply.octets(!"HEAD".equals(request.method())));
                connection.getOutputStream().flush();
            }
            if (reply.framing() != Reply.Framing.NEVER) {
                open.remove(connection);
                connection.close();
            }
        } catch (IOException e) {
            open.remove(connection);
        }
    }

    private static boolean isTls(InputStream in) throws IOException {
        in.mark(1);
        boolean isTls = in.read() == FIRST_OCTET_OF_TLS;
        in.reset();
        return isTls;
    }

    private static Request read(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < 4 || !"\r\n\r\n".contentEquals(head.subSequence(head.length() - 4, head.length()))) {
            int octet = in.read();
            if (octet < 0) {
                throw new IOException("no request");
            }
            head.append((char) octet);
        }
        String[] lines = head.toString().split("\r\n", -1);
        String[] start = lines[0].split(" ", -1);
        Headers headers = Headers.none();
        for (int i = 1; i < lines.length && !lines[i].isEmpty(); i++) {
            int colon = lines[i].indexOf(':');
            headers = headers.and(
                    lines[i].substring(0, colon), lines[i].substring(colon + 1).trim());
        }
        int length = Integer.parseInt(headers.first("Content-Length").orElse("0"));
        return Request.of(start[0], start[1]).withHeaders(headers).withBody(Body.of(in.readNBytes(length)));
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "test-server");
        thread.setDaemon(true);
        thread.start();
    }
}
