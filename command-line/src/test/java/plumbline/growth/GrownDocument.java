package plumbline.growth;

import java.util.StringJoiner;

/** Documents of any size: collections of things, each with a schema of its own, and one for all refusals. */
final class GrownDocument {
    private static final int OPERATIONS_OF_EACH = 4;

    private GrownDocument() {}

    /** {@return a document with so many operations, a multiple of four} */
    static String of(int operations) {
        StringJoiner paths = new StringJoiner(",");
        StringJoiner schemas = new StringJoiner(",");
        for (int i = 0; i < operations / OPERATIONS_OF_EACH; i++) {
            paths.add(COLLECTION.replace("#N", Integer.toString(i)));
            schemas.add(SCHEMA.replace("#N", Integer.toString(i)));
        }
        return """
            {"openapi": "3.1.0", "info": {"title": "Grown", "version": "1"}, "paths": {%s},
             "components": {"schemas": {"Problem": {"type": "object", "properties": {"title": {"type": "string"}}}, %s}}}
            """.formatted(paths, schemas);
    }

    /** {@return a document whose only body has more members than cases are made of, and choices between so many kinds} */
    static String withChoices(int choices) {
        StringJoiner members = new StringJoiner(",");
        for (int i = 0; i < 100; i++) {
            members.add("\"member%d\": {\"type\": \"string\", \"minLength\": 2}".formatted(i));
        }
        StringJoiner kinds = new StringJoiner(",");
        for (int i = 0; i < choices; i++) {
            kinds.add("{\"type\": \"integer\", \"minimum\": %d, \"maximum\": %d}".formatted(10 * i, 10 * i + 5));
        }
        return CHOICES.formatted(members, kinds);
    }

    private static final String CHOICES = """
            {"openapi": "3.1.0", "info": {"title": "Wide", "version": "1"}, "paths": {"/wide": {"post": {"requestBody":
              {"required": true, "content": {"application/json": {"schema": {"type": "object", "required": ["kind"],
                "properties": {%s, "kind": {"oneOf": [%s]}}}}}}, "responses": {"204": {"description": "done"}}}}}}
            """;

    private static final String SCHEMA = """
            "Thing#N": {"type": "object", "required": ["id", "name"], "properties": {
              "id": {"type": "integer", "minimum": 1}, "name": {"type": "string", "minLength": 1, "maxLength": 40},
              "kind": {"enum": ["a", "b"]}, "tags": {"type": "array", "items": {"type": "string"}},
              "next": {"$ref": "#/components/schemas/Thing#N"}}}
            """;

    private static final String COLLECTION = """
            "/things#N": {
              "get": {"operationId": "list#N", "parameters": [{"name": "limit", "in": "query", "schema": {"type": "integer"}}],
                "responses": {"200": {"description": "all", "content": {"application/json": {"schema":
                  {"type": "array", "items": {"$ref": "#/components/schemas/Thing#N"}}}}}}},
              "post": {"operationId": "add#N",
                "requestBody": {"required": true, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing#N"}}}},
                "responses": {"201": {"description": "added", "content": {"application/json": {"schema":
                  {"$ref": "#/components/schemas/Thing#N"}}}}, "422": {"description": "refused", "content":
                  {"application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}}}},
            "/things#N/{id}": {
              "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "integer"}}],
              "get": {"operationId": "get#N", "responses": {"200": {"description": "one", "content": {"application/json":
                {"schema": {"$ref": "#/components/schemas/Thing#N"}}}}, "404": {"description": "none"}}},
              "delete": {"operationId": "remove#N", "responses": {"204": {"description": "gone"}, "404": {"description": "none"}}}}
            """;
}
