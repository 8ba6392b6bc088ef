package plumbline.conformance.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.conformance.credentials.Credentials;
import plumbline.conformance.credentials.CurlCommand;
import plumbline.conformance.credentials.Secrets;
import plumbline.contract.Contract;
import plumbline.contract.http.Body;
import plumbline.contract.http.Request;

class TargetTests {

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080, true",
        "http://127.0.0.1/api, true",
        "http://127.9.9.9/api, true",
        "http://[::1]:80/api, true",
        "http://api.localhost, true",
        "http://127.0.0.1.example.com, false",
        "http://localhost.example.com, false",
        "https://eu.sequencehq.com/api, false",
        "http://10.0.0.1, false",
        "http://[::2], false"
    })
    void knowsWhetherItIsOnThisMachine(String url, boolean expected) {
        assertThat(Target.of(URI.create(url)).isLoopback()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"http://h/api/, /api", "http://h/, ''", "http://h, ''", "http://h/a/b//, /a/b"})
    void hasABasePathWithoutASlashAtItsEnd(String url, String basePath) {
        assertThat(Target.of(URI.create(url)).basePath()).isEqualTo(basePath);
    }

    @Test
    void showsNothingButItsUrl() {
        Target target =
                Target.of(URI.create("http://h/api")).withUser("client:secret").withHeader("X-Key", "secret");

        assertThat(target).hasToString("http://h/api");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mailto:me@example.com", "http:/path", "/api", "http://h/?q=1", "http://h/#top", "http://a:b@h"})
    void refusesWhatIsNoBaseUrl(String url) {
        assertThatThrownBy(() -> Target.of(URI.create(url))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"100/min, 100, 60", "5/s, 5, 1", "1000 / hour, 1000, 3600", "7/m, 7, 60", "5, 5, 1"})
    void readsRates(String text, int requests, long seconds) {
        assertThat(Rate.parse(text)).contains(new Rate(requests, Duration.ofSeconds(seconds)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0/min", "-1/s", "1/day", "fast"})
    void refusesOtherRates(String text) {
        assertThat(Rate.parse(text)).isEmpty();
    }

    @Test
    void writesCurlCommandsWithVariablesForSecrets() {
        Target target = Target.of(URI.create("http://h:81/api"))
                .withUser("client:secret")
                .withHeader("X-Tenant", "tenant-7")
                .withHeader("Sequence-Version", "2024-07-30");
        Contract contract = Contract.builtIn(Optional.of("/api"));
        Credentials credentials = Credentials.of(target, contract.operations().get(0));
        Request request = Request.of("PUT", "/api/users/o'neil%20x").withBody(Body.of("it's {}"));

        String command = new CurlCommand(target, Secrets.of(target, contract)).write(credentials.authenticate(request));

        assertThat(command)
                .isEqualTo("curl -i -X PUT -H \"X-Tenant: $PLUMBLINE_X_TENANT\" -H 'Sequence-Version: 2024-07-30'"
                        + " -u \"$PLUMBLINE_USER\" --data-binary 'it'\\''s {}' 'http://h:81/api/users/o'\\''neil%20x'");
    }

    @Test
    void showsMadeUpCredentialsAsTheyAre() {
        Target target = Target.of(URI.create("http://localhost/api"));
        Contract contract = Contract.builtIn(Optional.of("/api"));
        Credentials credentials = Credentials.of(target, contract.operations().get(0));

        String command = new CurlCommand(target, Secrets.of(target, contract))
                .write(credentials.authenticate(Request.of("GET", "/api/users/1")));

        assertThat(credentials.origin()).isEqualTo(Credentials.Origin.STAND_IN);
        assertThat(command)
                .isEqualTo("curl -i -H 'Authorization: Basic cGx1bWJsaW5lOnBsdW1ibGluZQ=='"
                        + " 'http://localhost/api/users/1'");
    }

    @Test
    void leavesCredentialsOutWhereTheyMustBeMissing() {
        Target target = Target.of(URI.create("http://localhost/api"))
                .withHeader("Authorization", "Basic Y2xpZW50OnNlY3JldA==")
                .withHeader("X-Tenant", "tenant-7");
        Contract contract = Contract.builtIn(Optional.of("/api"));
        Credentials credentials = Credentials.of(target, contract.operations().get(0));

        Request bare = credentials.leaveBare(Request.of("GET", "/api/users/1"));

        assertThat(bare.headers().contains("Authorization")).isFalse();
        assertThat(bare.headers().first("X-Tenant")).contains("tenant-7");
    }
}
