package plumbline.mock.engine.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Says exactly the given octets to a server and reads all that it says. */
record RawExchange(String head, String body) {
    static RawExchange of(int port, String... lines) throws IOException {
        return ofText(port, String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n");
    }

    static RawExchange ofText(int port, String text) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            InputStream stream = socket.getInputStream();
            String answer = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            int end = answer.indexOf("\r\n\r\n");
            return end < 0
                    ? new RawExchange(answer, "")
                    : new RawExchange(answer.substring(0, end), answer.substring(end + 4));
        }
    }

    /** {@return the status line and the header lines, without the date} */
    List<String> headLines() {
        return head.lines().filter(line -> !line.startsWith("Date: ")).toList();
    }
}
