package plumbline.conformance.checks.message;

import java.util.List;
import java.util.Optional;
import plumbline.conformance.Check;
import plumbline.conformance.CheckId;
import plumbline.conformance.Exchange;
import plumbline.conformance.Expectation;
import plumbline.contract.http.Response;
import plumbline.finding.Finding;

/** HEAD is answered as GET is, without the body (RFC 9110, section 9.3.2), or refused as a method. */
final class HeadAgreesWithGet implements Check {
    @Override
    public CheckId id() {
        return CheckId.HEAD_AGREES_WITH_GET;
    }

    @Override
    public Judgement judge(Exchange exchange) {
        if (!(exchange.subject().expectation() instanceof Expectation.LikeGet)) {
            return Judgement.notApplied();
        }
        if (exchange.status() == 405 || exchange.status() == 501) {
            return Judgement.noting(
                    List.of(finding(exchange, "status", "the status of GET", Integer.toString(exchange.status()))
                            .withMessage("HEAD is refused")));
        }
        return exchange.comparison()
                .map(get -> difference(exchange, get, exchange.response())
                        .map(Judgement::of)
                        .orElseGet(Judgement::good))
                .orElseGet(Judgement::notApplied);
    }

    private Optional<Finding> difference(Exchange exchange, Response get, Response head) {
        if (get.status() != head.status()) {
            return Optional.of(
                    finding(exchange, "status", Integer.toString(get.status()), Integer.toString(head.status())));
        }
        String type = get.headers().first("Content-Type").orElse("none");
        String headType = head.headers().first("Content-Type").orElse("none");
        if (!type.equals(headType)) {
            return Optional.of(finding(exchange, "header 'Content-Type'", type, headType));
        }
        Optional<String> length = get.headers().first("Content-Length");
        Optional<String> headLength = head.headers().first("Content-Length");
        return length.isPresent() && headLength.isPresent() && !length.equals(headLength)
                ? Optional.of(finding(exchange, "header 'Content-Length'", length.get(), headLength.get()))
                : Optional.empty();
    }

    private Finding finding(Exchange exchange, String where, String get, String head) {
        return id().finding("HEAD is answered differently from GET")
                .comparing(get + ", as for GET", head)
                .at(where)
                .documentedAt(exchange.subject().operation().node().place())
                .withHint("answer HEAD as GET, without the body");
    }
}
