package plumbline.mock.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.contract.http.Body;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.mock.answer.AnswerOptions;

class UploadsTests {
    private static final Body PIXELS = Body.of(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 13});
    private static final String IMAGE = "/products/1/image";

    private final Living mock = Living.of("uploaded-images.yaml", AnswerOptions.defaults());

    private static Response put(Living mock, String path) {
        return mock.send(
                Request.of("PUT", path).withHeader("Content-Type", "image/png").withBody(PIXELS));
    }

    @Test
    void areReadAsTheyWereSent() {
        assertThat(put(mock, IMAGE).status()).isEqualTo(204);

        Response image = mock.get(IMAGE);
        assertThat(image.status()).isEqualTo(200);
        assertThat(image.headers().first("Content-Type")).contains("image/png");
        assertThat(image.body()).isEqualTo(PIXELS);
        assertThat(mock.get("/products/2/image").body()).isNotEqualTo(PIXELS);
    }

    @Test
    void areNotForcedUponWhomTheyDoNotSuit() {
        put(mock, IMAGE);

        Response image = mock.send(Request.of("GET", IMAGE).withHeader("Accept", "image/jpeg"));
        assertThat(image.body()).isNotEqualTo(PIXELS);
    }

    @Test
    void goWhenTheyAreRemovedOrWhatTheyArePartOfIs() {
        put(mock, IMAGE);
        mock.send("DELETE", IMAGE, "");
        assertThat(mock.get(IMAGE).status()).isEqualTo(404);

        put(mock, IMAGE);
        assertThat(mock.get(IMAGE).body()).isEqualTo(PIXELS);
        mock.send("DELETE", "/products/1", "");
        assertThat(mock.get(IMAGE).status()).isEqualTo(404);
    }

    @Test
    void areForgottenOnDemand() {
        put(mock, IMAGE);
        mock.reset();

        assertThat(mock.get(IMAGE).body()).isNotEqualTo(PIXELS);
    }

    @Test
    void areKeptFromOneRunToTheNext(@TempDir Path folder) {
        Path file = folder.resolve("state.json");
        try (Living first = Living.keptIn("uploaded-images.yaml", file)) {
            put(first, IMAGE);
        }
        try (Living next = Living.keptIn("uploaded-images.yaml", file)) {
            assertThat(next.get(IMAGE).body()).isEqualTo(PIXELS);
        }
    }
}
