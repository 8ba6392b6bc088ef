package plumbline.contract.document.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.json.jackson.databind.JsonNode;

class YamlTests {
    @Nested
    class Scalars {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "yes",
                    "no",
                    "on",
                    "off",
                    "y",
                    "n",
                    "Yes",
                    "NO",
                    "2024-07-30",
                    "2024-07-30T00:00:00Z",
                    "12:30:45",
                    "1_000",
                    "0b101",
                    ".inf",
                    "-.inf",
                    ".nan",
                    "0o9",
                    "0xg",
                    "1.2.3",
                    "3.1.1",
                    "+",
                    ".",
                    "1e",
                    "e5",
                    "tRUE",
                    "nULL",
                    "1,000",
                    "é",
                    "0x",
                    "-0x1F",
                    "<",
                    "=",
                    "--1",
                    "1-2"
                })
        void stayTextWhereTheCoreSchemaKnowsNoOtherType(String text) {
            assertThat(scalar(text).isString()).isTrue();
            assertThat(scalar(text).stringValue()).isEqualTo(text);
        }

        @ParameterizedTest
        @CsvSource({
            "0, 0",
            "012, 12",
            "0x1F, 31",
            "0o17, 15",
            "-19, -19",
            "+3, 3",
            "3.10, 3.10",
            "1., 1",
            ".5, 0.5",
            "-.5, -0.5",
            "1e3, 1E+3",
            "6.02E-23, 6.02E-23",
            "9223372036854775808, 9223372036854775808"
        })
        void areNumbersByTheCoreSchema(String text, String number) {
            assertThat(scalar(text).isNumber()).isTrue();
            assertThat(scalar(text).decimalValue()).isEqualByComparingTo(number);
        }

        @ParameterizedTest
        @ValueSource(strings = {"~", "null", "Null", "NULL", ""})
        void areNullByTheCoreSchema(String text) {
            assertThat(scalar(text).isNull()).isTrue();
        }

        @ParameterizedTest
        @CsvSource({"true, true", "True, true", "TRUE, true", "false, false", "False, false", "FALSE, false"})
        void areBooleansByTheCoreSchema(String text, boolean value) {
            assertThat(scalar(text).isBoolean()).isTrue();
            assertThat(scalar(text).booleanValue()).isEqualTo(value);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"'12'", "\"true\"", "'null'", "''", "!!str 12", "! 12", "!!str null", "|\n  12", ">-\n  12"})
        void stayTextWhereTheyAreQuotedOrTagged(String text) {
            assertThat(scalar(text).isString()).isTrue();
        }

        @Test
        void keepAllDigits() {
            assertThat(scalar("3.10").decimalValue()).hasToString("3.10");
            assertThat(scalar("1" + "0".repeat(400)).decimalValue()).isEqualByComparingTo("1e400");
        }

        @Test
        void stayTextWhereTheyHaveMoreDigitsThanJsonAllows() {
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(60),
                    () -> assertThat(scalar("1".repeat(300_000)).isString()).isTrue());
            assertThat(scalar("1e9999").isString()).isTrue();
        }
    }

    @Nested
    class Collections {
        @Test
        void readsKeysAsText() {
            assertThat(read("{200: a, true: b, null: c, 1.0: d, 2024-01-01: e, on: f}"))
                    .hasToString("""
                            {"200":"a","true":"b","null":"c","1.0":"d","2024-01-01":"e","on":"f"}""");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '~',
                value = {
                    "a: 1\\nb: 2\\na: 3        | 3:1 | 'a' stands twice",
                    "x:\\n  {a: 1, 'a': 2}     | 2:10 | 'a' stands twice",
                    "? [a]\\n: b               | 1:3 | mapping key",
                    "a: 1\\n---\\nb: 2         | 2:1 | second document",
                    "a: *b                     | 1:4 | alias *b",
                    "a: &a [*a]                | 1:8 | alias *a",
                    "a:\\n\\tb: 1              | 2:1 | TAB",
                    "a: [1, 2                  | 1:9 | ",
                    "a: 'b                     | 1:6 | ",
                    "a: b: c                   | 1:5 | ",
                    "<<: 1                     | 1:1 | merge key",
                    "a: @x                     | 1:4 | ",
                    "a: !<                     | 1:6 | ",
                })
        void saysWhereATextIsMalformed(String text, String position, String message) {
            SyntaxException problem = problem(text.replace("\\n", "\n").replace("\\t", "\t"));

            assertThat(problem.line() + ":" + problem.column()).isEqualTo(position);
            assertThat(problem.getMessage()).contains("YAML").contains(message == null ? "" : message);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "\n\n", "# only a comment\n"})
        void refusesAnEmptyText(String text) {
            assertThat(problem(text)).hasMessageContaining("empty");
        }

        @Test
        void refusesInvalidUtf8() {
            byte[] text = "a: é".getBytes(StandardCharsets.ISO_8859_1);

            assertThatExceptionOfType(SyntaxException.class)
                    .isThrownBy(() -> new YamlSyntax().read(text))
                    .withMessageContaining("UTF-8");
        }

        @Test
        void passesOverAByteOrderMark() {
            assertThat(read("\uFEFFa: 1")).hasToString("{\"a\":1}");
        }

        @Test
        void acceptsDocumentMarkersDirectivesAndWindowsLineEnds() {
            assertThat(read("%YAML 1.2\r\n---\r\na: 1\r\n...\r\n")).hasToString("{\"a\":1}");
        }
    }

    @Nested
    class Sharing {
        @Test
        void repeatsWhatAnAnchorNames() {
            assertThat(read("""
                            a: &x {b: [1]}
                            c: *x
                            d: [*x]
                            """)).hasToString("{\"a\":{\"b\":[1]},\"c\":{\"b\":[1]},\"d\":[{\"b\":[1]}]}");
        }

        @Test
        void takesTheLatestAnchorOfAName() {
            assertThat(read("[&a 1, *a, &a 2, *a]")).hasToString("[1,1,2,2]");
        }

        @Test
        void findsAnchorsOfKeys() {
            assertThat(read("&a b: *a\n*a : 1\n".replace("*a : 1", "c: *a"))).hasToString("{\"b\":\"b\",\"c\":\"b\"}");
        }

        @Test
        void mergesMappingsWithTheOwnKeysWinning() {
            assertThat(read("""
                            base: &base {a: 1, b: 1}
                            other: &other {b: 2, c: 2}
                            own:
                              c: 3
                              <<: [*base, *other]
                            """).path("own")).hasToString("{\"c\":3,\"a\":1,\"b\":1}");
        }

        @Test
        void refusesAliasesThatGrowBeyondMeasure() {
            StringBuilder bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
            for (int i = 1; i < 12; i++) {
                bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(10)));
            }

            assertThat(problem(bomb.toString())).hasMessageContaining("aliases");
        }

        @Test
        void refusesNestingThatWouldOverflowTheStack() {
            assertThat(problem("[".repeat(100_000))).hasMessageContaining("nest");
            assertThat(problem("- ".repeat(5_000) + "x")).hasMessageContaining("nest");
            assertThat(problem("{a: ".repeat(600) + "}".repeat(600))).hasMessageContaining("nest");
        }

        @Test
        void refusesNestingThatIsBuiltOfAliases() {
            StringBuilder bomb = new StringBuilder("a0: &a0 x\n");
            for (int i = 1; i < 10; i++) {
                bomb.append("a%d: &a%d %s*a%d %s\n".formatted(i, i, "[".repeat(200), i - 1, "]".repeat(200)));
            }

            assertThat(problem(bomb.toString())).hasMessageContaining("nest");
        }
    }

    private static JsonNode scalar(String text) {
        return read("a: " + text).path("a");
    }

    private static JsonNode read(String text) {
        try {
            return new YamlSyntax().read(text.getBytes(StandardCharsets.UTF_8));
        } catch (SyntaxException e) {
            throw new AssertionError(text, e);
        }
    }

    private static SyntaxException problem(String text) {
        SyntaxException exception = catchThrowableOfType(
                SyntaxException.class, () -> new YamlSyntax().read(text.getBytes(StandardCharsets.UTF_8)));
        assertThat(exception).isNotNull();
        return exception;
    }
}
