package plumbline.mock.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.contract.document.ContractException;
import plumbline.mock.MockServerOptions;
import plumbline.mock.control.RunningMock;

class EventStreamTests {
    /** A page that listens. */
    private static final class Listener implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader lines;

        Listener(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write("GET /__plumbline/events HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        }

        /** {@return whether a line that begins so comes before the end} */
        boolean hears(String start) throws IOException {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(start)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @Test
    void tellsOfEachRequestAndHoldsNoThread() throws IOException {
        List<Listener> listeners = new ArrayList<>();
        try (RunningMock mock = RunningMock.of("switched-shop.yaml")) {
            for (int i = 0; i < 32; i++) {
                Listener listener = new Listener(mock.server().port());
                assertThat(listener.hears("HTTP/1.1 200")).isTrue();
                assertThat(listener.hears(": open")).isTrue();
                listeners.add(listener);
            }
            try (Listener oneTooMany = new Listener(mock.server().port())) {
                assertThat(oneTooMany.hears("HTTP/1.1 503")).isTrue();
            }

            assertThat(mock.get("/api/products").statusCode()).isEqualTo(200);

            for (Listener listener : listeners) {
                assertThat(listener.hears("event: asked")).isTrue();
            }
        }
        for (Listener listener : listeners) {
            assertThat(listener.hears("event: never")).isFalse();
            listener.close();
        }
    }

    @Test
    void tellsOfChangesWhetherTheyAreServedOrNot(@TempDir Path folder) throws IOException {
        String document = Files.readString(Path.of("src/test/resources/switched-shop.yaml"));
        Path file = Files.writeString(folder.resolve("shop.yaml"), document);
        MockServerOptions options = MockServerOptions.defaults().withContract(file);
        try (RunningMock mock = new RunningMock(options);
                Listener listener = new Listener(mock.server().port())) {
            assertThat(listener.hears(": open")).isTrue();

            Files.writeString(file, document + "x: [\n");
            assertThatThrownBy(() -> mock.server().reload(options)).isInstanceOf(ContractException.class);

            assertThat(listener.hears("event: changed")).isTrue();
            assertThat(mock.json("/__plumbline/forms").path("refused").stringValue())
                    .contains("shop.yaml:");

            Files.writeString(file, document);
            mock.server().reload(options);

            assertThat(listener.hears("event: changed")).isTrue();
            assertThat(mock.json("/__plumbline/forms").path("refused").isNull()).isTrue();
        }
    }
}
