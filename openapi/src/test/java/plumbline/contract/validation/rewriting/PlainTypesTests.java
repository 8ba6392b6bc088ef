package plumbline.contract.validation.rewriting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonException;

class PlainTypesTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"type":"string"}                               | "a"   | true
                    {"type":"string","description":"D","x-y":{}}    | ""    | true
                    {"type":["integer","null"],"example":1}         | 7     | true
                    {"type":"number"}                               | 7     | true
                    {"type":"boolean","default":true}               | false | true
                    {"type":"string"}                               | 7     | false
                    {"type":"integer"}                              | "7"   | false
                    {"type":"integer"}                              | 7.0   | false
                    {"type":"string","minLength":1}                 | "a"   | false
                    {"type":"string","format":"uuid"}               | "a"   | false
                    {"type":"string","$ref":"#/x"}                  | "a"   | false
                    {"type":"object"}                               | {}    | false
                    {"type":"array"}                                | []    | false
                    {}                                              | "a"   | false
                    {"x":1,"type":"string"}                         | "a"   | false
                    true                                            | "a"   | false
                    """)
    void takeAtAGlanceWhatNothingElseIsSaidOf(String schema, String value, boolean isTaken) throws JsonException {
        assertThat(PlainTypes.of(Json.read(schema)).take(Json.read(value))).isEqualTo(isTaken);
    }
}
