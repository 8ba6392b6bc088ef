package plumbline.contract.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadersTests {
    private static final Headers HEADERS = Headers.of("Accept", "a/b", "X-Id", "1", "accept", "c/d");

    @Test
    void findsFieldsInAnyCase() {
        assertThat(HEADERS.first("ACCEPT")).contains("a/b");
        assertThat(HEADERS.all("accept")).containsExactly("a/b", "c/d");
        assertThat(HEADERS.contains("x-id")).isTrue();
        assertThat(HEADERS.first("absent")).isEmpty();
        assertThat(HEADERS.all("absent")).isEmpty();
    }

    @Test
    void joinsRepeatedFields() {
        assertThat(HEADERS.joined("Accept")).contains("a/b, c/d");
        assertThat(HEADERS.joined("absent")).isEmpty();
    }

    @Test
    void keepsTheOrder() {
        assertThat(HEADERS).extracting(Header::name).containsExactly("Accept", "X-Id", "accept");
    }

    @Test
    void addsReplacesAndRemovesWithoutChangingTheOriginal() {
        assertThat(HEADERS.and("X-Id", "2").all("X-Id")).containsExactly("1", "2");
        assertThat(HEADERS.with("ACCEPT", "e/f").all("accept")).containsExactly("e/f");
        assertThat(HEADERS.without("accept").fields()).containsExactly(new Header("X-Id", "1"));
        assertThat(HEADERS.without("absent")).isSameAs(HEADERS);
        assertThat(HEADERS.fields()).hasSize(3);
    }

    @Test
    void doesNotChangeWithTheListItWasMadeOf() {
        List<Header> fields = new ArrayList<>(List.of(new Header("a", "1")));
        Headers headers = new Headers(fields);

        fields.clear();

        assertThat(headers.contains("a")).isTrue();
        assertThatThrownBy(() -> headers.fields().clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}
