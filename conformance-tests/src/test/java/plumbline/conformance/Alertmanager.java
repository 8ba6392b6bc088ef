package plumbline.conformance;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The Alertmanager of Prometheus as Debian packages it, without an alert and without a silence. */
final class Alertmanager implements AutoCloseable {
    private static final String PROGRAM = "prometheus-alertmanager";
    private static final String CONFIGURATION = "route: {receiver: none}\nreceivers: [{name: none}]\n";

    private final int port;
    private final Process process;

    private Alertmanager(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    /** {@return whether it is installed on this machine} */
    static boolean isPossible() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, PROGRAM)));
    }

    static Alertmanager start(Path folder) throws IOException {
        Path configuration = Files.writeString(folder.resolve("alertmanager.yml"), CONFIGURATION);
        try (ServerSocket free = new ServerSocket(0)) {
            int port = free.getLocalPort();
            Process process = new ProcessBuilder(
                            PROGRAM,
                            "--config.file=" + configuration,
                            "--storage.path=" + folder.resolve("data"),
                            "--web.listen-address=127.0.0.1:" + port,
                            "--cluster.listen-address=")
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("alertmanager.log").toFile())
                    .start();
            return new Alertmanager(port, process);
        }
    }

    URI baseUrl() {
        return URI.create("http://127.0.0.1:" + port + "/api/v2");
    }

    @Override
    public void close() {
        process.destroy();
    }
}
