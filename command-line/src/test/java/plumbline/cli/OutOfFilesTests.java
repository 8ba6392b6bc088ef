package plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A mock whose clients open more connections than it may have files. */
@Timeout(120)
@DisabledOnOs(OS.WINDOWS)
class OutOfFilesTests {
    private static final Path BASH = Path.of("/bin/bash");
    private static final String REQUEST = "GET /users HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    private static final String TROUBLE = "no more connections can be accepted";

    /** Java keeps each archive of its class path open. */
    private static final int FILES = System.getProperty("java.class.path").split(File.pathSeparator, -1).length + 60;

    /** Those that the mock may have, those that wait to be accepted, and some. */
    private static final int MOST = FILES + 1_000;

    private static final int CONNECTED_WITHIN_MILLIS = 500;

    @TempDir
    private Path folder = Path.of("");

    private final List<Socket> sockets = new ArrayList<>();
    private Path errors = Path.of("");
    private @Nullable Process mock;
    private int port;

    @BeforeEach
    void start() throws IOException {
        assumeTrue(Files.isExecutable(BASH), "bash is here");
        errors = folder.resolve("errors.txt");
        Process process = new ProcessBuilder(
                        BASH.toString(),
                        "-c",
                        "ulimit -n " + FILES + " && exec \"$@\"",
                        "bash",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "mock",
                        "--port",
                        "0",
                        "--delay",
                        "200ms")
                .redirectError(errors.toFile())
                .start();
        mock = process;
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String told = out.readLine();
        assertThat(told).as(Files.readString(errors)).startsWith("Listening on http://127.0.0.1:");
        port = Integer.parseInt(told.replaceAll(".*127\\.0\\.0\\.1:(\\d+).*", "$1"));
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        if (mock != null) {
            mock.destroyForcibly();
        }
    }

    private Socket connected() throws IOException {
        Socket socket = new Socket();
        sockets.add(socket);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECTED_WITHIN_MILLIS);
        return socket;
    }

    /** Opens connections, and says nothing, until that is too much. */
    private void flood() throws IOException {
        for (int i = 0; i < MOST && !Files.readString(errors).contains(TROUBLE); i++) {
            try {
                connected();
            } catch (SocketTimeoutException full) {
                // Nor can more wait to be accepted.
                assertThat(full).hasMessageContaining("timed out");
            }
        }
    }

    private Socket asking() throws IOException {
        Socket socket = connected();
        socket.setSoTimeout(60_000);
        socket.getOutputStream().write(REQUEST.getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    /** {@return whether the mock answers a new client, which may have to try again} */
    private boolean isServed() {
        try (Socket socket = asking()) {
            return isAnswered(socket);
        } catch (IOException full) {
            return false;
        }
    }

    private static boolean isAnswered(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).startsWith("HTTP/1.1 ");
    }

    private void awaitService() {
        while (!isServed()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void answersOnSaysSoOnceAndStopsWhenItIsTold() throws IOException, InterruptedException {
        awaitService();
        Socket waiting = asking();

        flood();

        assertThat(isAnswered(waiting)).isTrue();
        awaitService();
        Process process = Objects.requireNonNull(mock);
        process.destroy();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isIn(0, 143);
        assertThat(errors).content().containsOnlyOnce(TROUBLE);
    }
}
