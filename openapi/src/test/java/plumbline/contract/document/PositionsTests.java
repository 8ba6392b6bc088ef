package plumbline.contract.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionsTests {
    private static final String YAML = """
            # A comment
            openapi: 3.1.0
            paths:
              /users/{id}:
                get: {tags: [a, b]}
              'a~b':
                - 1
                - x: é
                  y: 😀 z
            base: &base
              p: 1
            copy: *base
            merged:
              <<: *base
              q: 2
            empty:
            """;

    private static final String JSON = """
            {
              "paths": {
                "/users/{id}": {"get": {"tags": ["a", "b"]}},
                "a~b": [
                  1, {"é": 1, "y": 2}
                ],
                "": null
              }
            }
            """;

    @ParameterizedTest
    @CsvSource({
        "'', 2, 1",
        "/openapi, 2, 1",
        "/paths, 3, 1",
        "/paths/~1users~1{id}, 4, 3",
        "/paths/~1users~1{id}/get, 5, 5",
        "/paths/~1users~1{id}/get/tags, 5, 11",
        "/paths/~1users~1{id}/get/tags/1, 5, 21",
        "/paths/a~0b, 6, 3",
        "/paths/a~0b/0, 7, 7",
        "/paths/a~0b/1, 8, 7",
        "/paths/a~0b/1/y, 9, 7",
        "/copy, 12, 1",
        "/copy/p, 11, 3",
        "/merged/q, 15, 3",
        "/empty, 16, 1"
    })
    void ofYamlAreThoseOfKeysAndItems(String pointer, int line, int column) {
        assertThat(place(YAML, pointer)).isEqualTo(new Place("api.yaml", line, column, pointer));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 1, 1",
        "/paths, 2, 12",
        "/paths/~1users~1{id}, 3, 20",
        "/paths/~1users~1{id}/get/tags/1, 3, 43",
        "/paths/a~0b/0, 5, 7",
        "/paths/a~0b/1/é, 5, 16",
        "/paths/a~0b/1/y, 5, 24",
        "/paths/, 7, 9"
    })
    void ofJsonAreThoseOfValuesCountedInCharacters(String pointer, int line, int column) {
        assertThat(place(JSON, pointer)).isEqualTo(new Place("api.yaml", line, column, pointer));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 1, 1",
        "/é😀, 1, 9",
        "/é😀/0, 1, 11",
        "/é😀/1, 1, 19",
        "/é😀/1/x, 3, 2",
        "/é😀/2, 3, 12",
        "/tab\tbed, 5, 14",
        "/é, 5, 34",
        "/end, 6, 8"
    })
    void ofJsonAreCountedOnWhateverEndsALine(String pointer, int line, int column) {
        String text = "{\"é😀\": [ \"\\\"😀\", {\r\n\"x\":\r -1.5e3 }, [ ] ],\r\n\n"
                + " \"tab\\tbed\": [{}, {}], \"\\u00e9\": true,\r\"end\": \"e\" }";

        assertThat(place(text, pointer)).isEqualTo(new Place("api.yaml", line, column, pointer));
    }

    @Test
    void ofManyMembersAreFoundByName() {
        String members = IntStream.range(0, 100)
                .mapToObj(i -> "\"n" + i + "\": {\"x\": " + i + "}")
                .collect(Collectors.joining(",\n"));
        String text = "{" + members + "}";

        assertThat(place(text, "/n99/x")).isEqualTo(new Place("api.yaml", 100, 14, "/n99/x"));
        assertThat(place(text, "/n40")).isEqualTo(new Place("api.yaml", 41, 8, "/n40"));
        assertThat(place(text, "/n100/x")).isEqualTo(new Place("api.yaml", 1, 1, "/n100/x"));
    }

    @Test
    void ofWhatIsNotInTheTextAreThoseOfTheNearestValueAround() {
        assertThat(place(YAML, "/merged/p").position()).isEqualTo("api.yaml:13:1");
        assertThat(place(YAML, "/paths/~1users~1{id}/post/x").position()).isEqualTo("api.yaml:4:3");
        assertThat(place(JSON, "/paths/a~0b/7").position()).isEqualTo("api.yaml:4:12");
        assertThat(place(JSON, "/paths/a~0b/x").position()).isEqualTo("api.yaml:4:12");
    }

    @Test
    void ofAYamlTextThatLooksLikeJsonAreTheSame() {
        assertThat(place("\n\n  [1,\n {\"a\": 2}]", "/1/a").position()).isEqualTo("api.yaml:4:3");
    }

    private static Place place(String text, String pointer) {
        return Documents.read(new MemorySource(Map.of("api.yaml", text))).place(pointer);
    }
}
