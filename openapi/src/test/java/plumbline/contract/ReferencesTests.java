package plumbline.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.contract.document.CallerRemedy;
import plumbline.contract.document.ContractException;
import plumbline.contract.document.Problem;
import plumbline.contract.document.ReferencePolicy;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.ResponseSpec;
import plumbline.contract.operation.SecurityScheme;

class ReferencesTests {
    private static final String HEAD = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n";

    @Nested
    class Targets {
        @Test
        void mayBeOfEveryKind() {
            Contract contract = Contracts.read(HEAD + """
                            paths:
                              /a/{id}: {$ref: '#/components/pathItems/A'}
                            components:
                              pathItems:
                                A:
                                  post:
                                    parameters: [{$ref: '#/components/parameters/Id'}]
                                    requestBody: {$ref: '#/components/requestBodies/B'}
                                    responses: {'200': {$ref: '#/components/responses/R'}}
                                    security: [{key: []}]
                              parameters:
                                Id: {name: id, in: path, required: true, schema: {$ref: '#/components/schemas/S'}}
                              requestBodies:
                                B: {content: {a/b: {schema: {$ref: '#/components/schemas/S'}}}}
                              responses:
                                R:
                                  description: OK
                                  headers: {X: {$ref: '#/components/headers/H'}}
                                  content: {a/b: {examples: {e: {$ref: '#/components/examples/E'}}}}
                              headers: {H: {schema: {$ref: '#/components/schemas/S'}}}
                              examples: {E: {value: 1}}
                              schemas: {S: {type: string}}
                              securitySchemes:
                                key: {$ref: '#/components/securitySchemes/real'}
                                real: {type: http, scheme: basic}
                            """);

            Operation operation = contract.operations().get(0);
            ResponseSpec response = operation.responses().get(0);
            assertThat(operation.parameters()).extracting(Parameter::name).containsExactly("id");
            assertThat(operation.body()).isNotNull();
            assertThat(response.headers()).extracting(Parameter::name).containsExactly("X");
            assertThat(response.content()
                            .get(0)
                            .example("e")
                            .orElseThrow()
                            .value()
                            .asInt())
                    .isEqualTo(1);
            assertThat(operation.security().get(0).schemes().get(0).kind()).isEqualTo(SecurityScheme.Kind.BASIC);
        }

        @Test
        void mayLieInOtherFilesAndSubFoldersEachRelativeToItsOwn() {
            Map<String, String> files = new LinkedHashMap<>();
            files.put("api.yaml", HEAD + "paths: {/a: {$ref: 'paths/a.yaml'}}");
            files.put("paths/a.yaml", "get: {responses: {'200': {$ref: '../parts/r.json#/ok'}}}");
            files.put("parts/r.json", "{\"ok\": {\"$ref\": \"./more.yaml\"}}");
            files.put("parts/more.yaml", "description: deep");

            Contract contract = Contracts.read(files);

            assertThat(contract.operations()
                            .get(0)
                            .responses()
                            .get(0)
                            .node()
                            .place()
                            .position())
                    .isEqualTo("parts/more.yaml:1:1");
        }

