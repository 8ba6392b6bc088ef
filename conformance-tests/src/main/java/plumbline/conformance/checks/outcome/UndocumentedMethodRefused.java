package plumbline.conformance.checks.outcome;

import java.util.Arrays;
import java.util.List;
import plumbline.conformance.Check;
import plumbline.conformance.CheckId;
import plumbline.conformance.Exchange;
import plumbline.conformance.Expectation;
import plumbline.conformance.Success;
import plumbline.finding.Finding;

/** A method that the path does not have is refused; 405 says which ones it has (RFC 9110, section 15.5.6). */
final class UndocumentedMethodRefused implements Check {
    private static final List<Integer> REFUSALS = List.of(401, 403, 404, 405, 501);

    @Override
    public CheckId id() {
        return CheckId.UNDOCUMENTED_METHOD_REFUSED;
    }

    @Override
    public Judgement judge(Exchange exchange) {
        if (!(exchange.subject().expectation() instanceof Expectation.MethodRefused expectation)) {
            return Judgement.notApplied();
        }
        int status = exchange.status();
        if (!REFUSALS.contains(status)) {
            Finding answered = finding(
                    exchange,
                    "the undocumented method " + expectation.method() + " was answered with status " + status,
                    Integer.toString(status),
                    "refuse it with 405, or document it");
            return isHarmless(exchange) ? Judgement.noting(List.of(answered)) : Judgement.of(answered);
        }
        if (status == 404) {
            return Judgement.noting(List.of(finding(
                    exchange,
                    "the undocumented method " + expectation.method() + " was refused as if the path were unknown",
                    "404",
                    "refuse it with 405, and list the methods of the path in Allow")));
        }
        return status == 405 ? allow(exchange, expectation) : Judgement.good();
    }

    /** What only shows something cannot spoil anything. */
    private static boolean isHarmless(Exchange exchange) {
        return exchange.subject().isSafe() && Success.hasContent(exchange.status());
    }

    private Judgement allow(Exchange exchange, Expectation.MethodRefused expectation) {
        List<String> allowed = exchange.response().headers().all("Allow").stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::trim)
                .toList();
        String hint = "list the methods of the path in Allow";
        if (allowed.isEmpty()) {
            // Many frameworks leave it out, and few clients look at it.
            return Judgement.noting(
                    List.of(finding(exchange, "405 came without an Allow header", "no Allow header", hint)));
        }
        return allowed.contains(expectation.method())
                ? Judgement.of(finding(
                        exchange,
                        "405 for " + expectation.method() + " came with an Allow header that names it",
                        "Allow: " + String.join(", ", allowed),
                        hint))
                : Judgement.good();
    }

    private Finding finding(Exchange exchange, String message, String actual, String hint) {
        return id().finding(message)
                .comparing(exchange.subject().expectation().text(), actual)
                .at(actual.contains("Allow") ? "header 'Allow'" : "status")
                .documentedAt(exchange.subject().operation().node().place())
                .withHint(hint);
    }
}
