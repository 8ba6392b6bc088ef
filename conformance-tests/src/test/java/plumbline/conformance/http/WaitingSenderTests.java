package plumbline.conformance.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import plumbline.conformance.target.Answer;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;

class WaitingSenderTests {
    private static final Request REQUEST = Request.of("GET", "/");
    private static final Answer REFUSED =
            new Answer.Broken(Answer.Fault.UNREACHABLE, "the connection was refused", Duration.ZERO);
    private static final Answer UNKNOWN =
            new Answer.Broken(Answer.Fault.UNREACHABLE, "there is no host of this name", Duration.ZERO);
    private static final Answer UP = new Answer.Received(Response.of(503), 0, "", Duration.ZERO);

    private Instant now = Instant.EPOCH;
    private int sent;

    @Test
    void waitsUntilTheTargetIsUp() {
        WaitingSender sender = sender(List.of(REFUSED, REFUSED, UP));

        assertThat(sender.send(REQUEST)).isEqualTo(UP);
        assertThat(sent).isEqualTo(3);
    }

    @Test
    void givesUpWhenTheTimeIsOver() {
        WaitingSender sender = sender(List.of(REFUSED));

        assertThat(sender.send(REQUEST)).isEqualTo(REFUSED);
        assertThat(now).isEqualTo(Instant.EPOCH.plusSeconds(1));
    }

    @Test
    void doesNotWaitForWhatCannotComeUp() {
        assertThat(sender(List.of(UNKNOWN)).send(REQUEST)).isEqualTo(UNKNOWN);
        assertThat(sent).isEqualTo(1);
    }

    @Test
    void doesNotWaitForATargetThatHasAnsweredBefore() {
        WaitingSender sender = sender(List.of(UP, REFUSED));
        sender.send(REQUEST);

        assertThat(sender.send(REQUEST)).isEqualTo(REFUSED);
        assertThat(sent).isEqualTo(2);
    }

    private WaitingSender sender(List<Answer> answers) {
        List<Answer> left = new ArrayList<>(answers);
        return new WaitingSender(
                request -> {
                    sent++;
                    return left.size() == 1 ? left.get(0) : left.remove(0);
                },
                Duration.ofSeconds(1),
                clock(),
                time -> now = now.plus(time));
    }

    private Clock clock() {
        InstantSource source = () -> now;
        return source.withZone(ZoneOffset.UTC);
    }
}
