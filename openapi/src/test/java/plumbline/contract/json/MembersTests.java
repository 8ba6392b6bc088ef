package plumbline.contract.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

class MembersTests {
    private static final int CHANGES = 2000;

    @ParameterizedTest
    @ValueSource(ints = {3, 9, 40, 700})
    void areWhatAMapWithOrderWouldHold(int names) {
        Random random = new Random(names);
        Members members = new Members();
        Map<String, JsonNode> expected = new LinkedHashMap<>();

        for (int i = 0; i < CHANGES; i++) {
            String name = "name" + random.nextInt(names);
            JsonNode value = number(i);
            if (random.nextInt(3) == 0) {
                assertThat(members.remove(name)).isEqualTo(expected.remove(name));
            } else {
                assertThat(members.put(name, value)).isEqualTo(expected.put(name, value));
            }
            assertThat(members.get(name)).isEqualTo(expected.get(name));
            assertThat(members.containsKey(name)).isEqualTo(expected.containsKey(name));
            assertThat(members).hasSize(expected.size());
        }

        assertThat(List.copyOf(members.entrySet())).isEqualTo(List.copyOf(expected.entrySet()));
        assertThat(members).isEqualTo(expected).hasSameHashCodeAs(expected);
        Map<String, JsonNode> visited = new LinkedHashMap<>();
        members.forEach(visited::put);
        assertThat(List.copyOf(visited.keySet())).isEqualTo(List.copyOf(expected.keySet()));
    }

    @Test
    void findNamesOfTheSameHash() {
        Members members = new Members();
        List<String> alike = List.of("AaAa", "BBBB", "AaBB", "BBAa");
        for (int i = 0; i < 20; i++) {
            members.put("other" + i, number(i));
        }

        alike.forEach(name -> members.put(name, number(name.length())));
        members.remove("BBBB");

        assertThat(members)
                .containsKeys("AaAa", "AaBB", "BBAa")
                .doesNotContainKey("BBBB")
                .hasSize(23);
    }

    @Test
    void canBeRemovedAndChangedOneByOne() {
        Members members = filled(12);

        members.values().removeIf(value -> value.intValue() % 2 == 0);
        members.entrySet()
                .forEach(member -> member.setValue(number(-member.getValue().intValue())));

        assertThat(members.keySet()).containsExactly("n1", "n3", "n5", "n7", "n9", "n11");
        assertThat(members.get("n11")).isEqualTo(number(-11));
        members.keySet().retainAll(List.of("n3"));
        assertThat(members).containsOnlyKeys("n3");
    }

    @Test
    void canBeCleared() {
        Members members = filled(12);

        members.clear();

        assertThat(members).isEmpty();
        assertThat(members.get("n1")).isNull();
        assertThat(members.put("n1", number(1))).isNull();
        assertThat(members).containsOnlyKeys("n1");
    }

    @Test
    void haveNoMoreThanTheyHave() {
        Iterator<Map.Entry<String, JsonNode>> none = new Members().entrySet().iterator();

        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(none::next);
        assertThat(filled(2).get(null)).isNull();
        assertThat(filled(20).get(null)).isNull();
    }

    @Test
    void areThoseOfObjectsThatWereRead() throws JsonException {
        JsonNode read = Json.readToKeep("{\"b\": 1, \"a\": {\"c\": []}}".getBytes(StandardCharsets.UTF_8));
        ObjectNode made = JsonNodeFactory.instance.objectNode();
        made.put("b", 1);
        made.putObject("a").putArray("c");

        assertThat(read).isEqualTo(made).hasSameHashCodeAs(made).hasToString("{\"b\":1,\"a\":{\"c\":[]}}");
        assertThat(made).isEqualTo(read);
        assertThat(read.deepCopy()).isEqualTo(read);
    }

    private static Members filled(int size) {
        Members members = new Members();
        for (int i = 0; i < size; i++) {
            members.put("n" + i, number(i));
        }
        return members;
    }

    private static JsonNode number(int value) {
        return JsonNodeFactory.instance.numberNode(value);
    }
}
