package plumbline.contract.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptTests {
    private static final List<MediaType> OFFERED = types("application/json", "application/xml", "text/plain");

    @Nested
    class Weights {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "text/*;q=0.3, text/html;q=0.7, text/html;level=1, */*;q=0.5 | text/html;level=1 | 1",
                    "text/*;q=0.3, text/html;q=0.7, text/html;level=1, */*;q=0.5 | text/html         | 0.7",
                    "text/*;q=0.3, text/html;q=0.7, text/html;level=1, */*;q=0.5 | text/plain        | 0.3",
                    "text/*;q=0.3, text/html;q=0.7, text/html;level=1, */*;q=0.5 | image/jpeg        | 0.5",
                    "text/html, */*;q=0                                          | image/jpeg        | 0",
                    "text/html;q=0, */*                                          | text/html         | 0",
                    "text/html                                                   | image/jpeg        | 0",
                    "text/html; Q=0.5                                            | text/html         | 0.5",
                })
        void comeFromTheMostSpecificRange(String accept, String type, double quality) {
            assertThat(accept(accept).quality(types(type).get(0))).isEqualTo(quality);
        }

        @ParameterizedTest
        @ValueSource(strings = {"a/b;q=x", "a/b;q=", "a/b;q=NaN", "a/b;q=2", "a/b;q=Infinity"})
        void areOneWhereTheyCannotBeRead(String accept) {
            assertThat(accept(accept).quality(types("a/b").get(0))).isEqualTo(1);
        }

        @Test
        void areNeverBelowZero() {
            assertThat(accept("a/b;q=-1").quality(types("a/b").get(0))).isZero();
        }

        @Test
        void applyToOfferedRangesThatHoldWhatIsAccepted() {
            assertThat(accept("image/png").quality(types("image/*").get(0))).isEqualTo(1);
            assertThat(accept("image/png").quality(types("text/*").get(0))).isZero();
        }
    }

    @Nested
    class Choice {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "application/xml                            | application/xml",
                    "application/xml;q=0.9, application/json    | application/json",
                    "application/json;q=0.1, */*;q=0.5          | application/xml",
                    "*/*                                        | application/json",
                    "text/*, application/*;q=0.9                | text/plain",
                    "text/plain, application/json               | application/json",
                    "application/json; charset=utf-8            | application/json",
                    "garbage, text/plain                        | text/plain",
                    "application/json;q=0, */*                  | application/xml",
                    "application/json;version=1                 | application/json",
                    "application/json;version=1;q=0.1, text/plain;format=flowed | text/plain",
                })
        void takesTheBestAndOnATieTheFirstOffered(String accept, String best) {
            assertThat(accept(accept).best(OFFERED)).hasToString("Optional[" + best + "]");
        }

        @ParameterizedTest
        @ValueSource(strings = {"image/png", "application/json;q=0", "*/*;q=0", "text/html, image/*"})
        void isNoneWhereNothingIsAcceptable(String accept) {
            assertThat(accept(accept).best(OFFERED)).isEmpty();
        }

        @Test
        void isTheFirstOfferedWithoutTheHeader() {
            assertThat(Accept.of(Headers.none()).best(OFFERED)).contains(OFFERED.get(0));
        }

        @Test
        void isNoneOfNothing() {
            assertThat(accept("*/*").best(List.of())).isEmpty();
            assertThat(Accept.of(Headers.none()).best(List.of())).isEmpty();
        }

        @Test
        void looksAtAllHeaderLinesAndSplitsOutsideOfQuotes() {
            Accept accept = Accept.of(Headers.of("Accept", "a/b;x=\"1,2\"", "accept", "application/xml"));

            assertThat(accept.ranges()).hasSize(2);
            assertThat(accept.best(OFFERED)).contains(OFFERED.get(1));
        }
    }

    private static Accept accept(String value) {
        return Accept.of(Headers.of("Accept", value));
    }

    private static List<MediaType> types(String... texts) {
        return Arrays.stream(texts)
                .map(text -> MediaType.parse(text).orElseThrow())
                .toList();
    }
}
