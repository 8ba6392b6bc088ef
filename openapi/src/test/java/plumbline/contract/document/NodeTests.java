package plumbline.contract.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.contract.json.Pointers;

class NodeTests {
    private static final String TEXT = """
            {
              "openapi": "3.1.0",
              "paths": {"/a/{b}~c": {"get": [1, {"x": 2}]}, "": {"": 0}, "é😀": {}},
              "same": {"$ref": "#/paths/~1a~1{b}~0c/get/1"},
              "again": {"$ref": "#/same"},
              "AaAa": {"x": 1},
              "BBBB": {"x": 1}
            }
            """;

    private final Node root =
            Documents.read(new MemorySource(Map.of("api.yaml", TEXT))).root();

    @ParameterizedTest
    @CsvSource({
        "''",
        "/paths",
        "/paths/~1a~1{b}~0c/get",
        "/paths/~1a~1{b}~0c/get/1/x",
        "/paths//",
        "/paths/é😀",
        "/AaAa/x"
    })
    void isTheSameWhereverTheWayToItStarted(String pointer) {
        Node jumped = root.at(pointer).orElseThrow();

        Node walked = walked(pointer);

        assertThat(walked).isEqualTo(jumped).hasSameHashCodeAs(jumped);
        assertThat(jumped).isEqualTo(walked);
        assertThat(walked.pointer()).isEqualTo(pointer);
        assertThat(walked).isEqualTo(walked(pointer)).hasSameHashCodeAs(pointer);
    }

    @Test
    void isNoOtherOfTheSameValue() {
        assertThat(walked("/AaAa/x")).hasSameHashCodeAs(walked("/BBBB/x")).isNotEqualTo(walked("/BBBB/x"));
        assertThat(walked("/AaAa/x")).isNotEqualTo(root.at("/BBBB/x").orElseThrow());
        assertThat(walked("/paths")).isNotEqualTo(walked("/same"));
    }

    @Test
    void isWhatReferencesToItLeadTo() {
        Node target = walked("/paths/~1a~1{b}~0c/get/1");

        assertThat(walked("/same").resolved()).isEqualTo(target);
        assertThat(walked("/again").resolved()).isEqualTo(target);
        assertThat(walked("/again").target("#/same")).isEqualTo(walked("/same"));
        assertThat(walked("/again").target("#/same")).isSameAs(walked("/paths").target("#/same"));
    }

    private Node walked(String pointer) {
        Node here = root;
        for (String token : Pointers.tokens(pointer)) {
            here = here.value().isArray()
                    ? here.items().get(Integer.parseInt(token))
                    : here.get(token).orElseThrow();
        }
        return here;
    }
}
