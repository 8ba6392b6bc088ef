package plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpURLConnection;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Lines for requests. */
@Timeout(60)
class LogTests extends CommandLineRun {
    private void ask(String target) throws Exception {
        HttpURLConnection connection = (HttpURLConnection)
                started.get(0).baseUrl().resolve(target).toURL().openConnection();
        connection.setRequestProperty("Authorization", "Bearer hunter2");
        connection.getResponseCode();
        connection.disconnect();
    }

    private void awaitLine(String text) {
        while (!out.toString().contains(text)) {
            Thread.onSpinWait();
        }
    }

    @Test
    void areWrittenWhenTheyAreWanted() throws Exception {
        run("--port", "0", "--log", "text");

        ask("/api/user/7?api_key=hunter2");

        awaitLine("GET /api/user/7?api_key=*** 404 ");
        awaitLine("no path /api/user/7: did you mean /api/users/7?");
        assertThat(out.toString()).doesNotContain("hunter2");
    }

    @Test
    void canBeSetInTheEnvironment() throws Exception {
        run(Map.of("PLUMBLINE_LOG", "json"), "--port", "0");

        ask("/api/users/7");

        awaitLine("\"method\":\"GET\",\"target\":\"/api/users/7\",\"status\":401,");
    }

    @Test
    void areNotWrittenWhereThereIsNoTerminal() throws Exception {
        run("--port", "0");
        ask("/api/users/7");
        started.get(0).close();

        assertThat(out.toString()).endsWith("Stop with Ctrl-C." + System.lineSeparator());
    }

    @Test
    void haveNoOtherForms() {
        assertThat(run("--log", "xml")).isEqualTo(2);
        assertThat(err.toString()).contains("'xml' is none of text, json and off");
    }
}
