package plumbline.cli.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import plumbline.mock.engine.journal.AnsweredRequest;

class RequestLinesTests {
    private final BlockingQueue<String> flushed = new LinkedBlockingQueue<>();

    private final Object terminal = new Object();

    private final PrintWriter out = new PrintWriter(new StringWriter() {
        @Override
        public void write(String text, int start, int length) {
            synchronized (terminal) {
                super.write(text, start, length);
            }
        }

        @Override
        public void flush() {
            flushed.add(toString());
        }
    });

    private String written(LineFormat format, boolean inColor, AnsweredRequest answered) throws InterruptedException {
        new RequestLines(format, out, inColor).accept(answered);
        return Objects.requireNonNull(flushed.poll(30, TimeUnit.SECONDS));
    }

    private static AnsweredRequest answered(String target, int status) {
        return new AnsweredRequest(
                Instant.parse("2026-11-29T12:03:04.118Z"),
                "GET",
                target,
                status,
                Duration.ofMillis(2),
                "fixture products/7.json");
    }

    @Test
    void tellTimeMethodTargetStatusMillisecondsAndReason() throws Exception {
        assertThat(written(LineFormat.TEXT, false, answered("/products/7?a=b", 200)))
                .matches("\\d\\d:\\d\\d:04\\.118 GET /products/7\\?a=b 200 2ms fixture products/7\\.json\\R");
    }

    @Test
    void areObjectsForPrograms() throws Exception {
        assertThat(written(LineFormat.JSON, true, answered("/products/7", 200)).strip())
                .isEqualTo("{\"time\":\"2026-11-29T12:03:04.118Z\",\"method\":\"GET\",\"target\":\"/products/7\","
                        + "\"status\":200,\"millis\":2,\"because\":\"fixture products/7.json\"}");
    }

    @Test
    void areColoredByTheStatus() throws Exception {
        assertThat(written(LineFormat.TEXT, true, answered("/products/7", 404)))
                .contains(" \u001B[33m404\u001B[0m ", "\u001B[2mfixture");
    }

    @Test
    void areNotSteeredByTheTarget() throws Exception {
        assertThat(written(LineFormat.TEXT, false, answered("/\u001B[2J\u009B2J\n/" + "x".repeat(9_000), 200)))
                .doesNotContain("\u001B", "\u009B")
                .hasSizeLessThan(2_200)
                .hasLineCount(1);
    }

    @Test
    void areCountedWhereTheyComeTooFastForTooLong() throws Exception {
        RequestLines lines = new RequestLines(LineFormat.TEXT, out, false);
        synchronized (terminal) {
            for (int i = 0; i < 20_066; i++) {
                lines.accept(answered("/products/" + i, 200));
            }
            // The writer may have taken some, at most 64, and waits with them.
            assertThat(flushed).isEmpty();
        }

        assertThat(Objects.requireNonNull(flushed.poll(30, TimeUnit.SECONDS)))
                .contains(" /products/19999 200 ")
                .containsPattern("and \\d{1,2} requests more, which came too fast to be written\\R$");
    }
}