        @Test
        void mayBeOfEveryKindInFilesOfEveryKind() {
            Map<String, String> files = new LinkedHashMap<>();
            files.put("api.yaml", HEAD + """
                            paths:
                              /a/{id}:
                                post:
                                  parameters: [{$ref: 'parts.json#/p'}]
                                  requestBody: {$ref: 'parts.json#/b'}
                                  responses: {'200': {$ref: response.json}}
                                  callbacks: {done: {$ref: 'more.yaml#/callback'}}
                                  security: [{key: []}]
                            components: {securitySchemes: {key: {$ref: 'more.yaml#/key'}}}
                            """);
            files.put("parts.json", """
                    {"p": {"name": "id", "in": "path", "required": true, "schema": {"$ref": "more.yaml#/schema"}},
                     "b": {"content": {"application/json": {"schema": {"$ref": "schema.yaml"}, "example": 1}}}}
                    """);
            files.put("response.json", """
                    {"description": "OK",
                     "headers": {"X": {"$ref": "more.yaml#/header"}},
                     "links": {"next": {"$ref": "more.yaml#/link"}},
                     "content": {"application/json": {"examples": {"e": {"$ref": "more.yaml#/example"}}}}}
                    """);
            files.put("schema.yaml", "type: integer");
            files.put("more.yaml", """
                    schema: {type: string, maxLength: 2}
                    header: {schema: {$ref: schema.yaml}}
                    link: {operationId: x}
                    example: {value: 5}
                    key: {type: http, scheme: digest}
                    callback: {'{$request.body#/url}': {post: {responses: {'200': {description: OK}}}}}
                    """);

            Operation operation = Contracts.read(files).operations().get(0);

            ResponseSpec response = operation.responses().get(0);
            assertThat(operation.parameters()).extracting(Parameter::name).containsExactly("id");
            assertThat(Objects.requireNonNull(operation.body()).content()).hasSize(1);
            assertThat(response.headers()).extracting(Parameter::name).containsExactly("X");
            assertThat(response.links()).containsOnlyKeys("next");
            assertThat(response.content().get(0).example("e").orElseThrow().value())
                    .hasToString("5");
            assertThat(operation.security().get(0).schemes().get(0).kind()).isEqualTo(SecurityScheme.Kind.DIGEST);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "parameters: [{$ref: 'more.yaml#/none'}]",
                    "requestBody: {$ref: 'more.yaml#/none'}",
                    "requestBody: {content: {a/b: {schema: {$ref: 'more.yaml#/none'}}}}",
                    "callbacks: {done: {$ref: 'more.yaml#/none'}}",
                    "callbacks: {done: {'{$url}': {$ref: 'more.yaml#/none'}}}",
                    "callbacks: {done: {'{$url}': {post: {requestBody: {$ref: 'more.yaml#/none'}}}}}",
                    "parameters: [{name: a, in: query, schema: {}, examples: {e: {$ref: 'more.yaml#/none'}}}]"
                })
        void areCheckedWhereverTheyAre(String operation) {
            Map<String, String> files = new LinkedHashMap<>();
            files.put(
                    "api.yaml",
                    HEAD + "paths: {/a: {post: {responses: {'200': {description: OK}}, " + operation + "}}}");
            files.put("more.yaml", "a: 1");

            assertThat(Contracts.problems(files))
                    .anySatisfy(problem -> assertThat(problem.message()).contains("points to nothing in more.yaml"));
        }

        @Test
        void mayReferBackToTheStart() {
            Map<String, String> files = new LinkedHashMap<>();
            files.put("api.yaml", HEAD + "paths: {/a: {$ref: 'a.yaml'}}\nx: {description: back}");
            files.put("a.yaml", "get: {responses: {'200': {$ref: 'api.yaml#/x'}}}");

            assertThat(Contracts.read(files).operations()).hasSize(1);
        }

        @ParameterizedTest
        @CsvSource({
            "'#/paths/~1a~1{id}/get/responses/200'",
            "'#/paths/~1a~1%7Bid%7D/get/responses/200'",
            "'#/components/responses/with space'",
            "'#/components/responses/with%20space'",
            "'#/components/responses/é'",
            "'#/components/responses/%C3%A9'",
            "'#/components/responses/a~1b~0c'",
            "'#/components/responses/100%'",
            "'#/components/responses/x|y'",
            "'#/components/lists/1'"
        })
        void mayHaveNamesWithSpecialCharacters(String reference) {
            Contract contract = Contracts.read(HEAD + """
                            paths:
                              /a/{id}:
                                parameters: [{name: id, in: path, required: true, schema: {}}]
                                get: {responses: {'200': {description: OK}}}
                              /b: {get: {responses: {'200': {$ref: 'REFERENCE'}}}}
                            components:
                              responses:
                                with space: {description: OK}
                                é: {description: OK}
                                a/b~c: {description: OK}
                                100%: {description: OK}
                                x|y: {description: OK}
                              lists: [{}, {description: OK}]
                            """.replace("REFERENCE", reference));

            assertThat(contract.operations().get(1).responses().get(0).node().text("description"))
                    .contains("OK");
        }

        @Test
        void mayBeSchemasThatReferToThemselvesThroughProperties() {
            Contract contract = Contracts.ofSchemas("3.1.0", """
                    T: {type: object, properties: {next: {$ref: '#/components/schemas/T'}}}
                    """);

            assertThat(contract.operations()).hasSize(1);
        }

