package plumbline.mock.engine.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Speaks HTTP octet by octet: nothing is added, ordered or decoded on the way. */
final class RawHttp {
    private static final int TIMEOUT_IN_MILLISECONDS = 60_000;

    private RawHttp() {}

    /**
     * What came back before the server closed the connection.
     *
     * @param head the status line and the header lines
     * @param body all octets behind them
     */
    record Reply(List<String> head, String body) {
        String status() {
            return head.isEmpty() ? "" : head.get(0);
        }

        List<String> header(String name) {
            return head.stream()
                    .skip(1)
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .toList();
        }
    }

    /** {@return the reply to these lines, to which only {@code Host} and {@code Connection} are added} */
    static Reply send(int port, String... lines) {
        String request = lines[0] + "\r\nHost: localhost\r\nConnection: close\r\n"
                + String.join(
                        "",
                        Arrays.stream(lines).skip(1).map(line -> line + "\r\n").toList()) + "\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT_IN_MILLISECONDS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return reply(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reply reply(String text) {
        int end = text.indexOf("\r\n\r\n");
        return end < 0
                ? new Reply(List.of(), text)
                : new Reply(List.of(text.substring(0, end).split("\r\n")), text.substring(end + 4));
    }
}
