package plumbline.mock.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.mock.answer.AnswerOptions;

class FreshItemsTests {
    private final Living mock = Living.of("fresh-orders.yaml", AnswerOptions.defaults());
    private final JsonNode order = Living.json(mock.send("POST", "/orders", "{\"customer\":\"ann\"}"));

    @Test
    void areWhatRequestsAreMeantToSayUnlessTheySayOtherwise() {
        assertThat(order.path("status").stringValue()).isEqualTo("open");

        JsonNode paid = Living.json(mock.send("POST", "/orders", "{\"customer\":\"bob\",\"status\":\"paid\"}"));
        assertThat(paid.path("status").stringValue()).isEqualTo("paid");
    }

    @Test
    void areNotWhatNoAnswerCanShow() {
        assertThat(order.has("priority")).isFalse();
    }

    @Test
    void areThatAgainWhenTheyAreReplaced() {
        String path = "/orders/" + order.path("id");
        mock.send("PUT", path, "{\"customer\":\"ann\",\"status\":\"sent\"}");
        assertThat(mock.json(path).path("status").stringValue()).isEqualTo("sent");

        mock.send("PUT", path, "{\"customer\":\"ann\"}");
        assertThat(mock.json(path).path("status").stringValue()).isEqualTo("open");
    }

    @Test
    void holdNothingYetWhereTheyMay() {
        assertThat(order.path("lines").isArray()).isTrue();
        assertThat(order.path("lines").isEmpty()).isTrue();
        assertThat(order.path("parties").size()).isPositive();
    }

    @Test
    void wereMadeNowAlsoWhereThatIsANumber() {
        long now = Instant.now().getEpochSecond();

        assertThat(order.path("created").longValue()).isBetween(now - 600, now);
    }

    @Test
    void areMissedInWordsOfTheProblemAlone() {
        JsonNode problem = Living.json(mock.get("/orders/77"));

        assertThat(problem.path("type").stringValue()).isEqualTo("urn:plumbline:problem:unknown-item");
        assertThat(problem.path("title").stringValue()).isEqualTo("There is no such item");
        assertThat(problem.path("detail").stringValue()).startsWith("Nothing is stored as /orders/77");
        assertThat(problem.path("errors").isEmpty()).isTrue();
    }
}
