package plumbline.mock.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.contract.http.Response;
import plumbline.json.jackson.databind.JsonNode;

/** Whatever is created, changed and removed in whatever order, the mock and a plain map say the same. */
class RandomProgramsTests {
    private static final int STEPS = 150;
    private static final List<String> CODES = List.of("A", "B", "C", "D", "SUMMER");

    private final Living shop = Living.shop();
    private final Map<String, Integer> coupons = new LinkedHashMap<>(Map.of("SUMMER", 10));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theMockAndAMapAgree(long seed) {
        Random random = new Random(seed);
        for (int step = 0; step < STEPS; step++) {
            String code = CODES.get(random.nextInt(CODES.size()));
            int percent = random.nextInt(100);
            switch (random.nextInt(5)) {
                case 0 -> create(code, percent);
                case 1 -> put(code, percent);
                case 2 -> remove(code);
                case 3 -> read(code);
                default -> list();
            }
        }
        list();
    }

    private void create(String code, int percent) {
        boolean isTaken = coupons.putIfAbsent(code, percent) != null;

        assertThat(shop.send("POST", "/api/coupons", coupon(code, percent)).status())
                .isEqualTo(isTaken ? 409 : 201);
    }

    private void put(String code, int percent) {
        boolean isNew = coupons.put(code, percent) == null;

        assertThat(shop.send("PUT", "/api/coupons/" + code, coupon(code, percent))
                        .status())
                .isEqualTo(isNew ? 201 : 200);
    }

    private void remove(String code) {
        boolean wasThere = coupons.remove(code) != null;

        assertThat(shop.send("DELETE", "/api/coupons/" + code, "").status()).isEqualTo(wasThere ? 204 : 404);
    }

    private void read(String code) {
        Response read = shop.get("/api/coupons/" + code);

        assertThat(read.status()).isEqualTo(coupons.containsKey(code) ? 200 : 404);
        if (read.status() == 200) {
            assertThat(Living.json(read).path("percent").intValue()).isEqualTo(coupons.get(code));
        }
    }

    private void list() {
        List<String> listed = new ArrayList<>();
        for (JsonNode coupon : shop.json("/api/coupons")) {
            listed.add(coupon.path("code").stringValue() + "=" + coupon.path("percent"));
        }

        assertThat(listed)
                .containsExactlyElementsOf(coupons.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .toList());
    }

    private static String coupon(String code, int percent) {
        return "{\"code\":\"" + code + "\",\"percent\":" + percent + "}";
    }
}
