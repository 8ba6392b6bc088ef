package plumbline.contract.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ObjectNode;

class JsonTests {
    @Nested
    class Strictness {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"a\":1,\"a\":2}",
                    "{\"x\":[{\"a\":1,\"b\":2,\"a\":3}]}",
                    "{\"a\":1,\"\\u0061\":2}",
                    "{} {}",
                    "1 2",
                    "[] x",
                    "",
                    " \n",
                    "NaN",
                    "Infinity",
                    "-Infinity",
                    "{} // end",
                    "/* c */ {}",
                    "# c",
                    "{'a':1}",
                    "{a:1}",
                    "[1,]",
                    "[,1]",
                    "{\"a\":1,}",
                    "01",
                    "+1",
                    ".5",
                    "1.",
                    "1e",
                    "\"a\tb\"",
                    "\"\\x\"",
                    "tru",
                    "True",
                    "[",
                    "{",
                    "\"",
                    "]",
                    "-"
                })
        void refusesWhatRfc8259DoesNotKnow(String text) {
            JsonException fault = fault(text);

            assertThat(fault.getMessage())
                    .isNotBlank()
                    .doesNotContain("\n", "plumbline.json.jackson", "Source", "Feature");
            assertThat(fault.line()).isPositive();
            assertThat(fault.column()).isPositive();
        }

        @Test
        void refusesAByteOrderMark() {
            assertThat(fault("\uFEFF{}").getMessage()).contains("byte order mark");
        }

        @Test
        void refusesUtf16() {
            assertThat(fault("{}".getBytes(StandardCharsets.UTF_16LE))).isNotNull();
            assertThat(fault("{}".getBytes(StandardCharsets.UTF_16))).isNotNull();
        }

        @ParameterizedTest
        @ValueSource(strings = {"C3", "FF", "C0AF", "EDA080", "E282"})
        void refusesInvalidUtf8(String hex) {
            byte[] octets = HexFormat.of().parseHex("22" + hex + "22");

            assertThat(fault(octets).getMessage()).contains("UTF-8");
        }

        @Test
        void saysWhereInvalidUtf8Is() {
            byte[] octets = "{\n  \"é\": \"é?\"}".getBytes(StandardCharsets.UTF_8);
            octets[octets.length - 3] = (byte) 0xFF;

            JsonException fault = fault(octets);

            assertThat(fault.line()).isEqualTo(2);
            assertThat(fault.column()).isEqualTo(10);
        }
    }

    @Nested
    class Nesting {
        @Test
        void isReadTo500Deep() {
            assertThatCode(() -> Json.read("[".repeat(500) + "]".repeat(500))).doesNotThrowAnyException();
        }

        @ParameterizedTest
        @ValueSource(ints = {501, 1001, 100_000})
        void isAFaultWhereItIsDeeper(int depth) {
            assertThat(fault("[".repeat(depth) + "]".repeat(depth)).getMessage())
                    .containsIgnoringCase("nesting");
            assertThat(fault("{\"a\":".repeat(depth))).isNotNull();
        }
    }

    @Nested
    class Numbers {
        @ParameterizedTest
        @CsvSource({
            "1, INTEGER",
            "1.0, INTEGER",
            "1e2, INTEGER",
            "-0, INTEGER",
            "-0.0, INTEGER",
            "0.1, NUMBER",
            "1e-1, NUMBER",
            "123456789012345678901234567890, INTEGER",
            "0.1000000000000000055511151231257827, NUMBER"
        })
        void areWholeByTheirValue(String text, JsonType type) throws JsonException {
            assertThat(JsonType.of(Json.read(text))).isEqualTo(type);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"1.0", "1.10", "0.1000000000000000055511151231257827", "123456789012345678901234567890"})
        void keepTheirDigits(String text) throws JsonException {
            assertThat(Json.write(Json.read(text))).asString().isEqualTo(text);
        }

        @Test
        void areAFaultBeyondAThousandDigits() {
            assertThat(fault("1".repeat(1001))).isNotNull();
        }

        @ParameterizedTest
        @ValueSource(strings = {"1e999999999", "1e-999999999", "[1E+2147483647]", "-1e100001", "1e99999999999"})
        void areAFaultWhereTheirExponentWouldFillTheMemory(String text) {
            assertThat(fault(text).getMessage()).contains("exponent");
        }
    }

    @Nested
    class Places {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '~',
                value = {
                    "{\"a\" 1}                       | 1 | 6",
                    "{\\n  \"a\": 1,\\n  \"a\": 2\\n}  | 3 | 6",
                    "{}\\n x                         | 2 | 2",
                    "{\"é\":\\n \"éé\" x}             | 2 | 7",
                    "{\"é😀\": x}                    | 1 | 9",
                })
        void ofFaultsAreCountedInCharacters(String text, int line, int column) {
            JsonException fault = fault(text.replace("\\n", "\n"));

            assertThat(fault.line() + ":" + fault.column()).isEqualTo(line + ":" + column);
        }
    }

    @Nested
    class Keeping {
        @ParameterizedTest
        @ValueSource(strings = {"{\"a\":1,\"b\":{\"é\":2,\"é\":3}}", "{\"é\":[tru]}", "", "[1] 2", "1e9999", "{\"a\""})
        void refusesTheSameInTheSameWords(String text) {
            byte[] octets = text.getBytes(StandardCharsets.UTF_8);
            JsonException expected = fault(octets);

            JsonException fault = catchThrowableOfType(JsonException.class, () -> Json.readToKeep(octets));

            assertThat(fault).hasMessage(expected.getMessage());
            assertThat(fault.line() + ":" + fault.column()).isEqualTo(expected.line() + ":" + expected.column());
        }

        @Test
        void readsTheSameAndKeepsATextOnce() throws JsonException {
            byte[] octets = "{\"b\":[\"é\",1.50,null],\"a\":\"é\",\"c\":{}}".getBytes(StandardCharsets.UTF_8);

            JsonNode kept = Json.readToKeep(octets);

            assertThat(kept).isEqualTo(Json.read(octets));
            assertThat(Json.write(kept)).isEqualTo(octets);
            assertThat(kept.path("a")).isSameAs(kept.path("b").path(0));
        }

        @Test
        void leavesCopiesFreeToChange() throws JsonException {
            JsonNode kept = Json.readToKeep("{\"a\":{\"b\":[1]}}".getBytes(StandardCharsets.UTF_8));

            ObjectNode copy = ((ObjectNode) kept.deepCopy()).put("c", "text");
            copy.withArray("/a/b").add("text").remove(0);

            assertThat(copy).hasToString("{\"a\":{\"b\":[\"text\"]},\"c\":\"text\"}");
            assertThat(kept).hasToString("{\"a\":{\"b\":[1]}}");
        }
    }

    @Nested
    class Writing {
        @Test
        void givesBackWhatWasRead() throws JsonException {
            String text = "{\"b\":[null,true,\"é\\n\"],\"a\":{\"\":-1.50}}";

            assertThat(Json.write(Json.read(text)))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo(text);
        }
    }

    private static JsonException fault(String text) {
        return fault(text.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonException fault(byte[] text) {
        JsonException fault = catchThrowableOfType(JsonException.class, () -> Json.read(text));
        assertThat(fault).isNotNull();
        return fault;
    }
}
