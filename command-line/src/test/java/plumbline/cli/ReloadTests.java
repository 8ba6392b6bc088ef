package plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Changes while the mock runs. */
@Timeout(60)
class ReloadTests extends CommandLineRun {
    private static String api(String example) {
        return """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /a:
                get:
                  responses:
                    '200': {description: ok, content: {application/json: {schema: {type: integer}, example: EXAMPLE}}}
            """.replace("EXAMPLE", example);
    }

    private static void await(StringWriter told, String text) {
        while (!told.toString().contains(text)) {
            Thread.onSpinWait();
        }
    }

    private String ask() throws IOException {
        URI uri = started.get(0).baseUrl().resolve("/a");
        try (var in = uri.toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void areServedAndTold() throws Exception {
        String contract = write("api.yaml", api("1")).toString();
        run("--port", "0", "--contract", contract, "--reload");

        write("api.yaml", api("22"));
        await(out, "Reloaded " + contract + ": 1 operation, 0 fixtures (");

        assertThat(ask()).isEqualTo("22");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void thatBreakTheContractAreToldWithTheirPlace() throws Exception {
        String contract = write("api.yaml", api("1")).toString();
        run("--port", "0", "--contract", contract, "--reload");

        write("api.yaml", api("[") + "x: [");
        await(err, "cannot be used, so that the mock goes on as it was:");
        await(err, contract + ":7:");

        assertThat(ask()).isEqualTo("1");
    }

    @Test
    void areThoseOfTheSettingsToo() throws Exception {
        write("one.yaml", api("1"));
        write("two.yaml", api("2"));
        write("plumbline.yaml", "contract: " + folder.resolve("one.yaml") + "\nreload: true\n");
        run("--port", "0");

        write(
                "plumbline.yaml",
                "contract: " + folder.resolve("two.yaml") + "\nreload: true\nmock: {host: localhost}\n");
        await(out, "Reloaded ");

        assertThat(ask()).isEqualTo("2");
        assertThat(err.toString()).contains("host, port, state, limits and administration are those of the start");
        write("plumbline.yaml", "contrakt: a\n");
        await(err, "did you mean 'contract'?");
    }

    @Test
    void areNotServedUnlessTheyAreWanted() throws Exception {
        write("api.yaml", api("1"));
        run("--port", "0", "--contract", folder.resolve("api.yaml").toString(), "--reload", "--no-reload");

        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.isAlive() && thread.getName().equals("plumbline-reload"))
                .isEmpty();
    }
}
