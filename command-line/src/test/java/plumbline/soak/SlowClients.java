package plumbline.soak;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Clients that send an octet a second of a request line, a header, or a body, for ever; who is refused comes again. */
final class SlowClients implements AutoCloseable {
    private static final int EACH = 20;
    private static final String POST =
            "POST /api/products HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
    private static final List<String> STARTS = List.of(
            "GET /api/products?q=",
            "GET /api/products HTTP/1.1\r\nHost: localhost\r\nX-Slow: ",
            POST + "Content-Length: 5000\r\n\r\n{",
            POST + "Transfer-Encoding: chunked\r\n\r\n1388\r\n{");

    private final int port;
    private final List<Socket> sockets = new ArrayList<>();

    SlowClients(int port) {
        this.port = port;
    }

    synchronized void drip() throws IOException {
        for (int i = 0; i < EACH * STARTS.size(); i++) {
            if (i == sockets.size()) {
                sockets.add(said(i));
            } else if (!hasSaidMore(sockets.get(i))) {
                sockets.set(i, said(i));
            }
        }
    }

    private Socket said(int number) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.getOutputStream().write(STARTS.get(number % STARTS.size()).getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private static boolean hasSaidMore(Socket socket) throws IOException {
        try {
            socket.getOutputStream().write(' ');
            return true;
        } catch (IOException refused) {
            socket.close();
            return false;
        }
    }

    @Override
    public synchronized void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
