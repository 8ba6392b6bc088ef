package plumbline.mock.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.mock.answer.AnswerOptions;
import plumbline.mock.state.StoreLimits;
import plumbline.text.UnusableInputException;

class LifeTests {
    private final Living shop = Living.shop();

    @Nested
    class WhatIsCreated {
        @Test
        void isWhatWasSentWithWhatOnlyAServerCanKnow() {
            Response created = shop.send("POST", "/api/products", "{\"name\":\"Hat\",\"price\":5}");

            assertThat(created.status()).isEqualTo(201);
            JsonNode hat = Living.json(created);
            assertThat(hat.path("name").stringValue()).isEqualTo("Hat");
            assertThat(hat.path("category").stringValue()).isEqualTo("misc");
            assertThat(hat.path("id").isInt()).isTrue();
            String location = created.headers().first("Location").orElseThrow();
            assertThat(location).isEqualTo("/api/products/" + hat.path("id"));
            assertThat(shop.json(location)).isEqualTo(hat);
            assertThat(shop.json("/api/products?limit=100").path("items")).contains(hat);
        }

        @Test
        void hasANameOfItsOwnHoweverManyThereAre() {
            Living notes = Living.of("living-notes.yaml", AnswerOptions.defaults());

            Set<String> names = new HashSet<>();
            for (int i = 0; i < 100; i++) {
                JsonNode note = Living.json(notes.send("POST", "/notes", "{\"text\":\"" + i + "\"}"));
                names.add(note.path("id").stringValue());
                assertThat(notes.json("/notes/" + note.path("id").stringValue()))
                        .isEqualTo(note);
            }

            assertThat(names).hasSize(100);
        }

        @Test
        void keepsWhatIsNotShown() {
            Response created = shop.send("POST", "/api/products", "{\"name\":\"Hat\",\"secret\":\"s\"}");

            assertThat(Living.json(created).has("secret")).isFalse();
        }

        @Test
        void isRefusedUnderATakenName() {
            assertThat(shop.send("POST", "/api/coupons", "{\"code\":\"A\",\"percent\":1}")
                            .status())
                    .isEqualTo(201);
            assertThat(shop.send("POST", "/api/coupons", "{\"code\":\"A\",\"percent\":2}")
                            .status())
                    .isEqualTo(409);
            assertThat(shop.json("/api/coupons/A").path("percent").intValue()).isEqualTo(1);
        }

        @Test
        void canBeNamedByAPut() {
            Response made = shop.send("PUT", "/api/coupons/B", "{\"code\":\"B\",\"percent\":1}");
            Response changed = shop.send("PUT", "/api/coupons/B", "{\"code\":\"B\",\"percent\":2}");

            assertThat(made.status()).isEqualTo(201);
            assertThat(changed.status()).isEqualTo(200);
            assertThat(shop.json("/api/coupons/B").path("percent").intValue()).isEqualTo(2);
        }

        @Test
        void hasNoPartsYet() {
            Response created = shop.send("POST", "/api/products", "{\"name\":\"Hat\"}");
            String reviews = created.headers().first("Location").orElseThrow() + "/reviews";

            assertThat(shop.json(reviews)).isEmpty();
            JsonNode review = Living.json(shop.send("POST", reviews, "{\"stars\":5}"));
            assertThat(review.path("productId")).isEqualTo(Living.json(created).path("id"));
            assertThat(shop.json(reviews)).containsExactly(review);
        }

        @Test
        void isAPartOfSomethingThatExists() {
            assertThat(shop.send("POST", "/api/products/4711/reviews", "{\"stars\":5}")
                            .status())
                    .isEqualTo(404);
        }
    }

    @Nested
    class WhatIsThereAtTheStart {
        @Test
        void isTheSameInTheListAndByItsName() {
            JsonNode items = shop.json("/api/products").path("items");

            assertThat(items).isNotEmpty();
            for (JsonNode item : items) {
                assertThat(shop.json("/api/products/" + item.path("id"))).isEqualTo(item);
                for (JsonNode review : shop.json("/api/products/" + item.path("id") + "/reviews")) {
                    assertThat(review.path("productId")).isEqualTo(item.path("id"));
                    assertThat(shop.json("/api/products/" + item.path("id") + "/reviews/" + review.path("id")))
                            .isEqualTo(review);
                }
            }
        }

        @Test
        void isWhatExamplesShow() {
            assertThat(shop.json("/api/coupons"))
                    .singleElement()
                    .satisfies(coupon ->
                            assertThat(coupon.path("code").stringValue()).isEqualTo("SUMMER"));
        }

        @Test
        void isWhatExamplesShowAlsoWhereTheirSchemaLetsNothingBe() {
            try (Living sets = Living.of("contradicted-examples.yaml", AnswerOptions.defaults())) {
                Response birds = sets.unchecked("GET", "/sets/birds", "");

                assertThat(birds.status()).isEqualTo(200);
                assertThat(birds.body().text()).isEqualTo("{\"name\":\"birds\",\"kind\":\"Blob\"}");
                assertThat(sets.unchecked("GET", "/sets/fish", "").status()).isEqualTo(404);
            }
        }

