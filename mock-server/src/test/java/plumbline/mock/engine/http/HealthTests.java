package plumbline.mock.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import plumbline.mock.engine.EngineSettings;
import plumbline.mock.engine.access.Access;
import plumbline.mock.engine.http.RawHttp.Reply;

/** Those who watch over containers have no token, and ask by addresses that nobody knew before. */
class HealthTests {
    @Test
    void isToldToEverybody() {
        Access access = Access.defaults().withToken("t0p").withoutAdministration();
        try (RunningEngine engine =
                RunningEngine.with(EngineSettings.defaults().withAccess(access), RunningEngine.text("contract"))) {
            Reply reply = RawHttp.send(engine.port(), "GET /__plumbline/health HTTP/1.1");

            assertThat(reply.status()).contains(" 200");
            assertThat(reply.header("Cache-Control")).contains("no-store");
            assertThat(engine.get("/__plumbline/health").body()).isEqualTo("{\"status\":\"UP\"}");
        }
    }

    @Test
    void isOnlyRead() {
        try (RunningEngine engine = RunningEngine.with(EngineSettings.defaults(), RunningEngine.text("contract"))) {
            Reply reply = RawHttp.send(engine.port(), "POST /__plumbline/health HTTP/1.1", "Content-Length: 0");

            assertThat(reply.status()).contains(" 405");
            assertThat(reply.header("Allow")).contains("GET, HEAD");
        }
    }
}
