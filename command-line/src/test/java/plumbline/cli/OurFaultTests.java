package plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plumbline.mock.MockServer;

/** A fault of Plumbline is never told as one of its user. */
class OurFaultTests {
    private final StringWriter err = new StringWriter();

    private int fail(Map<String, String> environment) {
        PrintWriter out = new PrintWriter(new StringWriter());
        Surroundings surroundings =
                Surroundings.of(environment, out, new PrintWriter(err, true)).keeping(OurFaultTests::stumble);
        return new Main(surroundings).run("mock", "--port", "0");
    }

    private static void stumble(MockServer server) {
        server.close();
        throw new IllegalArgumentException("a secret of the user may stand here");
    }

    @Test
    void endsWithAnExitCodeOfItsOwnAndSaysWhoseItIs() {
        assertThat(fail(Map.of())).isEqualTo(70);
        assertThat(err.toString())
                .startsWith("plumbline: this is a fault of Plumbline, not of your input:"
                        + " java.lang.IllegalArgumentException at ")
                .contains("PLUMBLINE_DEBUG=1")
                .doesNotContain("secret", "\tat ");
    }

    @Test
    void showsItsStackWhereThatIsAskedFor() {
        assertThat(fail(Map.of("PLUMBLINE_DEBUG", "1"))).isEqualTo(70);
        assertThat(err.toString()).contains("\tat plumbline.cli.OurFaultTests.stumble");
    }

    @Test
    void keepsItsStackWhereThatIsNotWanted() {
        assertThat(fail(Map.of("PLUMBLINE_DEBUG", "0"))).isEqualTo(70);
        assertThat(err.toString()).doesNotContain("\tat ");
    }
}
