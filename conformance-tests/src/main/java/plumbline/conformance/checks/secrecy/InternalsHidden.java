package plumbline.conformance.checks.secrecy;

import java.util.Optional;
import java.util.function.Predicate;
import plumbline.conformance.Check;
import plumbline.conformance.CheckId;
import plumbline.conformance.Exchange;
import plumbline.conformance.checks.scope.Scope;
import plumbline.contract.http.PercentCoding;
import plumbline.contract.http.Request;
import plumbline.finding.Finding;

/** Errors do not show what the server is made of: stack traces, messages of databases and paths of files. */
final class InternalsHidden implements Check {
    @Override
    public CheckId id() {
        return CheckId.INTERNALS_HIDDEN;
    }

    @Override
    public Judgement judge(Exchange exchange) {
        if (exchange.status() < 400 || exchange.response().body().isEmpty()) {
            return Judgement.notApplied();
        }
        Predicate<String> isTold = told(exchange.subject().request());
        return Internals.in(Readings.of(exchange.response().body().text()), isTold)
                .map(trace -> Judgement.of(finding(trace)))
                .orElseGet(Judgement::good);
    }

    /** What was sent may be said again. */
    private static Predicate<String> told(Request request) {
        String target = request.target();
        Optional<String> decoded = PercentCoding.decode(target);
        String body = request.body().text();
        return found -> !target.contains(found)
                && Readings.of(body).stream().noneMatch(text -> text.contains(found))
                && decoded.filter(text -> text.contains(found)).isEmpty()
                && request.headers().fields().stream()
                        .noneMatch(field -> field.value().contains(found));
    }

    private Finding finding(String trace) {
        return id().finding("the error shows what the server is made of")
                .comparing("an error that says what the client can do", Scope.excerpt(trace))
                .at("body")
                .withHint("keep stack traces, database messages and file paths in the log of the server");
    }
}
