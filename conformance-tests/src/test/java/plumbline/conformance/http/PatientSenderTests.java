package plumbline.conformance.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plumbline.conformance.target.Answer;
import plumbline.conformance.target.Rate;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;

class PatientSenderTests {
    private static final Instant START = Instant.parse("2026-11-01T12:00:00Z");

    private final List<Duration> pauses = new ArrayList<>();
    private final Deque<Response> answers = new ArrayDeque<>();
    private Instant now = START;

    @Test
    void sendsAtOnceWithoutARate() {
        PatientSender sender = sender(null);

        for (int i = 0; i < 100; i++) {
            send(sender);
        }

        assertThat(pauses).isEmpty();
    }

    @Test
    void sendsNoMoreThanTheRateAllowsInAnyStretchOfTime() {
        PatientSender sender = sender(new Rate(2, Duration.ofMinutes(1)));

        send(sender);
        now = now.plusSeconds(10);
        send(sender);
        send(sender);
        send(sender);

        assertThat(pauses).containsExactly(Duration.ofSeconds(50), Duration.ofSeconds(10));
    }

    @Test
    void waitsForTheSecondsThatTheServerNames() {
        answers.add(Response.of(429).withHeader("Retry-After", "7"));
        answers.add(Response.of(200));

        assertThat(status(send(sender(null)))).isEqualTo(200);
        assertThat(pauses).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void waitsForTheDateThatTheServerNames() {
        answers.add(Response.of(429).withHeader("Retry-After", "Sun, 01 Nov 2026 12:00:30 GMT"));
        answers.add(Response.of(200));

        assertThat(status(send(sender(null)))).isEqualTo(200);
        assertThat(pauses).containsExactly(Duration.ofSeconds(30));
    }

    @Test
    void waitsASecondIfTheServerNamesNoTime() {
        answers.add(Response.of(429));
        answers.add(Response.of(429).withHeader("Retry-After", "soon"));
        answers.add(Response.of(200));

        assertThat(status(send(sender(null)))).isEqualTo(200);
        assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1));
    }

    @Test
    void givesUpAfterThreeTries() {
        for (int i = 0; i < 4; i++) {
            answers.add(Response.of(429).withHeader("Retry-After", "1"));
        }

        assertThat(status(send(sender(null)))).isEqualTo(429);
        assertThat(answers).hasSize(1);
    }

    @Test
    void doesNotWaitForHours() {
        answers.add(Response.of(429).withHeader("Retry-After", "86400"));

        assertThat(status(send(sender(null)))).isEqualTo(429);
        assertThat(pauses).isEmpty();
    }

    private PatientSender sender(@Nullable Rate rate) {
        return new PatientSender(
                request -> new Answer.Received(
                        answers.isEmpty() ? Response.of(200) : answers.remove(), 0, "", Duration.ZERO),
                rate,
                new Clock() {
                    @Override
                    public ZoneId getZone() {
                        return ZoneOffset.UTC;
                    }

                    @Override
                    public Clock withZone(ZoneId zone) {
                        return this;
                    }

                    @Override
                    public Instant instant() {
                        return now;
                    }
                },
                time -> {
                    pauses.add(time);
                    now = now.plus(time);
                });
    }

    private static Answer send(PatientSender sender) {
        return sender.send(Request.of("GET", "/"));
    }

    private static int status(Answer answer) {
        return ((Answer.Received) answer).response().status();
    }
}
