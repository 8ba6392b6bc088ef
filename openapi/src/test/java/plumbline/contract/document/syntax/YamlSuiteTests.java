package plumbline.contract.document.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.contract.json.Json;

/**
 * What documents use of YAML 1.2, case by case and named after the YAML test suite, with our departures from it told. In these
 * texts {@code \n} is a line break and {@code \t} a tab, and values are JSON with single quotes.
 */
class YamlSuiteTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '^',
            quoteCharacter = '~',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "229Q sequence of mappings^-\\n  a: 1\\n-\\n  a: 2\\n^[{'a':1},{'a':2}]",
                "4CQQ plain text over lines^a: b\\n  c\\n\\n  d\\n^{'a':'b c\\nd'}",
                "4QFQ indentation told^a: |2\\n    b\\n   c\\n^{'a':'  b\\n c\\n'}",
                "A6F9 chomping^a: |-\\n  x\\nb: |\\n  x\\n\\nc: |+\\n  x\\n\\n^{'a':'x','b':'x\\n','c':'x\\n\\n'}",
                "K858 folded and blank^a: >\\n\\nb: 1\\n^{'a':'','b':1}",
                "F6MC first line indented more^a: >2\\n   more\\n  regular\\n^{'a':' more\\nregular\\n'}",
                "TS54 folding^a: >\\n  b\\n  c\\n\\n  d\\n^{'a':'b c\\nd\\n'}",
                "JEF9 kept and blank^a: |+\\n\\n\\nb: 1\\n^{'a':'\\n\\n','b':1}",
                "JEF9 kept blanks with spaces^x:\\n  a: |+\\n      \\n  b: 1\\n^{'x':{'a':'\\n','b':1}}",
                "JEF9 clipped blanks with spaces^x:\\n  a: |\\n        \\n    \\n  b: 1\\n^{'x':{'a':'','b':1}}",
                "JEF9 stripped blanks at the end^x:\\n  a: |-\\n        \\n^{'x':{'a':''}}",
                "JEF9 folded blanks and a comment^x:\\n  a: >+ # why\\n     \\n  b: 1\\n^{'x':{'a':'\\n','b':1}}",
                "JEF9 blanks in a list^x:\\n- |+\\n    \\n- 1\\n^{'x':['\\n',1]}",
                "JEF9 blanks in a mapping of a list^x:\\n- a: |+\\n      \\n  b: 1\\n^{'x':[{'a':'\\n','b':1}]}",
                "5GBF blank lines in quotes^a: \"b\\n\\n  c\"\\n^{'a':'b\\nc'}",
                "J7PZ merged anchors^a: &a {b: 1}\\nc:\\n  <<: *a\\n^{'a':{'b':1},'c':{'b':1}}",
                "6JQW comments^# one\\na: 1 # two\\n^{'a':1}",
                "Q9WF flow mappings at the start^{a: b}\\n^{'a':'b'}",
                "L9U5 flow in flow^a: [b, {c: d}, [e]]\\n^{'a':['b',{'c':'d'},['e']]}",
                "5C5M flow over lines^a: {b: 1,\\n  c: 2,\\n}\\n^{'a':{'b':1,'c':2}}",
                "RTP8 marked start and end^---\\na: 1\\n...\\n^{'a':1}",
                "ZF4X numbers as keys^\"200\": a\\n404: b\\n^{'200':'a','404':'b'}",
                "S4JQ tags^a: !!str 1\\nb: ! 2\\n^{'a':'1','b':'2'}",
                "6HB6 tabs behind values^a: 1\\t# one\\nb: 2\\t\\n^{'a':1,'b':2}",
                "DK95 tabs where flow goes on (invalid)^a: [\\n\\tb]\\n^{'a':['b']}",
            })
    void readsWhatIsValid(String name, String text, String json) throws Exception {
        assertThat(new YamlSyntax().read(octets(text))).as(name).isEqualTo(Json.read(json.replace('\'', '"')));
        assertThat(new YamlSyntax().positions(octets(text)).at("").line()).isPositive();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '^',
            quoteCharacter = '~',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "4EJS tabs as indentation^a:\\n\\tb: 1\\n",
                "5LLU spaces before a first line of less^a: >\\n  \\n    \\n b\\n",
                "U44R wrong indentation^a:\\n  b: 1\\n   c: 2\\n",
                "2JQS no key^: a\\n",
                "JHB9 two documents^---\\na: 1\\n---\\nb: 2\\n",
                "M5DY keys that are no texts^? [a]\\n: b\\n",
                "9SA2 keys over lines in flow (valid)^- { \"a\\n  b\": 1}\\n",
            })
    void refusesWhatIsNotAndWhatNoDocumentNeeds(String name, String text) {
        assertThatExceptionOfType(SyntaxException.class)
                .as(name)
                .isThrownBy(() -> Syntax.of(octets(text)).read(octets(text)));
    }

    @Test
    void keepsPlacesBehindScalarsOfBlankLines() {
        byte[] text = octets("x:\\n  a: |+\\n      \\n\\n  b: 1\\n");

        Positions.Position b = new YamlSyntax().positions(text).at("/x/b");

        assertThat(b.line()).isEqualTo(5);
        assertThat(b.column()).isEqualTo(3);
    }

    private static byte[] octets(String text) {
        return text.replace("\\n", "\n").replace("\\t", "\t").getBytes(StandardCharsets.UTF_8);
    }
}
