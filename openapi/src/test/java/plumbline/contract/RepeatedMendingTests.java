package plumbline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plumbline.contract.document.Documents;
import plumbline.contract.document.MemorySource;

class RepeatedMendingTests {
    @Test
    void declaresParametersThatAreLostWithTheirList() {
        Contract contract = tolerant("""
                openapi: 3.0.3
                info: {title: T, version: '1'}
                paths: {'/a/{id}': {get: {parameters: 3, responses: {'200': {description: OK}}}}}
                """);

        assertThat(contract.operations().get(0).parameters()).hasSize(1);
    }

    @Test
    void mendsDocumentsWithoutOperations() {
        Contract contract = tolerant("""
                openapi: 3.1.0
                info: {title: T, version: '1'}
                components: {schemas: {A: 1}}
                """);

        assertThat(contract.warnings()).hasSize(1);
    }

    private static Contract tolerant(String document) {
        return new TolerantReader(Optional.empty())
                .read(Documents.read(new MemorySource(Map.of("api.yaml", document))));
    }
}
