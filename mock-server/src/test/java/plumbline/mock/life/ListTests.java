package plumbline.mock.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.mock.answer.AnswerOptions;

class ListTests {
    private final Living shop = Living.shop();

    @BeforeEach
    void fill() {
        for (JsonNode item : shop.json("/api/products").path("items")) {
            shop.send("DELETE", "/api/products/" + item.path("id"), "");
        }
        create("Hat", "hats", "5");
        create("Top hat", "hats", "50");
        create("Shoe", "shoes", "20");
        create("Boot", "boots", "30");
    }

    private void create(String name, String category, String price) {
        shop.send(
                "POST",
                "/api/products",
                "{\"name\":\"" + name + "\",\"category\":\"" + category + "\",\"price\":" + price + "}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "category=hats|Hat,Top hat",
                "category=shoes,boots|Shoe,Boot",
                "category=gloves|''",
                "min_price=20|Top hat,Shoe,Boot",
                "q=HAT|Hat,Top hat",
                "q=hat&min_price=6|Top hat",
                "created_after=2001-01-01T00:00:00Z|Hat,Top hat,Shoe,Boot",
                "created_after=2999-01-01T00:00:00Z|''",
                "sort=price|Hat,Shoe,Boot,Top hat",
                "sort=-price|Top hat,Boot,Shoe,Hat",
                "sort=category,-price|Boot,Top hat,Hat,Shoe",
                "sort=price:desc&limit=2|Top hat,Boot",
                "limit=3|Hat,Top hat,Shoe",
                "limit=3&offset=3|Boot",
                "offset=9|''"
            })
    void showsWhatIsAskedFor(String query, String names) {
        assertThat(names(query)).isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource({"application/json,''", "application/ld+json,/hydra:member", "application/hal+json,/_embedded/item"})
    void showsItemsInTheFormThatIsAskedFor(String type, String place) {
        try (Living alerts = Living.of("living-forms.yaml", AnswerOptions.defaults())) {
            String id = Living.json(alerts.send("POST", "/alerts", "{\"text\":\"Fire\"}"))
                    .path("id")
                    .asString();

            Response answer = alerts.send(Request.of("GET", "/alerts").withHeader("Accept", type));
            JsonNode list = Living.json(answer).at(place);

            assertThat(answer.headers().first("Content-Type")).hasValue(type);
            assertThat(list.path(list.size() - 1).path("id").asString()).isEqualTo(id);
            assertThat(list.path(list.size() - 1).path("text").asString()).isEqualTo("Fire");
        }
    }

    @Test
    void makesUpAnAnswerInAFormThatShowsNoItems() {
        try (Living alerts = Living.of("living-forms.yaml", AnswerOptions.defaults())) {
            Response answer =
                    alerts.send(Request.of("GET", "/alerts").withHeader("Accept", "application/vnd.api+json"));

            assertThat(Living.json(answer).path("count").isInt()).isTrue();
        }
    }

    @Test
    void writesANameAsEachFormDoes() {
        try (Living alerts = Living.of("living-forms.yaml", AnswerOptions.defaults())) {
            int id = Living.json(alerts.send("POST", "/alerts", "{\"text\":\"Fire\"}"))
                    .path("id")
                    .intValue();

            Response answer =
                    alerts.send(Request.of("GET", "/alerts/" + id).withHeader("Accept", "application/ld+json"));

            assertThat(Living.json(answer).path("id").stringValue()).isEqualTo(Integer.toString(id));
            assertThat(Living.json(answer).path("text").stringValue()).isEqualTo("Fire");
        }
    }

    private String names(String query) {
        List<String> shown = new ArrayList<>();
        shop.json("/api/products?" + query)
                .path("items")
                .forEach(item -> shown.add(item.path("name").stringValue()));
        return String.join(",", shown);
    }

    @Test
    void showsWhatHasBecomeOfItemsSinceTheSameWasAskedFor() {
        assertThat(names("category=hats")).isEqualTo("Hat,Top hat");

        create("Cap", "hats", "9");
        assertThat(names("category=hats")).isEqualTo("Hat,Top hat,Cap");

        int cap = shop.json("/api/products?q=cap").at("/items/0/id").intValue();
        shop.send("PUT", "/api/products/" + cap, "{\"name\":\"Cap\",\"category\":\"caps\",\"price\":9}");
        assertThat(names("category=hats")).isEqualTo("Hat,Top hat");
        assertThat(names("category=caps")).isEqualTo("Cap");

        shop.send("DELETE", "/api/products/" + cap, "");
        assertThat(names("category=caps")).isEmpty();
    }

    @Test
    void saysHowManyThereAreAndWhereTheNextOnesAre() {
        JsonNode page = shop.json("/api/products?limit=3");

        assertThat(page.path("total").intValue()).isEqualTo(4);
        assertThat(page.path("next").stringValue()).isEqualTo("/api/products?limit=3&offset=3");
        assertThat(shop.json(page.path("next").stringValue()).path("next").isNull())
                .isTrue();
        assertThat(shop.get("/api/products?limit=3").headers().first("X-Total-Count"))
                .contains("4");
        assertThat(shop.get("/api/products?limit=3").headers().first("Link").orElseThrow())
                .contains("</api/products?limit=3&offset=3>; rel=\"next\"");
    }
}
