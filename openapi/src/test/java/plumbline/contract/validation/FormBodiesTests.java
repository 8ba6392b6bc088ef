package plumbline.contract.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static plumbline.contract.validation.BodyContracts.brief;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormBodiesTests {
    private static final String TYPE = "application/x-www-form-urlencoded";
    private static final BodyContracts FORM = BodyContracts.of("""
        application/x-www-form-urlencoded:
          schema: {$ref: '#/components/schemas/Form'}
          encoding:
            colours: {style: form, explode: false}
            deep: {style: deepObject}
            either: {style: deepObject}
            list: {contentType: application/json}
            path: {allowReserved: true}
        """, """
        Form:
          type: object
          additionalProperties: false
          properties:
            id: {type: [integer, string], minLength: 2, maximum: 9}
            ids: {type: array, items: {type: [integer, string], minLength: 2, maximum: 9}}
            name: {type: string}
            colours: {type: array, items: {type: string}}
            deep: {type: object, properties: {x: {type: integer}}}
            either: {anyOf: [{type: array, items: {type: string, minLength: 1}}, {enum: ['']}]}
            address: {type: object, properties: {x: {type: integer}}}
            list: {type: array, items: {type: integer}}
            path: {type: string}
            'odd[]': {type: array, items: {type: string}}
            secret: {type: string, writeOnly: true}
            made: {type: string, readOnly: true}
        """);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id=5",
                "id=ab",
                "id=10",
                "ids=5&ids=ab&ids=10&ids=7&ids=cd&ids=11&ids=12&ids=13&ids=14",
                "colours=red,blue",
                "deep[x]=1",
                "either=a",
                "either=",
                "either[]=a&either[]=b",
                "either[0]=a&either[1]=b",
                "deep%5Bx%5D=1",
                "address=%7B%22x%22%3A1%7D",
                "list=1&list=2",
                "list=%5B1,2%5D",
                "path=a/b?c",
                "odd[]=1&odd[]=2",
                "ids[]=5&ids[]=ab",
                "ids%5B0%5D=5&ids%5B1%5D=ab",
                "list[]=1&list[]=2",
                "name=a+b%20c",
                "secret=1",
                "made=1",
            })
    void passIfOneReadingOfThemConforms(String form) {
        assertThat(FORM.ofRequest(TYPE, form)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id=x                  | minLength body at /id",
                "ids=5&ids=x           | minLength body at /ids/1",
                "name=a&name=b         | duplicate body at /name",
                "name=a&name=a         | duplicate body at /name",
                "name=%zz              | form body at /name",
                "name=%FF              | form body at /name",
                "address=x             | form body at /address",
                "address=%7B%7D&address=%7B%7D | duplicate body at /address",
                "address[x]=1          | additionalProperties body",
                "deep[x]=1&deep[x]=2   | form body at /deep",
                "deep[x]=y             | type body at /deep/x",
                "list=1&list=x         | form body at /list",
                "list=1&list=%22x%22   | type body at /list/1",
                "other=1               | additionalProperties body",
            })
    void areRefusedIfNoReadingConforms(String form, String violation) {
        assertThat(brief(FORM.ofRequest(TYPE, form))).containsExactly(violation);
    }

    @Test
    void mustNotComeBackWithWhatIsWriteOnly() {
        assertThat(brief(FORM.ofResponse(TYPE, "secret=1&made=1"))).containsExactly("writeOnly body at /secret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind=b&value=5  | ''",
                "kind=a&value=5  | ''",
                "kind=a&value=x  | type body at /value",
            })
    void areReadByTheChoiceThatFits(String form, String violation) {
        BodyContracts contract = BodyContracts.of(
                "application/x-www-form-urlencoded: {schema: {$ref: '#/components/schemas/Either'}}", """
                Either:
                  type: object
                  properties: {kind: {enum: [a, b]}}
                  if: {properties: {kind: {const: a}}}
                  then: {properties: {value: {type: integer}}}
                  else: {properties: {value: {type: string}}}
                  anyOf:
                    - {properties: {value: {type: integer}}}
                    - {properties: {value: {type: string}}}
                """);

        assertThat(brief(contract.ofRequest(TYPE, form)))
                .isEqualTo(violation.isEmpty() ? java.util.List.of() : java.util.List.of(violation));
    }

    @Test
    void sayWhatIsRepeatedAndWhereTheContractSaysSo() {
        assertThat(FORM.ofRequest(TYPE, "name=a&name=b").get(0))
                .hasToString("body at /name is given 2 times, but takes one value"
                        + " [api.yaml:9:11 (#/paths/~1t/post/requestBody/content/application~1x-www-form-urlencoded)]");
    }

    @Test
    void takesTheOneReadingThatIsRightHoweverManyWaysThereAreToReadTheRest() {
        StringBuilder encodings = new StringBuilder();
        StringBuilder properties = new StringBuilder();
        StringBuilder sent = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            encodings.append("    p%d: {style: deepObject}\n".formatted(i));
            properties.append(
                    "    p%d: {anyOf: [{type: array, items: {type: string}}, {type: string}]}\n".formatted(i));
            sent.append("p%d=a&".formatted(i));
        }
        BodyContracts form = BodyContracts.of("""
                application/x-www-form-urlencoded:
                  schema: {$ref: '#/components/schemas/Form'}
                  encoding:
                    last: {style: deepObject}
                """ + encodings, """
                Form:
                  type: object
                  required: [last]
                  properties:
                    last:
                      oneOf:
                        - {type: object, properties: {kind: {const: a}, of: {type: integer}}, required: [kind]}
                        - {type: object, properties: {kind: {const: b}, of: {type: string}}, required: [kind]}
                """ + properties);

        assertThat(brief(form.ofRequest(TYPE, sent + "last[kind]=b&last[of]=5")))
                .isEmpty();
        assertThat(brief(form.ofRequest(TYPE, sent + "last[kind]=c&last[of]=5")))
                .isNotEmpty();
        assertThat(brief(form.ofRequest(TYPE, sent + "p0=b"))).isNotEmpty();
    }

    @Test
    void triesAllWaysToReadAPropertyHoweverManyQuestionsEachOfThemRaises() {
        BodyContracts form = BodyContracts.of("""
                application/x-www-form-urlencoded:
                  schema: {$ref: '#/components/schemas/Form'}
                  encoding:
                    w: {style: form, explode: false}
                """, """
                Form:
                  type: object
                  properties:
                    w: {type: [array, string], items: {type: [integer, string]}, contains: {type: string}, minLength: 10}
                    p: {type: [integer, string]}
                """);

        assertThat(brief(form.ofRequest(TYPE, "w=5&p=1"))).isEmpty();
        assertThat(brief(form.ofRequest(TYPE, "p=1&w=5"))).isEmpty();
    }

    @Test
    void triesAllWaysToReadAFormThatIsListedAsAWhole() {
        BodyContracts form = BodyContracts.of("""
                application/x-www-form-urlencoded:
                  schema: {$ref: '#/components/schemas/Form'}
                """, """
                Form: {type: object, properties: {a: {type: [integer, string]}}, enum: [{a: '1'}]}
                """);

        assertThat(brief(form.ofRequest(TYPE, "a=1"))).isEmpty();
        assertThat(brief(form.ofRequest(TYPE, "a=2"))).isNotEmpty();
    }
}
