package plumbline.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.conformance.Case;
import plumbline.conformance.Omission;
import plumbline.conformance.run.ConformanceRun;
import plumbline.contract.Strictness;
import plumbline.contract.document.ContractException;

class FaultyContractTests {
    @TempDir
    Path folder = Path.of("");

    @Test
    void operationsWithoutResponseAreOmittedAndTold() throws IOException {
        ConformanceRun run = ConformanceSuite.prepare(options("""
                openapi: 3.1.0
                info: {title: T, version: '1'}
                paths: {/a: {get: {operationId: a}}, /b: {get: {operationId: b, responses: {'200': {description: OK}}}}}
                """));

        assertThat(run.plan().cases())
                .isNotEmpty()
                .extracting(Case::operation)
                .allSatisfy(operation -> assertThat(operation.id()).isEqualTo("b"));
        assertThat(run.plan().omissions())
                .filteredOn(omission -> omission.operation().equals("a"))
                .extracting(Omission::reason)
                .isNotEmpty()
                .allMatch(reason -> reason.contains("no response"));
    }

    @Test
    void reportsTellWhatWasNotUnderstood() throws IOException {
        ConformanceOptions options = options("""
                openapi: 3.0.3
                info: {title: T, version: '1'}
                paths: {'/a/{id}': {get: {responses: {'200': {description: OK}}}}}
                """);
        ConformanceRun run = ConformanceSuite.prepare(options);

        assertThat(run.report(List.of(), Instant.EPOCH).heading().notes())
                .anyMatch(note -> note.contains("api.yaml:3:21") && note.contains("it is taken to be a text"));
        assertThatThrownBy(() -> ConformanceSuite.prepare(options.withStrictness(Strictness.STRICT)))
                .isInstanceOf(ContractException.class);
    }

    private ConformanceOptions options(String document) throws IOException {
        Path file = Files.writeString(folder.resolve("api.yaml"), document);
        return ConformanceOptions.of(URI.create("http://127.0.0.1:1")).withContract(file.toString());
    }
}
