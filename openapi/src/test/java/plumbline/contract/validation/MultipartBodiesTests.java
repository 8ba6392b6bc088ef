package plumbline.contract.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static plumbline.contract.validation.BodyContracts.brief;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MultipartBodiesTests {
    private static final String TYPE = "multipart/form-data; boundary=b";
    private static final BodyContracts FORM = BodyContracts.of("""
            multipart/form-data:
              schema: {$ref: '#/components/schemas/Form'}
              encoding:
                photo: {contentType: 'image/png, image/x-*, image/jpeg', headers: {X-Size: {required: true, schema: {type: integer}}}}
                tags: {style: form, explode: false}
                deep: {style: deepObject}
                document: {contentType: application/xml}
            multipart/mixed:
              schema: {type: array, prefixItems: [{type: object, required: [a]}, {}], items: {type: integer}}
              prefixEncoding: [{contentType: application/json}, {contentType: 'image/*'}]
              itemEncoding: {contentType: text/plain}
            """, """
            Form:
              type: object
              required: [name]
              additionalProperties: false
              properties:
                name: {type: string}
                age: {type: integer}
                photo: {type: string, format: binary, maxLength: 4}
                file: {type: string, format: binary}
                files: {type: array, items: {type: string, format: binary}}
                address: {type: object, properties: {x: {type: integer}}}
                list: {type: array, items: {type: integer}}
                tags: {type: array, items: {type: integer}}
                deep: {type: object, properties: {x: {type: integer}}}
                document: {type: object, xml: {name: doc}, properties: {x: {type: integer}}}
                secret: {type: string, writeOnly: true}
                made: {type: string, readOnly: true}
            """);

    private static String part(String name, String headers, String content) {
        String text = content.replace("<NL>", "\r\n");
        String lines = headers.isEmpty() ? "" : headers.replace(" && ", "\r\n") + "\r\n";
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n" + lines + "\r\n" + text + "\r\n";
    }

    private static final String NAME = part("name", "", "N");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "age      | ~~                                                  | 5",
                "photo    | Content-Type: image/png && X-Size: 4                | PNG!",
                "file     | Content-Type: application/pdf                       | %PDF",
                "file     | ~~                                                  | <NL>--bb<NL>--",
                "files    | Content-Type: image/gif                             | GIF",
                "address  | Content-Type: application/json                      | {\"x\": 1}",
                "address  | ~~                                                  | {\"x\": 1}",
                "list     | ~~                                                  | 1",
                "list     | Content-Type: application/json                      | [1, 2]",
                "tags     | ~~                                                  | 1,2",
                "deep[x]  | ~~                                                  | 1",
                "document | content-type: application/xml                       | <doc><x>1</x></doc>",
                "secret   | ~~                                                  | s",
                "made     | ~~                                                  | m",
            })
    void passIfEachPartConforms(String name, String headers, String content) {
        assertThat(FORM.ofRequest(TYPE, NAME + part(name, headers, content) + "--b--"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "age      | ~~                                                  | x           | type body at /age",
                "age      | Content-Type: image/png                             | 5           | contentType body at /age",
                "age      | Content-Type: nonsense                              | 5           | contentType body at /age",
                "age      | Content-Type: text/plain; charset=utf-99            | 5           | text body at /age",
                "name     | ~~                                                  | N           | duplicate body at /name",
                "photo    | Content-Type: image/gif && X-Size: 4                | GIF         | contentType body at /photo",
                "photo    | X-Size: 4                                           | PNG         | contentType body at /photo",
                "photo    | Content-Type: image/png && X-Size: x                | PNG         | type body at /photo",
                "photo    | Content-Type: image/png                             | PNG         | required body at /photo",
                "photo    | Content-Type: image/png && X-Size: 5                | PNG!!       | maxLength body at /photo",
                "address  | Content-Type: application/json                      | {\"x\": \"1\"} | type body at /address/x",
                "address  | Content-Type: application/json                      | {           | json body at /address",
                "address  | Content-Type: text/plain                            | {}          | contentType body at /address",
                "list     | ~~                                                  | x           | type body at /list/0",
                "tags     | ~~                                                  | 1,x         | type body at /tags/1",
                "document | Content-Type: application/xml                       | <dog/>      | xmlName body at /document",
                "document | Content-Type: application/xml                       | <doc>       | xml body at /document",
                "other    | ~~                                                  | x           | additionalProperties body",
            })
    void nameThePartThatDoesNot(String name, String headers, String content, String violation) {
        assertThat(brief(FORM.ofRequest(TYPE, NAME + part(name, headers, content) + "--b--")))
                .containsExactly(violation);
    }

    @Test
    void needTheRequiredParts() {
        assertThat(brief(FORM.ofRequest(TYPE, part("age", "", "5") + "--b--"))).containsExactly("required body");
    }

    @Test
    void mustNotComeBackWithWhatIsWriteOnly() {
        assertThat(brief(FORM.ofResponse(TYPE, NAME + part("secret", "", "s") + part("made", "", "m") + "--b--")))
                .containsExactly("writeOnly body at /secret");
    }

    @Test
    void areReadInAnswersToo() {
        String part = part("address", "Content-Type: application/json", "{");

        assertThat(brief(FORM.ofResponse(TYPE, NAME + part + "--b--"))).containsExactly("json body at /address");
    }

    @Test
    void holdAnyOctets() {
        byte[] start = (NAME + "--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] body = new byte[start.length + 256 + 7];
        System.arraycopy(start, 0, body, 0, start.length);
        for (int i = 0; i < 256; i++) {
            body[start.length + i] = (byte) i;
        }
        System.arraycopy("\r\n--b--".getBytes(StandardCharsets.UTF_8), 0, body, start.length + 256, 7);

        assertThat(FORM.ofRequest(TYPE, body)).isEmpty();
    }

    @Nested
    class Framing {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '~',
                value = {
                    "multipart/form-data              | --b<NL><NL><NL>--b--     | multipart body",
                    "multipart/form-data; boundary=c  | --b<NL><NL><NL>--b--     | multipart body",
                    "multipart/form-data; boundary=b  | --b<NL><NL>              | multipart body",
                    "multipart/form-data; boundary=b  | --b<NL>no header<NL><NL><NL>--b--  | multipart body",
                    "multipart/form-data; boundary=b  | --b x<NL><NL><NL>--b--   | multipart body",
                    "multipart/form-data; boundary=b  | --b<LF><LF>x<LF>--b--          | multipart body",
                    "multipart/form-data; boundary=b  | x                        | multipart body",
                })
        void isRefusedWhereItIsBroken(String type, String body, String violation) {
            String sent = body.replace("<NL>", "\r\n").replace("<LF>", "\n");

            assertThat(brief(FORM.ofRequest(type, sent))).containsExactly(violation);
        }

        @Test
        void isAcceptedInAllItsForms() {
            String body =
                    "preamble\r\n--b \t\r\ncontent-disposition: form-data ; NAME=name\r\n\r\nN\r\n--b--\r\nepilogue";

            assertThat(FORM.ofRequest("multipart/form-data; boundary=\"b\"", body))
                    .isEmpty();
        }

        @Test
        void needsANameForEachPart() {
            assertThat(brief(FORM.ofRequest(TYPE, NAME + "--b\r\n\r\nx\r\n--b--")))
                    .containsExactly("multipart body");
        }

        @Test
        void saysWhatIsBrokenAndWhere() {
            assertThat(FORM.ofRequest(TYPE, NAME + "--b\r\n\r\n").get(0).message())
                    .isEqualTo("does not end with its boundary: part 2 (at octet 60)");
        }

        @Test
        void isReadInTimeWhateverComes() {
            String almost = "\r\n--".repeat(200_000);

            assertThat(brief(FORM.ofRequest(TYPE, NAME + part("file", "", almost) + "--b--")))
                    .isEmpty();
        }
    }

    @Nested
    class Lists {
        private static final String MIXED = "multipart/mixed; boundary=b";

        @Test
        void areReadByPosition() {
            String body =
                    "--b\r\nContent-Type: application/json\r\n\r\n{\"a\":1}\r\n--b\r\nContent-Type: image/gif\r\n\r\nGIF"
                            + "\r\n--b\r\n\r\n5\r\n--b--";

            assertThat(FORM.ofRequest(MIXED, body)).isEmpty();
        }

        @Test
        void nameThePartThatDoesNotConform() {
            String body =
                    "--b\r\nContent-Type: application/json\r\n\r\n{}\r\n--b\r\nContent-Type: text/plain\r\n\r\nGIF"
                            + "\r\n--b\r\n\r\nx\r\n--b--";

            assertThat(brief(FORM.ofRequest(MIXED, body)))
                    .containsExactlyInAnyOrder("contentType body at /1", "required body at /0", "type body at /2");
        }
    }

    @Test
    void readsTheFormsOfItsPartsEachByItsOwnSchema() {
        BodyContracts form = BodyContracts.of("""
                multipart/form-data:
                  schema: {$ref: '#/components/schemas/Form'}
                """, """
                Form:
                  properties:
                    a: {properties: {x: {type: integer}}}
                    b: {properties: {x: {type: string}}}
                """);
        String type = "Content-Type: application/x-www-form-urlencoded";

        assertThat(brief(form.ofRequest(TYPE, part("a", type, "x=1") + part("b", type, "x=1") + "--b--\r\n")))
                .isEmpty();
        assertThat(brief(form.ofRequest(TYPE, part("a", type, "x=c") + part("b", type, "x=c") + "--b--\r\n")))
                .hasSize(1);
    }
}
