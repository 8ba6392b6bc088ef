package plumbline.conformance.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import plumbline.conformance.target.Answer;
import plumbline.conformance.target.Target;
import plumbline.contract.http.Body;
import plumbline.contract.http.Headers;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;

class HeldTokenTests {
    private final List<Request> seen = new ArrayList<>();
    private final SetClock clock = new SetClock();
    private int count;

    /** A clock that is set by hand. */
    private static final class SetClock extends Clock {
        private Instant now = Instant.EPOCH;

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
    }

    private HeldToken held(Auth.Grant grant, Function<Request, Response> server) {
        URI url = URI.create("https://id.example.com/token?tenant=1");
        Target target = Target.of(URI.create("https://api.example.com"));
        return new HeldToken(
                new OauthClient(
                        grant,
                        url,
                        target,
                        there -> request -> {
                            seen.add(request);
                            return new Answer.Received(server.apply(request), 0, "", Duration.ZERO);
                        },
                        clock),
                clock);
    }

    private static Auth.Grant grant(Auth.Kind kind, Map<String, String> parameters) {
        return new Auth.Grant(kind, null, parameters, new Auth.Client("me", "hidden"));
    }

    private static Response json(int status, String text) {
        return new Response(status, Headers.none(), Body.of(text));
    }

    private Response next(String more) {
        count++;
        return json(200, "{\"access_token\": \"t" + count + "\"" + more + "}");
    }

    @Test
    void isRenewedBeforeItExpires() {
        HeldToken token = held(grant(Auth.Kind.CLIENT_CREDENTIALS, Map.of()), request -> next(", \"expires_in\": 3"));

        assertThat(token.value()).isEqualTo("t1");
        clock.now = Instant.EPOCH.plusMillis(2_600);
        assertThat(token.value()).isEqualTo("t1");
        clock.now = Instant.EPOCH.plusMillis(2_700);
        assertThat(token.value()).isEqualTo("t2");
    }

    @Test
    void isRenewedByTheRefreshTokenThatCameWithIt() {
        HeldToken token = held(
                grant(Auth.Kind.PASSWORD, Map.of("username", "ada", "password", "pass")),
                request -> next(", \"expires_in\": 3, \"refresh_token\": \"r" + count + "\""));

        token.value();
        clock.now = Instant.EPOCH.plusSeconds(3);
        token.value();

        assertThat(seen)
                .extracting(request -> request.body().text())
                .satisfiesExactly(
                        first -> assertThat(first).contains("grant_type=password", "username=ada", "password=pass"),
                        second -> assertThat(second)
                                .contains("grant_type=refresh_token", "refresh_token=r0")
                                .doesNotContain("password"));
        assertThat(seen.get(0).target()).isEqualTo("/token?tenant=1");
    }

    @Test
    void isGrantedAnewWhereTheRefreshTokenIsRefused() {
        HeldToken token = held(
                grant(Auth.Kind.CLIENT_CREDENTIALS, Map.of()),
                request -> request.body().text().contains("refresh_token")
                        ? json(400, "{\"error\": \"invalid_grant\"}")
                        : next(", \"expires_in\": 3, \"refresh_token\": \"r\""));

        token.value();
        clock.now = Instant.EPOCH.plusSeconds(3);

        assertThat(token.value()).isEqualTo("t2");
    }

    @Test
    void isAskedForInTheFormWhereTheHeaderIsNotTaken() {
        HeldToken token = held(
                grant(Auth.Kind.CLIENT_CREDENTIALS, Map.of()),
                request -> request.headers().contains("Authorization")
                        ? json(401, "{\"error\": \"invalid_client\"}")
                        : next(""));

        assertThat(token.value()).isEqualTo("t1");
        assertThat(seen.get(1).body().text()).contains("client_id=me", "client_secret=hidden");
    }

    @Test
    void isFetchedAgainOnlyIfItWasTakenBefore() {
        HeldToken token = held(grant(Auth.Kind.CLIENT_CREDENTIALS, Map.of()), request -> next(""));

        assertThat(token.after(token.value())).isEmpty();
        token.accepted("t1");
        assertThat(token.after("t1")).contains("t2");
        assertThat(token.after("t1")).as("another worker's").contains("t2");
        assertThat(token.after("t2")).isEmpty();
    }
}
