package plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ConsoleListenerTests {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final ConsoleListener listener =
            new ConsoleListener(new PrintWriter(out, true), new PrintWriter(err, true), null);

    @Test
    void writesAFailureWithItsStackToTheErrors() {
        listener.failed("GET /a", new IllegalStateException("no idea"));

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .startsWith("plumbline: answering GET /a failed. This is a fault of Plumbline")
                .contains("java.lang.IllegalStateException: no idea", "at plumbline.cli.ConsoleListenerTests");
    }

    @Test
    void writesViolationsToTheOutput() {
        listener.answeredInvalid("GET /a: no good");

        assertThat(out.toString()).isEqualToNormalizingNewlines("GET /a: no good\n");
        assertThat(err.toString()).isEmpty();
    }
}
