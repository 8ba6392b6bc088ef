package plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.conformance.server.TestServer;
import plumbline.conformance.server.UsersServer;
import plumbline.contract.http.Request;

/** Commands of {@code plumbline.yaml} around a run. */
class HooksTests {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<Request> seen = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder;

    private int verify(String settings, String... more) throws IOException {
        Files.writeString(folder.resolve("plumbline.yaml"), settings);
        UsersServer users = new UsersServer();
        try (TestServer server = TestServer.start(request -> {
            seen.add(request);
            return users.answer(request);
        })) {
            List<String> all = new ArrayList<>(
                    List.of("verify", "--base-url", server.baseUrl().toString(), "--user", UsersServer.USER));
            all.addAll(List.of("--phases", "examples", "--verbose"));
            all.addAll(List.of(more));
            return new Main(Surroundings.of(Map.of(), new PrintWriter(out), new PrintWriter(err))
                            .in(folder))
                    .run(all.toArray(String[]::new));
        }
    }

    @Test
    void setValuesBeforeAndCleanUpAfter() throws IOException {
        int code = verify("""
                before:
                  - echo "made $PLUMBLINE_BASE_URL"; echo id=ID
                  - echo one > made.txt
                after: mv made.txt removed.txt
                """.replace("ID", UsersServer.ADA));

        assertThat(code).as(out.toString() + err).isZero();
        assertThat(out.toString()).contains("ok      getUser/examples/given");
        assertThat(folder.resolve("removed.txt")).exists();
        assertThat(folder.resolve("made.txt")).doesNotExist();
    }

    @Test
    void endTheRunBeforeItBeginsIfTheyFail() throws IOException {
        assertThat(verify("before: echo no database >&2; exit 3\n")).isEqualTo(2);
        assertThat(err.toString()).contains("failed with exit code 3: no database");
        assertThat(seen).isEmpty();
    }

    @Test
    void areNotRunWhereNothingIsSent() throws IOException {
        assertThat(verify("before: touch made.txt\n", "--dry-run")).isZero();
        assertThat(folder.resolve("made.txt")).doesNotExist();
    }
}
