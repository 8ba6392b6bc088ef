package plumbline.conformance.probe;

import java.util.List;
import java.util.Optional;
import plumbline.conformance.Success;
import plumbline.conformance.target.Answer;
import plumbline.contract.http.Request;

/** Nothing but web pages come, whatever is asked for. */
final class WebPages {
    private static final String NOWHERE = "/plumbline-asks-for-what-nobody-has";
    private static final List<Integer> OF_GATEWAYS = List.of(502, 503, 504);

    private WebPages() {}

    static Optional<String> fault(ProbeResult result) {
        int status = result.first().status();
        boolean isSuspicious = Success.hasContent(status) || OF_GATEWAYS.contains(status);
        if (!isSuspicious || !result.all(one -> one.isStrangePage() && one.status() == status)) {
            return Optional.empty();
        }
        Request nowhere = result.first()
                .request()
                .withPath(result.target().basePath() + NOWHERE)
                .withQuery("");
        boolean isAnyPath = result.contact().send(nowhere) instanceof Answer.Received received
                && received.response().status() == status
                && Inquiry.isPage(received.response());
        return isAnyPath
                ? Optional.of("nothing but web pages came from " + result.target() + " (status " + status
                        + ", text/html), even for a path that nobody has: its base URL leads to a web site or a proxy,"
                        + " not to the API")
                : Optional.empty();
    }
}
