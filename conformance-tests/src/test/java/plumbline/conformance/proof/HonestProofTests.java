package plumbline.conformance.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.conformance.CheckId;
import plumbline.conformance.Phase;
import plumbline.conformance.Suites;
import plumbline.conformance.plan.Selection;
import plumbline.conformance.plan.Shard;
import plumbline.conformance.result.OperationCoverage;
import plumbline.conformance.result.Proof;
import plumbline.conformance.result.Proof.Unproven;
import plumbline.conformance.result.Report;
import plumbline.conformance.run.CheckOptions;
import plumbline.conformance.server.ContractServer;
import plumbline.conformance.server.Handler;
import plumbline.conformance.server.Reply;
import plumbline.conformance.server.TestServer;
import plumbline.conformance.suite.ConformanceOptions;
import plumbline.conformance.target.Target;
import plumbline.contract.http.Request;
import plumbline.text.Glob;

class HonestProofTests {
    private static final String CONTRACT = """
            openapi: 3.1.0
            info: {title: Things, version: '1'}
            paths:
              /things:
                post:
                  operationId: addThing
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema: {$ref: '#/components/schemas/Thing'}
                  responses:
                    '201': {description: Made, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
                    '400': {$ref: '#/components/responses/Problem'}
                    '415': {description: Another type}
              /things/{id}:
                get:
                  operationId: getThing
                  security: [{key: []}]
                  parameters:
                    - {name: id, in: path, required: true, schema: {type: string, pattern: '^[a-z]+$'}, example: a}
                  responses:
                    '200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
                    '400': {$ref: '#/components/responses/Problem'}
                    '401': {$ref: '#/components/responses/Problem'}
                    '404': {$ref: '#/components/responses/Problem'}
            components:
              securitySchemes:
                key: {type: apiKey, in: header, name: X-Key}
              responses:
                Problem: {description: No, content: {application/json: {schema: {$ref: '#/components/schemas/Problem'}}}}
              schemas:
                Thing:
                  type: object
                  required: [size]
                  properties:
                    size: {type: integer, maximum: 9}
                Problem:
                  type: object
                  required: [title]
                  properties:
                    title: {type: string, minLength: 1}
            """;

    @TempDir
    private Path folder;

    private Path contract = Path.of("");

    @BeforeEach
    void write() throws IOException {
        contract = Files.writeString(folder.resolve("things.yaml"), CONTRACT);
    }

    @Test
    void whatIsProvenInOneAnswerIsNotProvenForAnother() {
        Proof proof = proof(options -> options.withPhases(EnumSet.of(Phase.EXAMPLES, Phase.SECURITY)), server());

        assertThat(proof.unproven())
                .filteredOn(one -> one.place().contains("/schemas/Problem/properties/title/minLength"))
                .flatExtracting(Unproven::uses)
                .contains("404 of getThing", "400 of getThing")
                .doesNotContain("401 of getThing");
    }

    @Test
    void whatIsProvenInEachAnswerIsProven() {
        Proof proof = proof(options -> options.withValue("id", "a"), server());

        assertThat(proof.unproven())
                .filteredOn(one -> one.place().contains("/schemas/Problem"))
                .isEmpty();
        assertThat(proof.tallies().get("minLength")).isEqualTo(new Proof.Tally(4, 4));
    }

    @Test
    void aRefusalProves() {
        assertThat(unprovenOfRequests(proof(UnaryOperator.identity(), server())))
                .isEmpty();
    }

    @Test
    void aRefusalProvesWhateverElseIsWrongWithItsAnswer() {
        Handler right = server();
        Handler odd = request -> {
            Reply reply = right.answer(request);
            return reply.status() == 400 ? Reply.json(400, "{\"title\":7}") : reply;
        };

        assertThat(unprovenOfRequests(proof(UnaryOperator.identity(), odd)))
                .doesNotContain("maximum 9", "type \"integer\"", "required property 'size'");
    }