        @Test
        void isTheSameOnEveryReplica() {
            assertThat(Living.shop().get("/api/products?limit=2").body())
                    .isEqualTo(shop.get("/api/products?limit=2").body());
        }

        @Test
        void comesBackOnDemand() {
            JsonNode before = shop.json("/api/coupons");
            shop.send("POST", "/api/coupons", "{\"code\":\"A\",\"percent\":1}");
            assertThat(shop.json("/api/coupons")).hasSize(2);

            shop.reset();

            assertThat(shop.json("/api/coupons")).isEqualTo(before);
        }

        @Test
        void isWhatFixturesSayAndNothingElse(@TempDir Path folder) throws IOException {
            Files.writeString(
                    folder.resolve("coupons.json"), "[{\"code\":\"X\",\"percent\":1},{\"code\":\"Y\",\"percent\":2}]");
            Living own = Living.of("living-shop.yaml", folder);

            assertThat(own.json("/api/coupons")).hasSize(2);
            assertThat(own.json("/api/coupons/Y").path("percent").intValue()).isEqualTo(2);
            assertThat(own.get("/api/coupons/SUMMER").status()).isEqualTo(404);
            own.send("POST", "/api/coupons", "{\"code\":\"Z\",\"percent\":3}");
            assertThat(own.json("/api/coupons")).hasSize(3);
        }
    }

    @Nested
    class Changes {
        private final String hat = shop.send("POST", "/api/products", "{\"name\":\"Hat\",\"price\":5}")
                .headers()
                .first("Location")
                .orElseThrow();

        @Test
        void replaceAllThatAClientCanSay() {
            JsonNode before = shop.json(hat);
            JsonNode after = Living.json(shop.send("PUT", hat, "{\"name\":\"Cap\"}"));

            assertThat(after.path("name").stringValue()).isEqualTo("Cap");
            assertThat(after.has("price")).isFalse();
            assertThat(after.path("id")).isEqualTo(before.path("id"));
            assertThat(after.path("createdAt")).isEqualTo(before.path("createdAt"));
            assertThat(shop.json(hat)).isEqualTo(after);
        }

        @Test
        void mergeWhatTheyName() {
            shop.send("PATCH", hat, "application/merge-patch+json", "{\"price\":7,\"category\":null}");

            JsonNode after = shop.json(hat);
            assertThat(after.path("price").intValue()).isEqualTo(7);
            assertThat(after.path("name").stringValue()).isEqualTo("Hat");
            assertThat(after.has("category")).isFalse();
        }

        @Test
        void goStepByStepOrNotAtAll() {
            String steps = "[{\"op\":\"test\",\"path\":\"/name\",\"value\":\"Hat\"},"
                    + "{\"op\":\"replace\",\"path\":\"/name\",\"value\":\"Cap\"},{\"op\":\"remove\",\"path\":\"/price\"}]";

            assertThat(shop.send("PATCH", hat, "application/json-patch+json", steps)
                            .status())
                    .isEqualTo(200);
            assertThat(shop.json(hat).path("name").stringValue()).isEqualTo("Cap");
            assertThat(shop.send("PATCH", hat, "application/json-patch+json", steps)
                            .status())
                    .isEqualTo(422);
            assertThat(shop.json(hat).has("price")).isFalse();
        }

        @Test
        void areRefusedWhereTheyWouldMakeAWrongItem() {
            assertThat(shop.send("PATCH", hat, "application/merge-patch+json", "{\"name\":\"\"}")
                            .status())
                    .isEqualTo(422);
            assertThat(shop.send("PATCH", hat, "application/merge-patch+json", "{\"name\":null}")
                            .status())
                    .isEqualTo(422);
            assertThat(shop.json(hat).path("name").stringValue()).isEqualTo("Hat");
        }

        @Test
        void removeAnItemWithItsParts() {
            shop.send("POST", hat + "/reviews", "{\"stars\":5}");

            assertThat(shop.send("DELETE", hat, "").status()).isEqualTo(204);
            assertThat(shop.get(hat).status()).isEqualTo(404);
            assertThat(shop.get(hat + "/reviews").status()).isEqualTo(404);
            assertThat(shop.send("DELETE", hat, "").status()).isEqualTo(404);
            assertThat(shop.send("PUT", hat, "{\"name\":\"Cap\"}").status()).isEqualTo(404);
        }

        @Test
        void takeEffectOnWhatThereIsOneOf() {
            JsonNode before = shop.json("/api/settings");
            shop.send("PATCH", "/api/settings", "{\"theme\":\"dark\"}");

            JsonNode after = shop.json("/api/settings");
            assertThat(after.path("theme").stringValue()).isEqualTo("dark");
            assertThat(after.path("language")).isEqualTo(before.path("language"));
        }

