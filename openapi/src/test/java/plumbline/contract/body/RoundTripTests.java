package plumbline.contract.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.contract.Contract;
import plumbline.contract.Contracts;
import plumbline.contract.Direction;
import plumbline.contract.MediaTypeSpec;
import plumbline.contract.Schema;
import plumbline.contract.body.reading.BodyReading;
import plumbline.contract.http.MediaType;
import plumbline.contract.parameters.TextReader;
import plumbline.contract.sampling.Sampler;
import plumbline.contract.sampling.UnsatisfiableException;
import plumbline.contract.validation.Schemas;
import plumbline.json.jackson.databind.JsonNode;

/** What is written is read back as the same value. */
class RoundTripTests {
    private static final int SCHEMAS = 200;

    @ParameterizedTest
    @CsvSource({
        "application/json",
        "application/vnd.x+json",
        "application/xml",
        "application/x+xml; charset=utf-16",
        "multipart/form-data",
        "application/x-www-form-urlencoded",
    })
    void ofRandomObjects(String type) throws UnsatisfiableException {
        StringBuilder components = new StringBuilder("T: true\n");
        for (int i = 0; i < SCHEMAS; i++) {
            components.append("S%d: %s\n".formatted(i, new RandomObjects(i).schema()));
        }
        Contract contract = Contracts.ofSchemas("3.2.0", components.toString());
        Schemas schemas = new Schemas(contract.version());

        for (int i = 0; i < SCHEMAS; i++) {
            Schema schema = Contracts.schema(contract, "S" + i);
            JsonNode value = new Sampler(schemas).sample(schema, Direction.REQUEST, i);

            comesBack(type, schema, value, schemas);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/plain                         | {type: integer, minimum: 3}",
                "text/plain; charset=iso-8859-1     | {enum: [äöü, ß]}",
                "text/csv                           | {type: [boolean, 'null']}",
                "application/jsonl                  | {type: array, items: {type: [integer, object]}, minItems: 2}",
                "application/json-seq               | {type: array, items: {type: string}, minItems: 2}",
                "application/octet-stream           | {type: string, format: binary, minLength: 5}",
                "image/png                          | {type: string}",
                "application/xml                    | {type: array, items: {type: integer, xml: {name: i}}, minItems: 2}",
                "application/xml                    | {type: integer, xml: {name: n, namespace: 'urn:n', prefix: p}}",
                "multipart/mixed                    | {type: array, prefixItems: [{type: integer}, {type: object, required: [a], properties: {a: {type: string}}}], minItems: 3, items: {type: string}}",
            })
    void ofOtherKinds(String type, String schema) throws UnsatisfiableException {
        Contract contract = Contracts.ofSchemas("3.2.0", "T: " + schema);
        Schemas schemas = new Schemas(contract.version());
        Schema component = Contracts.schema(contract, "T");

        for (int seed = 0; seed < 20; seed++) {
            comesBack(type, component, new Sampler(schemas).sample(component, Direction.REQUEST, seed), schemas);
        }
    }

    private static void comesBack(String type, Schema schema, JsonNode value, Schemas schemas) {
        MediaType mediaType = MediaType.parse(type).orElseThrow();
        MediaTypeSpec spec = MediaTypeSpec.of(mediaType, schema, schema.node());

        Written written = Bodies.write(new Content(spec, mediaType), value);

        MediaType declared = MediaType.parse(written.contentType()).orElseThrow();
        TextReader reader = new TextReader((part, candidate) -> schemas.isValid(part, Direction.REQUEST, candidate));
        BodyReading reading = Bodies.read(new Content(spec, declared), written.body(), reader);
        assertThat(reading.faults()).as(written.body().text()).isEmpty();
        assertThat(reading.value()).isNotNull();
        assertThat(value.equals(RoundTripTests::compare, reading.value()))
                .as(
                        "%s%nwritten as %s%ncomes back as %s%nfor %s",
                        value, written, reading.value(), schema.node().value())
                .isTrue();
    }

    private static int compare(JsonNode one, JsonNode other) {
        return one.isNumber() && other.isNumber()
                ? one.decimalValue().compareTo(other.decimalValue())
                : one.equals(other) ? 0 : 1;
    }

    /** Schemas of objects that can be told apart in every media type: no lists that may be empty, no mere text of nothing. */
    private static final class RandomObjects {
        private final SplittableRandom random;

        RandomObjects(long seed) {
            this.random = new SplittableRandom(seed);
        }

        String schema() {
            return object(0, "");
        }

        private String object(int depth, String xml) {
            List<String> properties = new ArrayList<>();
            for (int i = random.nextInt(1, 5); i > 0; i--) {
                properties.add("'%s%d': %s".formatted(any(List.of("p", "ö", "a b", "x/y~")), i, property(depth)));
            }
            return "{type: object, %sproperties: {%s}}".formatted(xml, String.join(", ", properties));
        }

        private String property(int depth) {
            String name =
                    any(List.of("", "name: n%d".formatted(random.nextInt(1_000_000)), "namespace: 'urn:x', prefix: x"));
            String comma = name.isEmpty() ? "" : ", ";
            return switch (random.nextInt(depth > 2 ? 4 : 7)) {
                case 0, 1 -> "{xml: {%s}, %s}".formatted(name, scalar());
                case 2 -> "{xml: {attribute: true}, %s}".formatted(scalar());
                case 3 -> "{type: ['null', integer], xml: {%s}}".formatted(name);
                case 4 ->
                    "{type: array, minItems: 1, xml: {wrapped: true%s%s}, items: %s}"
                            .formatted(comma, name, item(depth));
                case 5 -> "{type: array, minItems: 1, items: %s}".formatted(item(depth));
                default -> object(depth + 1, "xml: {%s}, ".formatted(name));
            };
        }

        private String item(int depth) {
            String xml = random.nextBoolean() ? "xml: {name: item%d}, ".formatted(random.nextInt(1_000_000)) : "";
            return random.nextBoolean() ? object(depth + 1, xml) : "{%s%s}".formatted(xml, scalar());
        }

        private String scalar() {
            return any(List.of(
                    "type: integer",
                    "type: number",
                    "type: boolean",
                    "type: string",
                    "type: string, format: date",
                    "type: string, enum: [\" a<b>&amp;\\\"']]> \", \"é😀\\t\\n\\r\\nx\", \"--part\\r\\n--\", \"a&b=c+d%20\"]",
                    "type: [integer, string], enum: [5, six]"));
        }

        private String any(List<String> choices) {
            return choices.get(random.nextInt(choices.size()));
        }
    }
}