    @Test
    void aRefusalOfWhatIsRefusedAnywayProvesNothing() {
        AtomicInteger posts = new AtomicInteger();
        Handler right = server();
        Handler refusing = request ->
                "POST".equals(request.method()) && posts.getAndIncrement() > 0 ? problem(400) : right.answer(request);

        assertThat(unprovenOfRequests(proof(UnaryOperator.identity(), refusing)))
                .contains("maximum 9", "type \"integer\"", "required property 'size'");
    }

    @Test
    void onlyChecksThatJudgeProve() {
        CheckOptions without = new CheckOptions(Set.of(), Set.of(CheckId.SCHEMA.toString()), List.of(), false);

        Proof proof =
                proof(options -> options.withRunOptions(options.runOptions().withChecks(without)), server());

        assertThat(proof.unproven())
                .filteredOn(one -> one.place().contains("/schemas/Thing/properties/size/maximum"))
                .anySatisfy(one -> {
                    assertThat(one.isOverlooked()).isTrue();
                    assertThat(one.uses()).contains("200 of getThing");
                });
    }

    @Test
    void whereOneValueStandsForTheRuleThatIsSaid() {
        Proof proof = proof(UnaryOperator.identity(), server());

        assertThat(proof.byOneValue()).isPositive();
        assertThat(proof.summary()).endsWith("; " + proof.byOneValue() + " of them for one kind of wrong value");
    }

    @Test
    void whereNoRequestIsRefusedNothingIsSaidOfValues() {
        Proof proof = proof(options -> options.withPhases(EnumSet.of(Phase.EXAMPLES)), server());

        assertThat(proof.byOneValue()).isZero();
        assertThat(proof.summary()).doesNotContain("wrong value");
    }

    @Test
    void onlyWhatIsTestedCounts() {
        Selection one = new Selection(List.of(new Glob("getThing")), List.of(), Set.of(), Shard.whole());

        Report report =
                run(options -> options.withRunOptions(options.runOptions().withSelection(one)), server());

        assertThat(report.extent().proof().unproven())
                .allSatisfy(unproven -> assertThat(unproven.text()).doesNotContain("addThing"));
        assertThat(report.extent().proof().constraints())
                .isPositive()
                .isLessThan(
                        run(UnaryOperator.identity(), server()).extent().proof().constraints());
        assertThat(report.extent().reached())
                .extracting(OperationCoverage::operation)
                .containsExactly("getThing");
    }

    private static List<String> unprovenOfRequests(Proof proof) {
        return proof.unproven().stream()
                .filter(one -> one.uses().contains("addThing"))
                .map(Unproven::constraint)
                .toList();
    }

    private Handler server() {
        ContractServer judge = ContractServer.of(contract);
        return request -> {
            int status = judge.answer(request).status();
            if (request.path().endsWith("/things")) {
                return "POST".equals(request.method())
                        ? added(status)
                        : Reply.of(405).with("Allow", "POST");
            }
            if (!Set.of("GET", "HEAD").contains(request.method())) {
                return Reply.of(405).with("Allow", "GET, HEAD");
            }
            return read(request, status);
        };
    }

    private static Reply added(int status) {
        if (status == 200) {
            return Reply.json(201, "{\"size\":5}");
        }
        return status == 415 ? Reply.of(415) : problem(400);
    }

    private static Reply read(Request request, int status) {
        if (request.headers().first("X-Key").filter("key-of-tests"::equals).isEmpty()) {
            return problem(401);
        }
        if (status != 200 && !"HEAD".equals(request.method())) {
            return problem(400);
        }
        return request.path().endsWith("/a") ? Reply.json(200, "{\"size\":5}") : problem(404);
    }

    private static Reply problem(int status) {
        return Reply.json(status, "{\"title\":\"No\"}");
    }

    private Proof proof(UnaryOperator<ConformanceOptions> how, Handler server) {
        return run(how, server).extent().proof();
    }

    private Report run(UnaryOperator<ConformanceOptions> how, Handler handler) {
        try (TestServer server = TestServer.start(handler)) {
            Target target = Target.of(server.baseUrl())
                    .withHeader("X-Key", "key-of-tests")
                    .withWrites();
            return Suites.run(how.apply(ConformanceOptions.of(target).withContract(contract.toString())));
        }
    }
}
