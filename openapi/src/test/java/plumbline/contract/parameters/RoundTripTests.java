package plumbline.contract.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.contract.Parameter;
import plumbline.contract.http.Headers;
import plumbline.contract.http.Request;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/** What the encoder writes the decoder reads. */
class RoundTripTests {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String TEXTS = "abcXYZ019-_~!$&'()*+;=:@/?#[]%<>{}\"\\^`é😀";

    /**
     * A way to write a parameter.
     *
     * @param ambiguous the characters that stand unescaped between parts, so that no part can hold them
     */
    record Way(String in, String style, boolean explode, String ambiguous) {
        Parameter parameter(String schema) {
            return Parameters.of("in: %s, style: %s, explode: %s, schema: %s".formatted(in, style, explode, schema));
        }
    }

    static Stream<Way> ways() {
        List<Way> ways = new ArrayList<>();
        for (boolean explode : new boolean[] {true, false}) {
            ways.add(new Way("path", "simple", explode, ""));
            ways.add(new Way("path", "label", explode, ".~-_"));
            ways.add(new Way("path", "matrix", explode, ""));
            ways.add(new Way("query", "form", explode, ""));
            ways.add(new Way("header", "simple", explode, ",= é😀"));
            ways.add(new Way("cookie", "form", explode, ""));
        }
        ways.add(new Way("query", "spaceDelimited", false, " +"));
        ways.add(new Way("query", "pipeDelimited", false, "|"));
        ways.add(new Way("query", "deepObject", true, "[]"));
        return ways.stream();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void ofRandomValues(Way way) {
        Parameter text = way.parameter("{type: string}");
        Parameter number = way.parameter("{type: number}");
        Parameter list = way.parameter("{type: array, items: {type: string}}");
        Parameter object = way.parameter(
                "{type: object, properties: {a: {type: string}, b: {type: integer}, c: {type: boolean}}}");

        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            if (!"deepObject".equals(way.style())) {
                comesBack(text, NODES.stringNode(text(random, way)));
                comesBack(number, NODES.numberNode(java.math.BigDecimal.valueOf(random.nextLong(-999, 999), 0)));
                comesBack(list, list(random, way));
            }
            comesBack(object, object(random, way));
        }
    }

    private static void comesBack(Parameter parameter, JsonNode value) {
        ParameterEncoder encoder = new ParameterEncoder(parameter);
        Request empty = Request.of("GET", "/");
        Request request = switch (parameter.in()) {
            case PATH -> empty;
            case QUERY, QUERYSTRING -> empty.withQuery(ParameterEncoder.query(Map.of(parameter, value)));
            case HEADER -> empty.withHeaders(Headers.of(parameter.name(), encoder.text(value)));
            case COOKIE -> empty.withHeader("Cookie", String.join("; ", encoder.queryParts(value)));
        };
        Map<String, String> path = parameter.in() == Parameter.In.PATH ? Map.of("p", encoder.text(value)) : Map.of();

        Decoded decoded = new ParameterDecoder(parameter).decode(request, path);

        assertThat(decoded).as(request + " " + path).isInstanceOf(Decoded.Value.class);
        assertThat(((Decoded.Value) decoded).candidates())
                .as(request + " " + path)
                .anySatisfy(candidate -> assertThat(candidate).hasToString(value.toString()));
    }

    private static ArrayNode list(SplittableRandom random, Way way) {
        ArrayNode list = NODES.arrayNode();
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            list.add(text(random, way));
        }
        return list;
    }

    private static ObjectNode object(SplittableRandom random, Way way) {
        ObjectNode object = NODES.objectNode();
        object.put("a", text(random, way));
        if (random.nextBoolean()) {
            object.put("b", random.nextInt(-50, 50));
        }
        if (random.nextBoolean()) {
            object.put("c", random.nextBoolean());
        }
        return object;
    }

    private static String text(SplittableRandom random, Way way) {
        int[] characters = TEXTS.concat(" .,|")
                .codePoints()
                .filter(character -> way.ambiguous().indexOf(character) < 0)
                .toArray();
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(1, 12); i > 0; i--) {
            text.appendCodePoint(characters[random.nextInt(characters.length)]);
        }
        return text.toString();
    }
}
