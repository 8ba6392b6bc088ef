package plumbline.conformance.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** A server that answers one request after the other on each connection, octet by octet as it is told. */
final class LongTalk implements AutoCloseable {
    /** What ends the server instead of an answer. */
    static final String END = "end";

    private final ServerSocket socket;
    private final UnaryOperator<String> answers;
    private final List<List<String>> connections = new CopyOnWriteArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    private LongTalk(ServerSocket socket, UnaryOperator<String> answers) {
        this.socket = socket;
        this.answers = answers;
    }

    /** {@return a server that says this to the first line of a request, and hangs up behind {@code Connection: close}, or where that is nothing} */
    static LongTalk start(UnaryOperator<String> answers) {
        try {
            LongTalk talk = new LongTalk(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), answers);
            daemon(talk::accept);
            return talk;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI baseUrl() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /** {@return the first lines of all requests, by connection} */
    List<List<String>> connections() {
        return connections;
    }

    /** Waits until a client hangs up. */
    void awaitEnd() throws InterruptedException {
        if (!ended.await(1, TimeUnit.MINUTES)) {
            throw new AssertionError("nobody hangs up");
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket connection : open) {
            connection.close();
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                open.add(connection);
                List<String> heard = new CopyOnWriteArrayList<>();
                connections.add(heard);
                daemon(() -> talk(connection, heard));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket connection, List<String> heard) {
        try (connection) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                heard.add(line);
                String header = in.readLine();
                while (header != null && !header.isEmpty()) {
                    header = in.readLine();
                }
                String answer = answers.apply(line);
                if (answer.equals(END)) {
                    socket.close();
                }
                if (answer.isEmpty() || answer.equals(END)) {
                    return;
                }
                connection.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                if (answer.contains("Connection: close")) {
                    return;
                }
            }
            ended.countDown();
        } catch (IOException e) {
            return;
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "long-talk");
        thread.setDaemon(true);
        thread.start();
    }
}
