package plumbline.guard.rules.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.contract.DocumentReading;
import plumbline.contract.document.Node;
import plumbline.contract.document.ReferencePolicy;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.Schema;
import plumbline.contract.sampling.Sampler;
import plumbline.contract.validation.Schemas;
import plumbline.guard.anatomy.DocumentParts;

class PlainSchemasTests {
    private static final Path CORPUS = Path.of("../mock-server/src/test/resources/contracts");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {}                                                                   | true
        {type: string, minLength: 2, maxLength: 2, description: two, x-a: 1} | true
        {type: string, format: date-time}                                    | true
        {type: [integer, 'null'], minimum: 1, maximum: 1}                    | true
        {enum: [a, 1], type: string}                                         | true
        {enum: [1], type: number}                                            | true
        {enum: [null], type: string, nullable: true}                         | true
        {type: object, required: [a, b], properties: {a: {type: boolean}}}   | true
        {type: object, properties: {a: {pattern: a}}}                        | true
        {type: array, minItems: 2, items: {type: string}}                    | true
        {type: array, items: {not: {}}}                                      | true
        {anyOf: [{pattern: a}, {type: string}]}                              | true
        {oneOf: [{type: string}, {type: 'null'}]}                            | true
        {allOf: [{type: string}]}                                            | true
        {$ref: '#/components/schemas/Tree'}                                  | true
        false                                                                | false
        {type: text}                                                         | false
        {type: string, minLength: 3, maxLength: 2}                           | false
        {type: string, format: date, minLength: 3}                           | false
        {type: string, pattern: '^a$'}                                       | false
        {type: integer, minimum: 1.2, maximum: 1.8}                          | false
        {type: integer, enum: [a]}                                           | false
        {type: string, enum: [a], minLength: 2}                              | false
        {type: object, required: [a], additionalProperties: false}           | false
        {type: object, required: [a], properties: {a: {pattern: a}}}         | false
        {type: object, required: [a], additionalProperties: {pattern: a}}    | false
        {type: array, minItems: 2, items: {type: string}, uniqueItems: true} | false
        {type: array, minItems: 3, maxItems: 2}                              | false
        {type: array, minItems: 1, items: false}                             | false
        {oneOf: [{type: integer}, {type: number}]}                           | false
        {oneOf: [{type: string}, {}]}                                        | false
        {allOf: [{type: string}, {type: integer}]}                           | false
        {not: {}}                                                            | false
        {$ref: '#/components/schemas/Endless'}                               | false
        {$ref: '#/components/schemas/Large'}                                 | false
        """)
    void areKnownToHaveAValue(String schema, boolean isKnown) throws IOException {
        StringBuilder large = new StringBuilder();
        for (int i = 0; i < 14; i++) {
            large.append(
                    "    L%d: {type: object, required: [a, b], properties: {a: &r%d {$ref: '#/components/schemas/L%d'}, b: *r%d}}\n"
                            .formatted(i, i, i + 1, i));
        }
        Path document = Files.writeString(folder.resolve("api.yaml"), """
            openapi: 3.1.1
            info: {title: T, version: '1'}
            paths: {}
            components:
              schemas:
                Tree: {type: object, properties: {left: {$ref: '#/components/schemas/Tree'}}}
                Endless: {type: object, required: [next], properties: {next: {$ref: '#/components/schemas/Endless'}}}
                L14: {type: string}
            %s    Large: {$ref: '#/components/schemas/L0'}
                Asked: %s
            """.formatted(large, schema));

        Node asked = read(document).root().at("/components/schemas/Asked").orElseThrow();

        assertThat(new PlainSchemas().isFulfilled(asked)).isEqualTo(isKnown);
    }

    static List<Path> corpus() throws IOException {
        try (Stream<Path> entries = Files.list(CORPUS)) {
            return entries.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void haveOneIndeed(Path document) {
        DocumentReading reading = read(document);
        Sampler sampler = Sampler.ofWholeContract(new Schemas(reading.version()));
        PlainSchemas plain = new PlainSchemas();

        for (Node schema : DocumentParts.of(reading.root(), reading.version()).of("schema")) {
            if (plain.isFulfilled(schema)) {
                assertThatCode(() -> sampler.sample(new Schema(schema, reading.version()), Direction.RESPONSE, 0))
                        .as(schema.pointer())
                        .doesNotThrowAnyException();
            }
        }
    }

    private static DocumentReading read(Path document) {
        return DocumentReading.of(document.toString(), ReferencePolicy.strict(), Optional.empty());
    }
}
