package plumbline.contract.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.json.jackson.databind.JsonNode;

class PointersTests {
    static List<List<Object>> tokens() {
        return List.of(
                List.of("", List.of()),
                List.of("/", List.of("")),
                List.of("/a/b", List.of("a", "b")),
                List.of("/a//", List.of("a", "", "")),
                List.of("/~1users~1{id}/get", List.of("/users/{id}", "get")),
                List.of("/m~0n", List.of("m~n")),
                List.of("/~01", List.of("~1")),
                List.of("/0", List.of("0")));
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void splitsAPointerIntoItsTokens(List<Object> example) {
        assertThat(Pointers.tokens((String) example.get(0))).isEqualTo(example.get(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "/", "~", "~1", "~0/", "a/b~c", " é"})
    void findsTheNameThatAChildWasMadeOf(String name) {
        assertThat(Pointers.tokens(Pointers.child("/x", name))).containsExactly("x", name);
    }

    @Test
    void appendsAnIndex() {
        assertThat(Pointers.child("/a", 3)).isEqualTo("/a/3");
    }

    @Test
    void replacesWhatAPointerLeadsToAndSharesTheRest() throws JsonException {
        JsonNode whole = Json.read("{\"a\": [{\"b\": 1, \"c\": {}}, {}], \"d\": {}}");

        JsonNode replaced = Pointers.replaced(whole, "/a/0/b", Json.read("2"));

        assertThat(replaced).hasToString("{\"a\":[{\"b\":2,\"c\":{}},{}],\"d\":{}}");
        assertThat(whole.at("/a/0/b").intValue()).isEqualTo(1);
        assertThat(replaced.get("d")).isSameAs(whole.get("d"));
        assertThat(replaced.at("/a/0/c")).isSameAs(whole.at("/a/0/c"));
        assertThat(Pointers.replaced(whole, "", replaced)).isSameAs(replaced);
    }
}
