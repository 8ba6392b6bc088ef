package plumbline.contract.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypeTests {
    @Nested
    class Parsing {
        @Test
        void readsTypeSubtypeAndParameters() {
            MediaType type = type("Text/HTML; Charset=UTF-8 ;level=1");

            assertThat(type.type()).isEqualTo("text");
            assertThat(type.subtype()).isEqualTo("html");
            assertThat(type.parameters())
                    .containsExactly(
                            org.assertj.core.api.Assertions.entry("charset", "UTF-8"),
                            org.assertj.core.api.Assertions.entry("level", "1"));
        }

        @Test
        void readsQuotedParametersWithSeparatorsAndEscapesInside() {
            MediaType type = type("multipart/mixed; boundary=\"a;b=\\\"c\\\"\"; x=1");

            assertThat(type.parameters()).containsEntry("boundary", "a;b=\"c\"").containsEntry("x", "1");
        }

        @Test
        void keepsTheFirstOfRepeatedParameters() {
            assertThat(type("a/b; c=1; C=2").parameters())
                    .containsEntry("c", "1")
                    .hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"a/b;", "a/b; ", "a/b;;", "a/b; ;"})
        void passesOverEmptyParameters(String text) {
            assertThat(type(text)).hasToString("a/b");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "json",
                    "/json",
                    "application/",
                    "application/json/x",
                    "a b/c",
                    "a/b c",
                    "a/b; charset",
                    "a/b; =x",
                    "a/b, c/d",
                    "(a)/b",
                    "a/é",
                    "a/b; \"x\"=1"
                })
        void refusesWhatIsNoMediaType(String text) {
            assertThat(MediaType.parse(text)).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"*/*, */*", "Text/*, text/*", "application/vnd.api+JSON, application/vnd.api+json"})
        void readsRangesAndSuffixes(String text, String essence) {
            assertThat(type(text).essence()).isEqualTo(essence);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"a/b", "a/b; c=d", "a/b; c=\"d e\"", "a/b; c=\"\"", "a/b; c=\"\\\"\\\\\"", "a/b; c=\"x;y\""})
        void writesWhatItReadsInTheSameWay(String text) {
            assertThat(type(text)).hasToString(text);
            assertThat(type(type(text).toString())).isEqualTo(type(text));
        }
    }

    @Nested
    class Kinds {
        @ParameterizedTest
        @CsvSource({
            "application/json, true",
            "text/json, true",
            "application/problem+json, true",
            "application/vnd.a.b+json; v=1, true",
            "application/jsonp, false",
            "application/x-ndjson, false",
            "application/json-seq, false",
            "text/html, false"
        })
        void knowsJson(String text, boolean json) {
            assertThat(type(text).isJson()).isEqualTo(json);
        }

        @Test
        void knowsXmlFormsMultipartAndText() {
            assertThat(type("application/soap+xml").isXml()).isTrue();
            assertThat(type("application/x-www-form-urlencoded; charset=utf-8").isForm())
                    .isTrue();
            assertThat(type("multipart/form-data; boundary=x").isMultipart()).isTrue();
            assertThat(type("text/plain").isText()).isTrue();
            assertThat(type("application/json").isXml()).isFalse();
        }

        @ParameterizedTest
        @CsvSource({"*/*, true", "text/*, true", "text/plain, false", "application/*+json, false"})
        void knowsRanges(String text, boolean range) {
            assertThat(type(text).isRange()).isEqualTo(range);
        }
    }

    @Nested
    class Covering {
        @ParameterizedTest
        @CsvSource({
            "*/*, text/html, true",
            "text/*, text/html, true",
            "text/*, application/json, false",
            "text/html, text/html, true",
            "text/html, TEXT/HTML; charset=utf-8, true",
            "text/html, text/plain, false",
            "text/html; level=1, text/html, false",
            "text/html; level=1, text/html; level=1; charset=utf-8, true",
            "text/html; level=1, text/html; level=2, false",
            "text/html; charset=UTF-8, text/html; charset=utf-8, true",
            "text/html; q=0.5, text/html, true",
            "application/json, application/problem+json, false",
            "text/html, text/*, false"
        })
        void comparesTypesAndTheParametersOfTheRange(String range, String type, boolean covered) {
            assertThat(type(range).covers(type(type))).isEqualTo(covered);
        }

        @Test
        void takesNoNoticeOfACharsetOfJsonWhichMeansNothing() {
            assertThat(type("application/json; charset=utf-8").covers(type("application/json")))
                    .isTrue();
            assertThat(type("application/a+json; charset=utf-8; v=1").covers(type("application/a+json; v=1")))
                    .isTrue();
            assertThat(type("text/plain; charset=utf-8").covers(type("text/plain")))
                    .isFalse();
        }
    }

    private static MediaType type(String text) {
        return MediaType.parse(text).orElseThrow();
    }
}
