package plumbline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.contract.http.MediaType;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.PathTemplate;
import plumbline.contract.operation.RequestBodySpec;

class OperationTests {
    private static final Operation OPERATION = Contracts.read("""
                    openapi: 3.0.3
                    info: {title: T, version: '1'}
                    security: [{key: []}]
                    paths:
                      /a/{id}:
                        parameters:
                          - {name: id, in: path, required: true, schema: {type: integer}}
                          - {name: X-Trace, in: header, schema: {type: string}}
                          - {name: q, in: query, schema: {type: string}, example: shared}
                        put:
                          tags: [A, B]
                          summary: Change
                          deprecated: true
                          parameters:
                            - {name: q, in: query, schema: {type: array, items: {type: string}, example: [own]}}
                            - {name: x-trace, in: header, required: true, schema: {type: string}}
                            - {name: q, in: cookie, schema: {type: string}}
                            - {name: Authorization, in: header, schema: {type: string}}
                          requestBody:
                            required: true
                            content:
                              '*/*': {}
                              application/*: {}
                              application/json: {schema: {type: object, example: {a: 1}}}
                              application/json;v=2: {}
                          responses:
                            '200': {description: OK}
                            '204': {description: OK}
                            4XX: {description: No}
                            '404': {description: No}
                            default: {description: Else}
                            x-more: 1
                    components:
                      securitySchemes: {key: {type: apiKey, in: query, name: k}}
                    """).operations().get(0);

    @Test
    void overridesParametersOfItsPathByNameAndPlace() {
        assertThat(OPERATION.parameters())
                .extracting(parameter -> parameter.in() + " " + parameter.name() + " " + parameter.required())
                .containsExactly("query q false", "header x-trace true", "cookie q false", "path id true");
        assertThat(OPERATION.parameters(Parameter.In.QUERY)).hasSize(1);
    }

    @Test
    void takesExamplesOfASchemaWhereTheParameterHasNone() {
        assertThat(OPERATION.parameters().get(0).examples().get(0).value()).hasToString("[\"own\"]");
    }

    @Test
    void hasStylesByDefault() {
        assertThat(OPERATION.parameters())
                .extracting(parameter ->
                        parameter.layout().style() + " " + parameter.layout().explode())
                .containsExactly("form true", "simple false", "form true", "simple false");
    }

    @ParameterizedTest
    @CsvSource({"200, 200", "204, 204", "400, 4XX", "404, 404", "499, 4XX", "500, default", "201, default"})
    void findsTheClosestResponse(int status, String key) {
        assertThat(OPERATION.response(status).orElseThrow().key()).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, application/json",
        "application/json;v=2, application/json; v=2",
        "application/json; charset=utf-8, application/json",
        "application/xml, application/*",
        "text/plain, */*"
    })
    void findsTheMostSpecificMediaType(String type, String documented) {
        RequestBodySpec body = OPERATION.body();
        assertThat(body).isNotNull();

        assertThat(MediaTypeSpec.covering(body.content(), MediaType.parse(type).orElseThrow())
                        .orElseThrow()
                        .mediaType())
                .hasToString(documented);
    }

    @Test
    void fallsBackToTheSecurityOfTheContract() {
        assertThat(OPERATION.security()).hasSize(1);
        assertThat(OPERATION.isOpen()).isFalse();
    }

    @Test
    void hasNoIdOfItsOwnButMethodAndPath() {
        assertThat(OPERATION.id()).isEqualTo("PUT /a/{id}");
        assertThat(OPERATION.isSafe()).isFalse();
        assertThat(OPERATION.description()).isEqualTo(new Operation.Description("Change", List.of("A", "B"), true));
    }

    @Test
    void expandsItsTemplate() {
        PathTemplate template = OPERATION.template();

        assertThat(template.expand(Map.of("id", "$1\\%20"))).isEqualTo("/a/$1\\%20");
        assertThat(template.expand(Map.of())).isEqualTo("/a/{id}");
    }

    @Test
    void knowsTheShapeOfItsTemplate() {
        PathTemplate template = OPERATION.template();

        assertThat(template.shape()).isEqualTo("/a/{}").isSameAs(template.shape());
    }

    @Test
    void expandsItsTemplateToWhatCanBeSent() {
        PathTemplate template = new PathTemplate("/a b/ü%20/({id}):x");

        assertThat(template.expand(Map.of("id", "1"))).isEqualTo("/a%20b/%C3%BC%20/(1):x");
    }
}