        @Test
        void mayFormAVeryLongChain() {
            StringBuilder schemas = new StringBuilder("T: {$ref: '#/components/schemas/S0'}\n");
            for (int i = 0; i < 20_000; i++) {
                schemas.append("S%d: {properties: {next: {$ref: '#/components/schemas/S%d'}}}\n".formatted(i, i + 1));
            }
            schemas.append("S20000: {type: string}\n");

            assertThat(Contracts.ofSchemas("3.1.0", schemas.toString()).operations())
                    .hasSize(1);
        }
    }

    @Nested
    class Refusals {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '~',
                value = {
                    "#/components/responses/Missing | points to nothing in api.yaml",
                    "#/components/responses/R/0     | points to nothing",
                    "#anchor                        | points to nothing in api.yaml",
                    "missing.yaml                   | missing.yaml: does not exist",
                    "broken.yaml                    | broken.yaml:1:1: is not valid YAML",
                    "other.yaml#/missing            | points to nothing in other.yaml",
                    "#/components/responses/R       | leads in a circle",
                    "#/components/responses/S       | leads in a circle",
                    "circle.yaml                    | leads in a circle",
                    ":no:                           | is no URI reference",
                    "a%zz.yaml                      | is no URI reference",
                })
        void nameThePlaceOfTheReference(String reference, String message) {
            Map<String, String> files = new LinkedHashMap<>();
            files.put("api.yaml", HEAD + """
                            paths:
                              /a:
                                get:
                                  responses:
                                    '200':
                                      $ref: 'REFERENCE'
                            components:
                              responses:
                                R: {$ref: '#/components/responses/R'}
                                S: {$ref: '#/components/responses/U'}
                                U: {$ref: '#/components/responses/S'}
                            """.replace("REFERENCE", reference));
            files.put("other.yaml", "a: 1");
            files.put("broken.yaml", "@");
            files.put("circle.yaml", "$ref: 'api.yaml#/paths/~1a/get/responses/200'");

            List<Problem> problems = Contracts.problems(files);

            assertThat(problems).anySatisfy(problem -> {
                assertThat(problem.place().position()).isEqualTo("api.yaml:7:9");
                assertThat(problem.place().pointer()).isEqualTo("/paths/~1a/get/responses/200");
                assertThat(problem.message()).contains(message);
            });
        }

        @ParameterizedTest
        @ValueSource(strings = {"3.0.3", "3.1.0"})
        void findReferencesOfSchemasThatLeadNowhereWhereverTheyStand(String version) {
            for (String schema : List.of(
                    "properties: {a: {$ref: '#/x'}}",
                    "items: {$ref: '#/x'}",
                    "allOf: [{}, {$ref: '#/x'}]",
                    "oneOf: [{$ref: '#/x'}]",
                    "anyOf: [{$ref: '#/x'}]",
                    "not: {$ref: '#/x'}",
                    "additionalProperties: {$ref: '#/x'}",
                    "properties: {schema: {$ref: '#/x'}}",
                    "properties: {example: {$ref: '#/x'}}",
                    "properties: {default: {items: {$ref: '#/x'}}}",
                    "properties: {enum: {properties: {x-a: {$ref: '#/x'}}}}")) {
                ContractException exception = catchThrowableOfType(
                        ContractException.class, () -> Contracts.ofSchemas(version, "T: {" + schema + "}"));

                assertThat(exception).as(schema).hasMessageContaining("points to nothing");
            }
        }

        @Test
        void leaveReferencesInDataAlone() {
            Contract contract = Contracts.ofSchemas("3.1.0", """
                    T:
                      example: {$ref: '#/x'}
                      examples: [{$ref: '#/x'}]
                      default: {$ref: '#/x'}
                      const: {$ref: '#/x'}
                      enum: [{$ref: '#/x'}]
                      x-more: {schema: {$ref: '#/x'}}
                    """);

            assertThat(contract.operations()).hasSize(1);
        }
    }

    @Nested
    class Folders {
        private static final String PATHS = HEAD + "paths: {/a: {get: {responses: {'200': {$ref: '%s'}}}}}";

        @TempDir
        private Path folder;

        @BeforeEach
        void writeFiles() throws IOException {
            Files.createDirectories(folder.resolve("in/sub dir"));
            Files.writeString(folder.resolve("secret.yaml"), "description: secret");
            Files.createDirectory(folder.resolve("inside"));
            Files.writeString(folder.resolve("inside/secret.yaml"), "description: secret");
            Files.writeString(folder.resolve("in/sub dir/ok é.yaml"), "description: OK");
            Files.createSymbolicLink(folder.resolve("in/link.yaml"), folder.resolve("secret.yaml"));
            Files.createSymbolicLink(folder.resolve("in/linked"), folder);
            Files.createSymbolicLink(folder.resolve("in/fine.yaml"), folder.resolve("in/sub dir/ok é.yaml"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "../secret.yaml",
                    "sub dir/../../secret.yaml",
                    "%2e%2e/secret.yaml",
                    "%2E./secret.yaml",
                    "..%2fsecret.yaml",
                    "sub%20dir/..%2F..%2Fsecret.yaml",
                    "link.yaml",
                    "linked/secret.yaml",
                    "../inside/secret.yaml",
                    "file:///etc/hostname",
                    "FILE:///etc/hostname",
                    "/etc/hostname",
                    "//localhost/etc/hostname",
                    "jar:file:///x.jar!/y",
                    "ftp://localhost/x"
                })
        void areNotLeft(String reference) throws IOException {
            ContractException exception = refused(reference);

            assertThat(exception.problems().get(0).message()).doesNotContain("description: secret");
            assertThat(exception)
                    .message()
                    .containsAnyOf(
                            "leads out of the contract's folder", "is no URI reference", "leads to another host");
        }

        @ParameterizedTest
        @ValueSource(strings = {"http://localhost:1/x.yaml", "https://localhost:1/x.yaml", "HTTP://localhost:1/x"})
        void areNotLeftForOtherHosts(String reference) throws IOException {
            assertThat(refused(reference))
                    .hasMessageContaining("another host")
                    .hasMessageEndingWith("allow references to other hosts");
        }

        @Test
        void nameARemedyToWhichEachDoorAddsItsMeans() throws IOException {
            ContractException exception = refused("http://localhost:1/x.yaml");

            assertThat(exception.problems())
                    .extracting(Problem::remedy)
                    .containsExactly(CallerRemedy.ALLOW_REMOTE_REFERENCES);
            assertThat(exception.advised(remedy -> " by " + remedy))
                    .hasMessageEndingWith("; allow references to other hosts by ALLOW_REMOTE_REFERENCES");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "sub%20dir/ok%20%C3%A9.yaml",
                    "./sub%20dir/../sub%20dir/ok%20é.yaml",
                    "fine.yaml",
                    "linked/in/fine.yaml"
                })
        void maySpanSubFoldersAndLinksWithin(String reference) throws IOException {
            assertThat(Contract.read(document(reference)).operations()).hasSize(1);
        }

        @Test
        void areLeftIfThatIsAllowed() throws IOException {
            ReferencePolicy policy = new ReferencePolicy(false, true);

            Contract contract = Contract.read(document("../secret.yaml").toString(), policy, Optional.empty());

            assertThat(contract.operations().get(0).responses().get(0).node().text("description"))
                    .contains("secret");
        }

        @Test
        void mayBeReachedThroughALink() throws IOException {
            document("sub%20dir/ok%20%C3%A9.yaml");
            Path link = Files.createSymbolicLink(folder.resolve("current"), folder.resolve("in"));

            assertThat(Contract.read(link.resolve("api.yaml")).operations()).hasSize(1);
        }

        @Test
        void areNamedInMessagesAsTheUserKnowsThem() throws IOException {
            Path document = document("sub%20dir/ok%20%C3%A9.yaml#/nothing");

            ContractException exception = catchThrowableOfType(ContractException.class, () -> Contract.read(document));

            assertThat(exception)
                    .hasMessageContaining(document + ":3:")
                    .hasMessageContaining("points to nothing in " + folder + "/in/sub dir/ok é.yaml");
        }

        @ParameterizedTest
        @ValueSource(strings = {".", "./", "sub%20dir"})
        void areNoDocuments(String reference) throws IOException {
            assertThat(refused(reference)).isNotNull();
        }

        private ContractException refused(String reference) throws IOException {
            Path document = document(reference);
            ContractException exception = catchThrowableOfType(ContractException.class, () -> Contract.read(document));
            assertThat(exception).as(reference).isNotNull();
            return exception;
        }

        private Path document(String reference) throws IOException {
            return Files.writeString(folder.resolve("in/api.yaml"), PATHS.formatted(reference));
        }
    }

    @Nested
    class Bombs {
        @Test
        void ofAliasesAreRefusedBeforeAnyoneWalksThroughThem() {
            StringBuilder schemas = new StringBuilder("T: &a0 {type: string}\n");
            for (int i = 1; i <= 7; i++) {
                schemas.append("S%d: &a%d {properties: {".formatted(i, i));
                for (int k = 0; k < 9; k++) {
                    schemas.append("p%d: *a%d, ".formatted(k, i - 1));
                }
                schemas.append("}}\n");
            }

            ContractException exception = catchThrowableOfType(
                    ContractException.class, () -> Contracts.ofSchemas("3.1.0", schemas.toString()));

            assertThat(exception).hasMessageContaining("aliases make this document grow");
        }
    }

    @Nested
    class Starts {
        @TempDir
        private Path folder;

        @ParameterizedTest
        @ValueSource(strings = {"missing.yaml", ".", "a\0b", "http://", "http://[x", "http://localhost:1/x.yaml", ""})
        void thatCannotBeReadAreProblems(String start) {
            String named = start.startsWith("http") || start.isEmpty() || start.contains("\0")
                    ? start
                    : folder.resolve(start).toString();

            ContractException exception = catchThrowableOfType(
                    ContractException.class, () -> Contract.read(named, ReferencePolicy.strict(), Optional.empty()));

            assertThat(exception).isNotNull();
            assertThat(exception.problems()).hasSize(1);
        }

        @Test
        void areNamedAsGiven() {
            ContractException exception =
                    catchThrowableOfType(ContractException.class, () -> Contract.read(Path.of("no/such/./api.yaml")));

            assertThat(exception).hasMessageStartingWith("no/such/./api.yaml: does not exist");
        }
    }
}
