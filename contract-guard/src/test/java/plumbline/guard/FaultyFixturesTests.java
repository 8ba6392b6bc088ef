package plumbline.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.finding.Severity;

class FaultyFixturesTests {
    private static final String CONTRACT = """
            openapi: 3.1.1
            info: {title: Books, version: '1'}
            paths:
              /books:
                get:
                  responses:
                    '200':
                      description: OK
                      content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Book'}}}}
              /books/{id}:
                get:
                  parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                  responses:
                    '200':
                      description: OK
                      content: {application/json: {schema: {$ref: '#/components/schemas/Book'}}}
            components:
              schemas:
                Book:
                  type: object
                  required: [id]
                  properties: {id: {type: string}, pages: {type: integer}}
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            books/1.json     | `{"id": "1", "pages": "many"}`            | fixture          | books/1.json:1:22  | /pages
            books/1.json     | `{"id": "1",\\n "pages": "many"}`         | fixture          | books/1.json:2:11  | /pages
            books/1.json     | `{"pages": 1}`                            | fixture          | books/1.json:1:1   | ``
            books/1.json     | `{"id": "2"}`                             | fixture          | books/1.json:1:8   | /id
            books/1.json     | `{"id": "1"`                              | fixture          | books/1.json:1:    | ``
            books/1.404.json | `{}`                                      | fixture          | books/1.404.json:1:1 | ``
            books/1.json     | ``                                        | fixture          | books/1.json       | ``
            books.json       | `[{"id": "1", "pages": null}]`            | fixture          | books.json:1:14    | /0/pages
            authors/1.json   | `{"id": "1"}`                             | fixture-unserved | authors/1.json:1:1 | ``
            """)
    void areJudgedByTheirOperations(String name, String body, String rule, String position, String pointer)
            throws IOException {
        write(name, body == null ? "" : body.replace("\\n", "\n"));

        assertThat(assess().findings())
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .anySatisfy(finding -> {
                    assertThat(finding.rule().id()).isEqualTo(rule);
                    assertThat(finding.place().position())
                            .startsWith(
                                    folder.resolve("fixtures").resolve(position).toString());
                    assertThat(finding.place().pointer()).isEqualTo(pointer == null ? "" : pointer);
                });
    }

    @Test
    void answerOneUrlEach() throws IOException {
        write("books/1.json", "{\"id\": \"1\"}");
        write("books.json", "[{\"id\": \"1\"}]");

        assertThat(assess().findings()).anySatisfy(finding -> {
            assertThat(finding.rule().id()).isEqualTo("fixture-unserved");
            assertThat(finding.message()).contains("answers the same URL as");
        });
    }

    @Test
    void makeExamplesNeedless() throws IOException {
        write("books/1.json", "{\"id\": \"1\"}");

        assertThat(assess().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule().id()).isEqualTo("example-missing");
            assertThat(finding.message()).startsWith("GET /books has neither example nor fixture");
        });
    }

    private void write(String name, String body) throws IOException {
        Path file = folder.resolve("fixtures").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, body);
    }

    private Assessment assess() throws IOException {
        Path contract = Files.writeString(folder.resolve("api.yaml"), CONTRACT);
        return Guard.assess(
                GuardOptions.builtIn().withContract(contract.toString()).withFixtures(folder.resolve("fixtures")));
    }
}
