package plumbline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LargeDocumentsTests {
    private static final String HEAD = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n";
    private static final int DEPTH = 100_000;

    @Test
    void ofFifteenMegabytesAreRead() {
        StringBuilder document = new StringBuilder(HEAD).append("paths:\n");
        String description = "x".repeat(1_000);
        for (int i = 0; document.length() < 15 << 20; i++) {
            document.append("""
                      /p%d/{id}:
                        get:
                          description: %s
                          parameters: [{name: id, in: path, required: true, schema: {$ref: '#/components/schemas/S'}}]
                          responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/S'}}}}}
                    """.formatted(i, description));
        }
        document.append("components: {schemas: {S: {type: string}}}\n");

        Contract contract = Contracts.read(document.toString());

        assertThat(contract.operations()).hasSizeGreaterThan(10_000);
        assertThat(contract.match("GET", "/p9999/7")).isInstanceOf(Match.Found.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "openapi: 3.1.0\nx: OPEN",
                "OPEN",
                "{\"openapi\": \"3.1.0\", \"x\": OPEN",
                "swagger: '2.0'\ndefinitions: OPEN"
            })
    void nestedWithoutMeasureEndWithAProblem(String start) {
        for (String bracket : new String[] {"[", "{\"a\": ", "{a: "}) {
            String document = start.replace("OPEN", bracket.repeat(DEPTH));

            assertThat(Contracts.problems(document))
                    .as(bracket)
                    .isNotEmpty()
                    .allSatisfy(problem -> assertThat(problem.toString()).hasSizeLessThan(2_000));
        }
    }

    @Test
    void indentedWithoutMeasureEndWithAProblem() {
        StringBuilder document = new StringBuilder("openapi: 3.1.0\n");
        for (int i = 0; i < 2_000; i++) {
            document.append(" ".repeat(i)).append("a:\n");
        }

        assertThat(Contracts.problems(document.toString()))
                .anySatisfy(problem -> assertThat(problem.message()).contains("nested more than"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a: {$ref: '#/paths/~1b'}\n  /b: {$ref: '#/paths/~1a'}",
                "/a: {$ref: '#/paths/~1a'}",
                "/a: {$ref: '#/paths/~1a/get'}",
                "/a: {get: {parameters: [{$ref: '#/paths/~1a/get/parameters/0'}], responses: {'200': {description: OK}}}}",
                "/a: {get: {responses: {'200': {$ref: '#/paths/~1a/get/responses/200'}}}}"
            })
    void withReferencesWithoutEndEndWithAProblem(String paths) {
        assertThat(Contracts.problems(HEAD + "paths:\n  " + paths + "\n"))
                .anySatisfy(problem ->
                        assertThat(problem.message()).containsAnyOf("leads in a circle", "points to nothing"));
    }
}
