package plumbline.contract.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static plumbline.contract.validation.BodyContracts.brief;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlBodiesTests {
    private static final String TYPE = "application/xml";
    private static final String SCHEMAS = """
            Pet:
              type: object
              xml: {name: pet}
              required: [name, tags]
              additionalProperties: false
              properties:
                id: {type: integer, xml: {attribute: true}}
                name: {type: string}
                age: {type: integer, minimum: 0}
                good: {type: boolean}
                tags: {type: array, xml: {name: labels, wrapped: true}, items: {type: string, maxLength: 5, xml: {name: label}}}
                nick: {type: array, items: {type: string, xml: {name: nickname}}}
                owner: {$ref: '#/components/schemas/Person'}
                born: {allOf: [{$ref: '#/components/schemas/Day'}], xml: {name: birthday}}
                place: {type: string, xml: {namespace: 'urn:place', prefix: pl}}
                none: {type: [string, 'null'], minLength: 1}
                secret: {type: string, writeOnly: true}
                made: {type: string, readOnly: true}
            Person: {type: object, properties: {first: {type: string}, friends: {type: array, items: {$ref: '#/components/schemas/Person'}}}}
            Day: {type: string, format: date}
            """;
    private static final BodyContracts PET = of("{$ref: '#/components/schemas/Pet'}");

    private static BodyContracts of(String schema) {
        return BodyContracts.of("application/xml: {schema: " + schema + "}", SCHEMAS);
    }

    private static String pet(String more) {
        return "<pet><name>N</name><labels/>" + more + "</pet>";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<age> 5 </age>",
                "<good>true</good>",
                "<nickname>a</nickname><nickname>b</nickname>",
                "<owner><first>F</first><friends><first>G</first></friends><friends/></owner>",
                "<birthday>2024-02-29</birthday>",
                "<x:place xmlns:x='urn:place'>P</x:place>",
                "<none xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:nil='true'/>",
                "<none/>",
                "<secret>s</secret>",
                "<made>m</made>",
                "<!-- a comment --><?pi x?>",
            })
    void passIfTheyConform(String more) {
        assertThat(PET.ofRequest(TYPE, pet(more))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<pet id='5'><name>a &lt; <![CDATA[b & c]]></name><labels><label>x</label></labels></pet>",
                "<?xml version='1.0' encoding='UTF-8'?>\n<pet xmlns='urn:any'>\n  <name>N</name>\n  <labels/>\n</pet>\n",
            })
    void passWhicheverWayTheyAreWritten(String body) {
        assertThat(PET.ofRequest(TYPE, body)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<age>x</age>                        | type body at /age",
                "<age>-1</age>                       | minimum body at /age",
                "<age>1</age><age>2</age>            | duplicate body at /age",
                "<age><x>1</x></age>                 | type body at /age",
                "<good>yes</good>                    | type body at /good",
                "<born>2024-02-29</born>             | xmlName body at /born",
                "<birthday>today</birthday>          | format body at /born",
                "<owner>Jo</owner>                   | type body at /owner",
                "<place>P</place>                    | xmlName body at /place",
                "<id>5</id>                          | xmlName body at /id",
                "<tag>x</tag>                        | additionalProperties body",
            })
    void nameTheElementThatDoesNotConform(String more, String violation) {
        assertThat(brief(PET.ofRequest(TYPE, pet(more)))).first().isEqualTo(violation);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<pet/>                                                        | required body, required body",
                "<pet id='x'><name>N</name><labels/></pet>                     | type body at /id",
                "<pet no='x'><name>N</name><labels/></pet>                     | additionalProperties body",
                "<dog><name>N</name><labels/></dog>                            | xmlName body",
                "<pet><name>N</name><labels><tag>x</tag></labels></pet>        | xmlName body at /tags/0",
                "<pet><name>N</name><labels><label>abcdef</label></labels></pet> | maxLength body at /tags/0",
            })
    void nameTheAttributeOrItemThatDoesNotConform(String body, String violations) {
        assertThat(brief(PET.ofRequest(TYPE, body))).containsExactly(violations.split(", ", -1));
    }

    @Test
    void mustNotComeBackWithWhatIsWriteOnly() {
        assertThat(brief(PET.ofResponse(TYPE, pet("<secret>s</secret><made>m</made>"))))
                .containsExactly("writeOnly body at /secret");
    }

    @Nested
    class Roots {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '~',
                value = {
                    "{$ref: '#/components/schemas/Day'}                                 | <Day>2024-01-01</Day>",
                    "{type: array, items: {$ref: '#/components/schemas/Day'}}           | <any><Day>2024-01-01</Day></any>",
                    "{type: array, xml: {name: days}, items: {type: integer}}           | <days><days>1</days></days>",
                    "{type: integer, xml: {name: n}}                                    | <n>5</n>",
                    "{oneOf: [{$ref: '#/components/schemas/Pet'}, {$ref: '#/components/schemas/Person'}]} | <Person><first>F</first></Person>",
                    "{type: string}                                                     | <any><a>b</a></any>",
                    "{type: object, properties: {v: {type: integer, xml: {nodeType: text}}, u: {type: string, xml: {nodeType: attribute}}}, required: [v, u]} | <any u='m'>5</any>",
                    "{type: object, properties: {v: {type: object, xml: {nodeType: none}, properties: {a: {type: integer}}, required: [a]}}, required: [v]} | <any><a>5</a></any>",
                    "{type: object, additionalProperties: {type: integer}}              | <any><a>5</a><b>6</b></any>",
                    "{type: object, properties: {a: {type: object, properties: {b: {}}, required: [b]}}} | <any><a><b><c/></b></a></any>",
                })
        void areNamedByHintOrComponent(String schema, String body) {
            assertThat(of(schema).ofRequest(TYPE, body)).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '~',
                value = {
                    "{$ref: '#/components/schemas/Day'}                                 | <day>2024-01-01</day>  | xmlName body",
                    "{type: array, items: {$ref: '#/components/schemas/Day'}}           | <any><day>2024-01-01</day></any> | xmlName body at /0",
                    "{type: integer, xml: {name: n}}                                    | <n>x</n>   | type body",
                    "{type: object, additionalProperties: {type: integer}}              | <any><a>x</a></any> | type body at /a",
                })
        void areJudged(String schema, String body, String violation) {
            assertThat(brief(of(schema).ofRequest(TYPE, body))).containsExactly(violation);
        }
    }

    @Nested
    class Wellformedness {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "<pet>",
                    "<pet/><pet/>",
                    "<pet",
                    "{}",
                    "<pet>&nbsp;</pet>",
                    "<pet xmlns:a='u' a:x='1' a:x='2'/>",
                    "<b:pet/>",
                    "<!DOCTYPE pet [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><pet><name>&e;</name></pet>",
                    "<!DOCTYPE pet><pet/>",
                    "<pet>\u0001</pet>",
                })
        void isNeeded(String body) {
            List<Violation> violations = PET.ofRequest(TYPE, body.isEmpty() ? "<" : body);

            assertThat(brief(violations)).containsExactly("xml body");
            assertThat(violations.get(0).isUnreadableBody()).isTrue();
            assertThat(violations.get(0).message()).matches("[^\\n]+ \\(line \\d+, column \\d+\\)");
        }

        @Test
        void isJudgedWhereNothingElseIsDocumented() {
            BodyContracts any = BodyContracts.of("text/xml: {}\napplication/x+xml: {}", "");

            assertThat(any.ofRequest("text/xml", "<a/>")).isEmpty();
            assertThat(brief(any.ofRequest("application/x+xml", "<a>"))).containsExactly("xml body");
        }

        @Test
        void endsWhereElementsAreTooDeep() {
            assertThat(brief(PET.ofRequest(TYPE, "<pet>".repeat(100_000)))).containsExactly("xml body");
        }

        @Test
        void endsOnEntitiesThatMultiply() {
            String bomb = "<!DOCTYPE p [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;'>"
                    + "<!ENTITY c '&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;'>]><pet>&d;</pet>";

            assertThat(brief(PET.ofRequest(TYPE, bomb))).containsExactly("xml body");
        }

        @Test
        void readsOtherCharsets() {
            byte[] utf16 = pet("").getBytes(java.nio.charset.StandardCharsets.UTF_16);
            byte[] latin = pet("<made>é</made>").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

            assertThat(PET.ofRequest(TYPE, utf16)).isEmpty();
            assertThat(PET.ofRequest(TYPE + "; charset=iso-8859-1", latin)).isEmpty();
            assertThat(brief(PET.ofRequest(TYPE + "; charset=utf-99", utf16))).containsExactly("xml body");
        }
    }
}
