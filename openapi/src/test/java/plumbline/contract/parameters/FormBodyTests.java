package plumbline.contract.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.contract.Contracts;
import plumbline.contract.MediaTypeSpec;
import plumbline.contract.RequestBodySpec;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

class FormBodyTests {
    private static final MediaTypeSpec FORM = form();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "name=a+b%26c&age=5              | {\"name\":\"a b&c\",\"age\":5}",
                "tags=a&tags=b                   | {\"tags\":[\"a\",\"b\"]}",
                "tags=a                          | {\"tags\":[\"a\"]}",
                "ids=1%202                       | {\"ids\":[1,2]}",
                "deep[x]=1&deep[y]=b             | {\"deep\":{\"x\":1,\"y\":\"b\"}}",
                "address=%7B%22x%22:1%7D         | {\"address\":{\"x\":1}}",
                "other=5                         | {\"other\":\"5\"}",
                "name=                           | {\"name\":\"\"}",
                "age=five                        | {\"age\":\"five\"}",
                "flag=true&flag2                 | {\"flag\":true,\"flag2\":\"\"}",
                "~~                              | {}",
                "&&=&                            | {\"\":\"\"}",
            })
    void isReadByTheSchemaAndEncodings(String text, String value) {
        assertThat(object(text)).hasToString(value);
    }

    private static ObjectNode object(String text) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        new FormBody(FORM, new TextReader((schema, candidate) -> true))
                .decode(text)
                .forEach((name, decoded) -> {
                    assertThat(decoded).as(name).isInstanceOf(Decoded.Value.class);
                    object.set(name, ((Decoded.Value) decoded).candidates().get(0));
                });
        return object;
    }

    private static MediaTypeSpec form() {
        RequestBodySpec body = Contracts.read("""
                        openapi: 3.1.0
                        info: {title: T, version: '1'}
                        paths:
                          /a:
                            post:
                              requestBody:
                                content:
                                  application/x-www-form-urlencoded:
                                    schema:
                                      type: object
                                      properties:
                                        name: {type: string}
                                        age: {type: integer}
                                        flag: {type: boolean}
                                        tags: {type: array, items: {type: string}}
                                        ids: {type: array, items: {type: integer}}
                                        deep: {type: object, properties: {x: {type: integer}}}
                                        address: {type: object, properties: {x: {type: integer}}}
                                    encoding:
                                      ids: {style: spaceDelimited, explode: false}
                                      deep: {style: deepObject}
                              responses: {'200': {description: OK}}
                        """).operations().get(0).body();
        if (body == null) {
            throw new AssertionError("the operation has a body");
        }
        return body.content().get(0);
    }
}
