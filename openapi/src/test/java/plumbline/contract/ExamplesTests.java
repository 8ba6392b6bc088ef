package plumbline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.contract.operation.Example;

class ExamplesTests {
    @TempDir
    private Path folder;

    private Contract contract(String mediaType, String example) throws IOException {
        Files.createDirectories(folder.resolve("api/parts"));
        Files.writeString(folder.resolve("secret.json"), "{\"secret\": true}");
        Files.writeString(folder.resolve("api/parts/good.json"), "{\"a\": 1}");
        Files.writeString(folder.resolve("api/parts/bad.json"), "{\"a\": 1,}");
        Files.write(folder.resolve("api/parts/picture.png"), new byte[] {(byte) 0x89, 'P'});
        return Contract.read(Files.writeString(
                folder.resolve("api/api.yaml"), """
                openapi: 3.2.0
                info: {title: T, version: '1'}
                paths:
                  /a:
                    get:
                      responses:
                        '200':
                          description: OK
                          content:
                            MEDIA:
                              examples:
                                e: EXAMPLE
                """.replace("MEDIA", mediaType).replace("EXAMPLE", example)));
    }

    private static List<Example> examples(Contract contract) {
        return contract.operations().get(0).responses().get(0).content().get(0).examples();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "application/json | {externalValue: parts/good.json}              | {\"a\":1}",
                "application/json | {externalValue: './parts/../parts/good.json'} | {\"a\":1}",
                "text/plain       | {externalValue: parts/good.json}              | \"{\\\"a\\\": 1}\"",
                "text/plain       | {externalValue: parts/bad.json}               | \"{\\\"a\\\": 1,}\"",
                "application/json | {serializedValue: '[1, 2]'}                   | [1,2]",
                "text/plain       | {serializedValue: '[1, 2]'}                   | \"[1, 2]\"",
                "application/json | {dataValue: [1], serializedValue: '[2]'}      | [1]",
                "application/json | {value: 1, externalValue: parts/good.json}    | 1",
            })
    void mayStandElsewhereOrAsTheyAreSent(String mediaType, String example, String value) throws IOException {
        Contract contract = contract(mediaType, example);

        assertThat(contract.warnings()).isEmpty();
        assertThat(examples(contract)).singleElement().satisfies(found -> {
            assertThat(found.name()).isEqualTo("e");
            assertThat(found.value()).hasToString(value);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "application/json | {externalValue: parts/none.json}            | does not exist",
                "application/json | {externalValue: parts/bad.json}             | is not strict JSON",
                "application/json | {serializedValue: '[1,'}                    | is not strict JSON",
                "text/plain       | {externalValue: parts/picture.png}          | is not UTF-8",
                "application/json | {externalValue: ../secret.json}             | leads out of the contract's folder",
                "application/json | {externalValue: 'http://localhost:1/x'}     | leads to another host",
                "application/json | {externalValue: ':no:'}                     | is no URI reference",
                "application/json | {externalValue: parts}                      | cannot be",
            })
    void thatCannotBeUsedAreWarnings(String mediaType, String example, String message) throws IOException {
        Contract contract = contract(mediaType, example);

        assertThat(examples(contract)).isEmpty();
        assertThat(contract.warnings()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).contains(message);
            assertThat(problem.place().line()).isEqualTo(12);
            assertThat(problem.place().pointer())
                    .startsWith("/paths/~1a/get/responses/200/content/")
                    .contains("/examples/e/");
        });
    }

    @Test
    void outsideAreFoundBesideTheFileThatNamesThem() throws IOException {
        contract("a/b", "{value: 1}");
        Files.writeString(folder.resolve("api/parts/examples.yaml"), "e: {externalValue: good.json}");

        Contract contract = contract("application/json", "{$ref: 'parts/examples.yaml#/e'}");

        assertThat(examples(contract))
                .singleElement()
                .satisfies(found -> assertThat(found.value()).hasToString("{\"a\":1}"));
    }
}
