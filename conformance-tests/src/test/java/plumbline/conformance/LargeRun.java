package plumbline.conformance;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import plumbline.conformance.cases.CaseSources;
import plumbline.conformance.cases.requests.TestData;
import plumbline.conformance.checks.Checks;
import plumbline.conformance.report.RunReporting;
import plumbline.conformance.report.results.Results;
import plumbline.conformance.result.Report;
import plumbline.conformance.run.ConformanceRun;
import plumbline.conformance.run.Pipeline;
import plumbline.conformance.target.Answer;
import plumbline.conformance.target.Target;
import plumbline.contract.Contract;
import plumbline.contract.document.ReferencePolicy;
import plumbline.contract.http.Body;
import plumbline.contract.http.Headers;
import plumbline.contract.http.Response;
import plumbline.contract.validation.Schemas;
import plumbline.fixtures.Fixtures;
import plumbline.output.Format;
import plumbline.output.ReportFolder;

/** A program that runs very many cases against a server that answers at length. */
final class LargeRun {
    private static final int OPERATIONS = 2_000;
    private static final int VALUES = 17;

    private LargeRun() {}

    public static void main(String... args) throws IOException {
        Path folder = Path.of(args[0]);
        Path document = Files.writeString(folder.resolve("large.yaml"), document());
        Target target = Target.of(URI.create("http://127.0.0.1:1"));
        Contract contract = Contract.read(document.toString(), ReferencePolicy.strict(), Optional.of(""));
        Schemas schemas = new Schemas(contract.version());
        TestData data = new TestData(contract, schemas, target, Map.of(), Fixtures.none());
        int[] number = {0};
        ConformanceRun run = new ConformanceRun(
                contract,
                target,
                new Pipeline(
                        CaseSources.of(EnumSet.of(Phase.EXAMPLES, Phase.SECURITY, Phase.PROTOCOL), data),
                        Checks.all(contract, schemas),
                        request -> answer(number[0]++)));
        Report report = run.run(verdict -> {});
        new ReportFolder(folder).write(new RunReporting(Results.of(report)), Format.files());
        System.out.println(
                report.verdicts().size() + " cases, " + report.counts().failed() + " failed");
    }

    /** Eight thousand octets, other ones each time. */
    private static Answer answer(int number) {
        String body = "{\"text\":\"" + Integer.toString(10_000_000 + number).repeat(1_000) + "\"}";
        Headers headers = Headers.of("Content-Type", "application/json");
        return new Answer.Received(new Response(200, headers, Body.of(body)), body.length(), "", Duration.ZERO);
    }

    private static String document() {
        StringBuilder text = new StringBuilder("""
                openapi: 3.1.0
                info: {title: Large, version: "1"}
                components:
                  schemas:
                    Thing: {type: object, required: [text], properties: {text: {type: string}}}
                paths:
                """);
        StringBuilder values = new StringBuilder();
        for (int i = 0; i < VALUES; i++) {
            values.append(i == 0 ? "" : ", ").append("value").append(i);
        }
        for (int i = 0; i < OPERATIONS; i++) {
            text.append("""
                      /things%1$d:
                        get:
                          operationId: thing%1$d
                          parameters: [{name: kind, in: query, schema: {type: string, enum: [%2$s]}}]
                          responses:
                            "200": {description: it, content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}
                            "400": {description: no}
                    """.formatted(i, values));
        }
        return text.toString();
    }
}