        @Test
        void areMadeOnlyInTheStateThatTheClientKnows() {
            Response read = shop.get(hat);
            String tag = read.headers().first("ETag").orElseThrow();
            Request put = Request.of("PUT", hat)
                    .withHeader("Content-Type", "application/json")
                    .withHeader("If-Match", tag)
                    .withBody(plumbline.contract.http.Body.of("{\"name\":\"Cap\"}"));

            assertThat(shop.send(Request.of("GET", hat).withHeader("If-None-Match", tag))
                            .status())
                    .isEqualTo(304);
            assertThat(shop.send(put).status()).isEqualTo(200);
            assertThat(shop.send(put).status()).isEqualTo(412);
            assertThat(shop.send(Request.of("GET", hat).withHeader("If-None-Match", tag))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void whatNobodyHasMadeIsMadeUpWhereThatIsWished() {
        Living sampling = Living.of("living-shop.yaml", new AnswerOptions(false, AnswerOptions.Unknown.SAMPLE, 0));

        assertThat(sampling.json("/api/products/4711").path("id").intValue()).isEqualTo(4711);
        assertThat(sampling.send("DELETE", "/api/products/4711", "").status()).isEqualTo(204);
        assertThat(sampling.get("/api/products/4711").status()).isEqualTo(404);
        assertThat(shop.get("/api/products/4711").status()).isEqualTo(404);
    }

    @Test
    void whatCannotBeMadeUpIsAnsweredWithWhatComesNearestWhereThatIsWished() {
        AnswerOptions options = new AnswerOptions(false, AnswerOptions.Unknown.SAMPLE, 0);
        try (Living sampling = Living.of("living-contradiction.yaml", options)) {
            assertThat(sampling.unchecked("GET", "/boxes/4711", "").status()).isEqualTo(200);
        }
    }

    @Test
    void whatIsNoResourceRepeatsWhatIsSaidByTheSameNamesInTheSameTypes() {
        JsonNode quote = Living.json(shop.send("POST", "/api/quotes", "{\"product\":\"Hat\",\"amount\":3}"));

        assertThat(quote.path("product").stringValue()).isEqualTo("Hat");
        assertThat(quote.path("amount").isString()).isTrue();
    }

    @Test
    void isNotFilledWithoutEnd() {
        Living small = Living.of("living-shop.yaml", new StoreLimits(4, 1_000_000));

        assertThat(small.send("POST", "/api/coupons", "{\"code\":\"A\",\"percent\":1}")
                        .status())
                .isEqualTo(201);
        for (String code : List.of("B", "C")) {
            small.send("POST", "/api/coupons", "{\"code\":\"" + code + "\",\"percent\":1}");
        }
        Response refused = small.unchecked("POST", "/api/coupons", "{\"code\":\"E\",\"percent\":1}");

        assertThat(refused.status()).isEqualTo(507);
        assertThat(refused.body().text()).contains("4 items");
        assertThat(small.json("/api/coupons")).hasSize(4);
    }

    @Test
    void leavesNothingBehindWhereItCannotBeSaved(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("state.json");

        try (Living kept = Living.keptIn(file)) {
            Files.createDirectories(file.resolve("in-the-way"));
            kept.send("POST", "/api/products", "{\"name\":\"Hat\",\"price\":5}");
        }

        assertThat(folder.toFile().list()).containsExactly("state.json");
    }

    @Test
    void goesOnFromAFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("state.json");
        try (Living first = Living.keptIn(file)) {
            first.send("POST", "/api/coupons", "{\"code\":\"A\",\"percent\":1}");
            first.send("DELETE", "/api/products/1", "");
        }
        try (Living second = Living.keptIn(file)) {
            assertThat(second.json("/api/coupons")).hasSize(2);
            assertThat(second.get("/api/products/1").status()).isEqualTo(404);
            assertThat(second.json("/api/coupons/A").path("percent").intValue()).isEqualTo(1);
        }
        Files.writeString(file, "{\"plumbline-state\":1,\"collections\":[{\"path\":\"/carts\"}]}");
        assertThatExceptionOfType(UnusableInputException.class)
                .isThrownBy(() -> Living.keptIn(file))
                .withMessageContaining("state.json keeps items of '/carts', which the contract does not have");
    }

    @Test
    void manyClientsAtATimeLoseNothing() throws Exception {
        int clients = 64;
        Set<String> names = ConcurrentHashMap.newKeySet();
        int before = shop.json("/api/products?limit=100").path("total").intValue();
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        try {
            List<Future<?>> made = IntStream.range(0, clients)
                    .<Future<?>>mapToObj(i -> pool.submit(() -> {
                        Response created = shop.send("POST", "/api/products", "{\"name\":\"Hat " + i + "\"}");
                        names.add(created.headers().first("Location").orElseThrow());
                    }))
                    .toList();
            for (Future<?> each : made) {
                each.get();
            }
        } finally {
            pool.shutdown();
        }

        assertThat(names).hasSize(clients);
        assertThat(shop.json("/api/products?limit=100").path("total").intValue())
                .isEqualTo(before + clients);
    }
}
