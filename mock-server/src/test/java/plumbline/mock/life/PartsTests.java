package plumbline.mock.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.mock.answer.AnswerOptions;

/** Items that show a list of what is kept in a collection below them. */
class PartsTests {
    private final Living mock = Living.of("orders-with-lines.yaml", AnswerOptions.defaults());

    @Test
    void areWhatTheWholeShowsFromTheStart() {
        for (JsonNode order : mock.json("/orders")) {
            String path = "/orders/" + order.path("id");

            assertThat(skus(order.path("lines"))).isEqualTo(skus(mock.json(path + "/lines")));
            for (JsonNode line : order.path("lines")) {
                JsonNode read = mock.json(path + "/lines/" + line.path("sku").stringValue());
                assertThat(read.path("amount")).isEqualTo(line.path("amount"));
            }
        }
    }

    @Test
    void areShownByTheWholeOnceTheyAreMadeChangedAndRemoved() {
        String path = "/orders/"
                + Living.json(mock.send("POST", "/orders", "{\"customer\":\"ann\",\"lines\":[]}"))
                        .path("id");

        mock.send("POST", path + "/lines", "{\"sku\":\"AB12\",\"amount\":2,\"note\":\"red\"}");
        assertThat(mock.json(path).path("lines").toString()).isEqualTo("[{\"sku\":\"AB12\",\"amount\":2}]");

        mock.send("PUT", path + "/lines/AB12", "{\"sku\":\"AB12\",\"amount\":3}");
        assertThat(mock.json(path).path("lines").toString()).isEqualTo("[{\"sku\":\"AB12\",\"amount\":3}]");

        mock.send("DELETE", path + "/lines/AB12", "");
        assertThat(mock.json(path).path("lines").toString()).isEqualTo("[]");
    }

    @Test
    void areMadeAndRemovedWithWhatTheWholeIsSaidToShow() {
        JsonNode order = Living.json(mock.send(
                "POST",
                "/orders",
                "{\"customer\":\"ann\",\"lines\":[{\"sku\":\"AB12\",\"amount\":2},{\"sku\":\"CD34\"}]}"));
        String path = "/orders/" + order.path("id");

        assertThat(skus(mock.json(path + "/lines"))).containsExactly("AB12", "CD34");
        assertThat(mock.json(path + "/lines/AB12").path("amount").intValue()).isEqualTo(2);

        mock.send("PUT", path, "{\"customer\":\"ann\",\"lines\":[{\"sku\":\"AB12\",\"amount\":5}]}");
        assertThat(mock.json(path + "/lines").toString()).isEqualTo("[{\"sku\":\"AB12\",\"amount\":5}]");
        assertThat(mock.get(path + "/lines/CD34").status()).isEqualTo(404);
    }

    @Test
    void areWhatAnExampleOfTheWholeShowsByTheirSchema() {
        assertThat(skus(mock.json("/carts/7/contents"))).containsExactly("XY11", "XY12");
        assertThat(mock.json("/carts/7/contents/XY11").path("amount").intValue())
                .isEqualTo(2);
    }

    @Test
    void areMoreThanTheWholeShowsWhereItMayNotShowAll() {
        String path = "/orders/"
                + Living.json(mock.send("POST", "/orders", "{\"customer\":\"ann\",\"lines\":[]}"))
                        .path("id");
        for (int i = 10; i < 16; i++) {
            mock.send("POST", path + "/lines", "{\"sku\":\"AB" + i + "\",\"amount\":1}");
        }

        assertThat(skus(mock.json(path + "/lines"))).hasSize(6);
        assertThat(skus(mock.json(path).path("lines"))).hasSize(4);
    }

    private static List<String> skus(JsonNode lines) {
        return lines.values().stream()
                .map(line -> line.path("sku").stringValue())
                .toList();
    }
}
