package plumbline.contract.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.contract.Contract;
import plumbline.contract.Contracts;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonException;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.Schema;
import plumbline.contract.sampling.Sampler;
import plumbline.contract.sampling.UnsatisfiableException;
import plumbline.json.jackson.databind.JsonNode;

/** What means a schema by a discriminator, where the schema says itself by which value it goes ({@code x-ms-discriminator-value}). */
class DiscriminatorValuesTests {
    private static final String BASE = """
            Base:
              type: object
              required: [kind]
              properties: {kind: {type: string, enum: [Blob, Folder]}}
              discriminator: {propertyName: kind}
            BlobSet:
              allOf: [{$ref: '#/components/schemas/Base'}]
              required: [size]
              properties: {size: {type: integer}}
              x-ms-discriminator-value: Blob
            FolderSet:
              allOf: [{$ref: '#/components/schemas/Base'}]
              required: [path]
              properties: {path: {type: string}}
              x-ms-discriminator-value: Folder
            T:
              oneOf: [{$ref: '#/components/schemas/BlobSet'}, {$ref: '#/components/schemas/FolderSet'}]
              discriminator: {propertyName: kind}
            """;

    private final Contract contract = Contracts.ofSchemas("3.0.3", BASE);
    private final Schemas schemas = new Schemas(contract.version());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Base   | {"kind": "Blob", "size": 1}     | true
                    Base   | {"kind": "Folder", "path": "/"} | true
                    Base   | {"kind": "Blob", "path": "/"}   | false
                    Base   | {"kind": "BlobSet", "size": 1}  | false
                    T      | {"kind": "Blob", "size": 1}     | true
                    T      | {"kind": "Folder", "size": 1}   | false
                    """)
    void areThoseThatSchemasSay(String schema, String value, boolean isValid) throws JsonException {
        assertThat(schemas.isValid(Contracts.schema(contract, schema), Direction.RESPONSE, Json.read(value)))
                .isEqualTo(isValid);
    }

    @Test
    void areMadeSo() throws UnsatisfiableException {
        for (String name : new String[] {"Base", "T"}) {
            Schema schema = Contracts.schema(contract, name);
            for (int seed = 0; seed < 8; seed++) {
                JsonNode sample = new Sampler(schemas).sample(schema, Direction.RESPONSE, seed);

                assertThat(sample.path("kind").stringValue()).isIn("Blob", "Folder");
                assertThat(schemas.isValid(schema, Direction.RESPONSE, sample)).isTrue();
            }
        }
    }
}
