package plumbline.conformance.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.conformance.Case;
import plumbline.conformance.Exchange;
import plumbline.conformance.Expectation;
import plumbline.conformance.Phase;
import plumbline.conformance.checks.Checks;
import plumbline.conformance.target.Answer;
import plumbline.contract.Contract;
import plumbline.contract.document.ReferencePolicy;
import plumbline.contract.http.Body;
import plumbline.contract.http.Headers;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonException;
import plumbline.contract.json.Pointers;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Schema;
import plumbline.contract.sampling.Sampler;
import plumbline.contract.sampling.UnsatisfiableException;
import plumbline.contract.validation.Schemas;
import plumbline.finding.Finding;
import plumbline.json.jackson.databind.JsonNode;

/** Whatever the validator rejects by the bare schema, the checks report, at the place where it was broken. */
class MutationLawTests {
    private static final int CONTRACTS = 60;

    @TempDir
    private Path folder = Path.of("");

    private final List<String> overlooked = new ArrayList<>();
    private int mutants;

    @Test
    void everyRejectedMutationOfOneKeywordIsReportedAtItsPlace() throws IOException, JsonException {
        for (int seed = 0; seed < CONTRACTS; seed++) {
            String schema = new RandomSchemas(seed).schema();
            breakAll(seed, contract(schema), Json.read(schema));
        }

        assertThat(overlooked).isEmpty();
        assertThat(mutants).isGreaterThan(4_000);
    }

    private void breakAll(int seed, Contract contract, JsonNode plain) {
        Operation operation = contract.operations().get(0);
        Schemas schemas = new Schemas(contract.version());
        Schema schema = new Schema(
                operation
                        .response(200)
                        .orElseThrow()
                        .content()
                        .get(0)
                        .node()
                        .get("schema")
                        .orElseThrow(),
                contract.version());
        JsonNode value;
        try {
            value = new Sampler(schemas).sample(schema, Direction.RESPONSE, seed);
        } catch (UnsatisfiableException e) {
            return;
        }
        MutantJudge judge = new MutantJudge(Checks.all(contract, schemas));
        Exchange right = exchange(operation, value);
        assertThat(judge.findings(right, right.response())).isEmpty();
        for (JudgedValues.JudgedValue judged : JudgedValues.of(value, schema.node())) {
            for (Keyword keyword : Keyword.of(judged.schema(), Direction.RESPONSE)) {
                for (JsonNode broken : BreakingValues.of(keyword, judged.value())) {
                    JsonNode mutant = Pointers.replaced(value, judged.pointer(), broken);
                    if (!schemas.isValidPart(plain, mutant)) {
                        mutants++;
                        List<Finding> findings = judge.findings(right, Body.of(Json.write(mutant)))
                                .toList();
                        if (findings.stream()
                                .noneMatch(finding -> BodyMutations.isNear(finding.location(), judged.pointer()))) {
                            overlooked.add("seed " + seed + ": " + keyword.text() + " at " + judged.pointer() + " in "
                                    + mutant + ": " + findings);
                        }
                    }
                }
            }
        }
    }

    private Contract contract(String schema) throws IOException {
        Path file = folder.resolve("api.yaml");
        Files.writeString(file, """
                openapi: 3.1.0
                info: {title: T, version: '1'}
                paths:
                  /t:
                    get:
                      responses:
                        '200':
                          description: OK
                          content: {application/json: {schema: %s}}
                """.formatted(schema));
        return Contract.read(file.toString(), ReferencePolicy.strict(), Optional.of(""));
    }

    private static Exchange exchange(Operation operation, JsonNode value) {
        Body body = Body.of(Json.write(value));
        Response response = new Response(200, Headers.of("Content-Type", "application/json"), body);
        Case subject = Case.of(operation, Phase.EXAMPLES, "sample", Request.of("GET", "/t"), new Expectation.Success());
        return new Exchange(subject, new Answer.Received(response, body.length(), "", Duration.ZERO), null);
    }
}
