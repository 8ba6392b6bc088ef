package plumbline.conformance.report;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.conformance.Case;
import plumbline.conformance.Expectation;
import plumbline.conformance.Omission;
import plumbline.conformance.Phase;
import plumbline.conformance.result.Proof;
import plumbline.conformance.result.Report;
import plumbline.conformance.result.Verdict;
import plumbline.contract.Contract;
import plumbline.contract.document.Place;
import plumbline.contract.http.Request;
import plumbline.contract.operation.Operation;
import plumbline.finding.Finding;

/** Reports for tests. */
public final class Reports {
    private static final Operation OPERATION =
            Contract.builtIn(Optional.of("/api")).operations().get(0);
    private static final URI BASE = URI.create("http://127.0.0.1:8080/api");

    private Reports() {}

    /** {@return a report with a verdict of each kind} */
    public static Report mixed() {
        return report(List.of(passed(), failed(), broken(), skipped()));
    }

    /** {@return a report of a server that conforms} */
    public static Report good() {
        return report(List.of(passed()));
    }

    static Verdict passed() {
        return new Verdict.Passed(subject("given"), trace(200, "expected-status", "schema"));
    }

    static Verdict failed() {
        Finding schema = Finding.of("schema", "body at /email is of type integer, not \"string\"")
                .comparing("type \"string\"", "integer: 7")
                .at("body at /email")
                .documentedAt(
                        new Place("openapi/users.yaml", 147, 11, "/components/schemas/User/properties/email/type"))
                .withHint("send what is documented, or document what is sent");
        Finding status = Finding.of("no-server-error", "the server failed\u0000with status 500 & <more>")
                .comparing("a documented 2xx or 3xx status", "500")
                .at("status")
                .withHint("find the cause in the log of the server");
        return new Verdict.Failed(subject("fixture users/x.json"), trace(500, "schema"), List.of(schema, status));
    }

    static Verdict broken() {
        Finding finding = Finding.of("connection", "no whole answer came in time")
                .comparing("the status and headers of GET", "no whole answer after 10000 ms")
                .withHint("answer sooner, or allow more time with --timeout");
        return new Verdict.Broken(subject("HEAD"), trace(0, "connection"), finding);
    }

    static Verdict skipped() {
        return new Verdict.Skipped(
                subject("undocumented POST"),
                new Verdict.Trace(0, Duration.ZERO, List.of(), List.of()),
                "POST may change something, and the target is not on this machine");
    }

    private static Case subject(String name) {
        return Case.of(OPERATION, Phase.EXAMPLES, name, Request.of("GET", "/api/users/x"), new Expectation.Success());
    }

    private static Verdict.Trace trace(int status, String... checks) {
        return new Verdict.Trace(
                status, Duration.ofMillis(12), List.of(checks), List.of("curl -i '" + BASE + "/users/x'"));
    }

    private static Report report(List<Verdict> verdicts) {
        Report.Heading heading = new Report.Heading(
                BASE.toString(),
                "Sequence users",
                "openapi/users.yaml",
                Instant.parse("2026-11-01T12:00:00Z"),
                Duration.ofMillis(1234),
                List.of("A note."));
        return new Report(
                heading,
                List.of(Phase.EXAMPLES, Phase.SECURITY),
                List.of("no-server-error", "expected-status", "schema", "headers-documented"),
                verdicts,
                List.of(new Omission("getUser", Phase.SECURITY, "wrong credentials", "none are given")),
                new Report.Extent(
                        List.of(),
                        new Proof(
                                Map.of("status", 2, "type", 1),
                                17,
                                List.of(new Proof.Unproven(
                                        "status",
                                        "status 429 of getUser",
                                        "openapi/users.yaml:125:9 (#/paths/~1users~1{id}/get/responses/429)",
                                        "no answer with status 429 was seen",
                                        "add a fixture that is answered so, such as name.429.json")),
                                List.of())));
    }
}
