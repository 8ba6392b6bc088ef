package plumbline.guard.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.contract.Contract;
import plumbline.guard.comparison.changes.Change;

class SharedSchemasTests {
    private static final String USES = """
            {"openapi": "3.1.1", "info": {"title": "T", "version": "1"},
             "paths": {
               "/a/{id}": {"get": {
                 "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string"}}],
                 "responses": {"200": {"description": "OK", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/A"}}}},
                               "404": {"description": "None"}}}},
               "/b": {"put": {
                 "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/A"}}}},
                 "responses": {"200": {"description": "OK", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/A"}}}}}}}},
             "components": {"schemas": {
               "A": {"type": "object", "required": ["b"], "properties": {"b": {"$ref": "#/components/schemas/B"}, "c": {"type": "string"}}},
               "B": {"oneOf": [{"$ref": "#/components/schemas/C"}, {"$ref": "#/components/schemas/D"}]},
               "C": {"type": "object", "properties": {"n": {"type": "integer"}, "a": {"$ref": "#/components/schemas/A"}}},
               "D": {"type": "object", "properties": {"m": {"type": "integer", "maximum": 10}}}}}}
            """;

    @TempDir
    private Path folder;

    private List<Change> compare(String old, String now) throws IOException {
        return Comparison.between(read("old.json", old), read("new.json", now));
    }

    private Contract read(String name, String text) throws IOException {
        return Contract.read(Files.writeString(folder.resolve(name), text));
    }

    @Test
    void aChangeOfASharedSchemaIsToldOnceForEachSideWithAllOperations() throws IOException {
        List<Change> changes = compare(USES, USES.replace("\"maximum\": 10", "\"maximum\": 5"));

        assertThat(changes)
                .extracting(change -> change.impact() + " " + change.kind().id() + " " + change.operations())
                .containsExactly(
                        "BREAKING request-bound-tightened [PUT /b]",
                        "COMPATIBLE response-bound-tightened [GET /a/{id}, PUT /b]");
        assertThat(changes.get(0).message())
                .isEqualTo(
                        "property 'm': 'maximum' is 5 now, it was 10: clients that send what was right before are refused, such as 9");
        assertThat(changes.get(0).now().pointer()).isEqualTo("/components/schemas/D/properties/m/maximum");
        assertThat(changes.get(0).before().pointer()).isEqualTo("/components/schemas/D/properties/m/maximum");
    }
}
