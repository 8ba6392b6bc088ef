package plumbline.contract.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.contract.Contract;
import plumbline.contract.Contracts;
import plumbline.contract.Match;
import plumbline.contract.http.Request;
import plumbline.contract.validation.RequestValidator;
import plumbline.contract.validation.Schemas;

class RequestSamplerTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "application/xml: {schema: *pet}, application/json: {schema: *pet} | application/json",
                "application/xml: {schema: *pet}                              | application/xml",
                "application/x-www-form-urlencoded: {schema: *pet}            | application/x-www-form-urlencoded",
                "multipart/form-data: {schema: *pet, encoding: {photo: {contentType: image/png, headers: {X-Size: {required: true, schema: {type: integer}}}}}} | multipart/form-data; boundary=",
                "text/plain: {schema: {type: integer}}                        | text/plain",
                "application/octet-stream: {}                                 | application/octet-stream",
                "image/*: {}                                                  | image/png",
                "'*/*': {schema: *pet}                                        | application/json",
                "'*/*': {schema: {type: string}}                              | text/plain",
                "application/jsonl: {itemSchema: *pet}                        | application/jsonl",
                "application/json: {}                                         | application/json",
            })
    void writesBodiesInEachMediaType(String content, String type) throws UnsatisfiableException {
        Contract contract =
                Contracts.read("""
                openapi: 3.2.0
                info: {title: T, version: '1'}
                paths:
                  /t:
                    post:
                      requestBody: {required: true, content: {%s}}
                      responses: {'200': {description: OK}}
                components:
                  schemas:
                    Pet:
                      type: object
                      required: [name, photo, tags]
                      properties:
                        name: {type: string}
                        photo: {type: string, format: binary}
                        tags: {type: array, items: {type: integer}}
                        made: {type: string, readOnly: true}
                """.formatted(content.replace("*pet", "{$ref: '#/components/schemas/Pet'}")));
        Schemas schemas = new Schemas(contract.version());

        Request request =
                new RequestSampler(schemas).sample(contract.operations().get(0), "", Map.of(), 3);

        assertThat(request.headers().first("Content-Type").orElse("")).startsWith(type);
        assertThat(request.body().isEmpty()).isFalse();
        assertThat(new RequestValidator(schemas).validate((Match.Found) contract.match("POST", "/t"), request))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{type: string, enum: ['', b]}",
                "{type: string, maxLength: 3, example: ''}",
                "{type: string, pattern: '^.{1,2097152}$'}",
                "{type: object, additionalProperties: false, properties: {major: {type: integer, readOnly: true}}}"
            })
    void givesEachPartOfAPathAShortText(String schema) throws UnsatisfiableException {
        Contract contract = Contracts.read("""
                openapi: 3.0.3
                info: {title: T, version: '1'}
                paths:
                  /a/{b}/c:
                    get:
                      parameters: [{name: b, in: path, required: true, schema: %s}]
                      responses: {'200': {description: OK}}
                """.formatted(schema));
        RequestSampler sampler = new RequestSampler(new Schemas(contract.version()));

        for (int seed = 0; seed < 20; seed++) {
            Request request = sampler.sample(contract.operations().get(0), "", Map.of(), seed);

            assertThat(request.path()).matches("/a/[^/]{1,500}/c");
        }
    }

    @Test
    void sendsAnyBodyWhereNoMediaTypeIsKnown() throws UnsatisfiableException {
        Contract contract = Contracts.read("""
                openapi: 3.0.3
                info: {title: T, version: '1'}
                paths:
                  /a:
                    post: {requestBody: {required: true, content: {'': {}}}, responses: {'200': {description: OK}}}
                """);
        Schemas schemas = new Schemas(contract.version());

        Request request =
                new RequestSampler(schemas).sample(contract.operations().get(0), "", Map.of(), 1);

        assertThat(new RequestValidator(schemas)
                        .validate(new Match.Found(contract.operations().get(0), Map.of()), request))
                .isEmpty();
    }

    @Test
    void writesTheSameRequestForTheSameSeed() throws UnsatisfiableException {
        Contract contract = Contracts.ofSchemas("3.1.0", "T: {type: object, properties: {a: {type: string}}}");
        RequestSampler sampler = new RequestSampler(new Schemas(contract.version()));

        assertThat(sampler.sample(contract.operations().get(0), "", Map.of(), 3))
                .isEqualTo(sampler.sample(contract.operations().get(0), "", Map.of(), 3));
    }

    @Test
    void leavesOutWhatAFormCannotTell() throws UnsatisfiableException {
        Contract contract = Contracts.read("""
                openapi: 3.1.0
                info: {title: T, version: '1'}
                paths:
                  /a:
                    post:
                      requestBody:
                        required: true
                        content:
                          application/x-www-form-urlencoded:
                            encoding: {o: {style: deepObject}}
                            schema:
                              type: object
                              required: [n]
                              properties:
                                n: {type: integer}
                                o: {type: object, required: [l], properties: {l: {type: array, maxItems: 0}}}
                      responses: {'200': {description: OK}}
                """);
        Schemas schemas = new Schemas(contract.version());

        Request request =
                new RequestSampler(schemas).sample(contract.operations().get(0), "", Map.of(), 1);

        assertThat(request.body().text()).matches("n=[0-9]+");
        assertThat(new RequestValidator(schemas)
                        .validate(new Match.Found(contract.operations().get(0), Map.of()), request))
                .isEmpty();
    }
}
