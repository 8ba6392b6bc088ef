package plumbline.contract.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static plumbline.contract.validation.BodyContracts.brief;

import java.nio.charset.Charset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherBodiesTests {
    private static final BodyContracts CONTRACT = BodyContracts.of("3.2.0", """
            text/plain: {schema: {type: integer, maximum: 9}}
            text/csv: {schema: {enum: [true, 5, five]}}
            text/html: {schema: {type: string, maxLength: 3}}
            application/octet-stream: {schema: {type: string, format: binary, maxLength: 2}}
            application/pdf: {schema: {type: object}}
            application/yaml: {schema: {type: string, maxLength: 2}}
            image/*: {}
            application/x-www-form-urlencoded: {schema: {type: string, maxLength: 6}}
            multipart/form-data: {schema: {type: string, maxLength: 6}}
            application/jsonl: {schema: {type: array, maxItems: 2, items: {type: integer}}}
            application/json-seq: {itemSchema: {type: integer}}
            application/json: {schema: {type: object, properties: {data: {type: string, contentEncoding: base64, contentMediaType: image/png}}}}
            """, "");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "text/plain                         | UTF-8      | 5",
                "text/plain; charset=utf-16         | UTF-16     | 5",
                "text/csv                           | UTF-8      | true",
                "text/csv                           | UTF-8      | 5",
                "text/csv                           | UTF-8      | five",
                "text/html                          | UTF-8      | äöü",
                "text/html; charset=ISO-8859-1      | ISO-8859-1 | äöü",
                "text/html; charset=\"UTF-8\"       | UTF-8      | äöü",
                "application/octet-stream           | ISO-8859-1 | ÿþ",
                "application/x-www-form-urlencoded  | UTF-8      | a=b&c",
                "multipart/form-data                | UTF-8      | a file",
                "application/pdf                    | UTF-8      | %PDF",
                "application/yaml                   | UTF-8      | äö",
                "image/png                          | UTF-8      | anything",
                "application/jsonl                  | UTF-8      | ~1\n2\n~",
                "application/json-seq               | UTF-8      | ~\u001e1\n\u001e2\n~",
                "application/json                   | UTF-8      | {\"data\": \"YQ==\"}",
            })
    void passIfTheyConform(String type, String charset, String body) {
        assertThat(CONTRACT.ofRequest(type, body.getBytes(Charset.forName(charset))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "text/plain                         | UTF-8      | five    | type body",
                "text/plain                         | UTF-8      | 10      | maximum body",
                "text/csv                           | UTF-8      | no      | enum body",
                "text/html                          | UTF-8      | long    | maxLength body",
                "text/html                          | ISO-8859-1 | ä       | text body",
                "text/html; charset=utf-99          | UTF-8      | a       | text body",
                "text/html; charset=':'             | UTF-8      | a       | text body",
                "application/octet-stream           | UTF-8      | äö      | maxLength body",
                "application/jsonl                  | UTF-8      | ~1\n2\n3~ | maxItems body",
                "application/jsonl                  | UTF-8      | ~1\nx~    | json body at /1",
                "application/jsonl                  | UTF-8      | ~1\n\"x\"~ | type body at /1",
                "application/json-seq               | UTF-8      | ~\u001e1\n\u001e\"x\"\n~ | type body at /1",
                "application/json                   | UTF-8      | {\"data\": \"?\"} | format body at /data",
            })
    void areRefusedIfTheyDoNot(String type, String charset, String body, String violation) {
        assertThat(brief(CONTRACT.ofRequest(type, body.getBytes(Charset.forName(charset)))))
                .containsExactly(violation);
    }
}
