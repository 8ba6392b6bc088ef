package plumbline.conformance.checks.message;

import java.util.List;
import plumbline.conformance.Check;
import plumbline.conformance.CheckId;
import plumbline.conformance.Exchange;

/** Content-Length is one true number, and absent where there can be no body (RFC 9110, section 8.6). */
final class ContentLength implements Check {
    @Override
    public CheckId id() {
        return CheckId.CONTENT_LENGTH;
    }

    @Override
    public Judgement judge(Exchange exchange) {
        List<String> declared = exchange.response().headers().all("Content-Length");
        boolean unknowable = "HEAD".equals(exchange.subject().request().method()) || exchange.status() == 304;
        if (declared.isEmpty() || unknowable) {
            return Judgement.notApplied();
        }
        String sent = Long.toString(exchange.answer().sentLength());
        return declared.stream().allMatch(length -> length.trim().equals(sent))
                ? Judgement.good()
                : Judgement.of(id().finding("Content-Length is not the length of the body")
                        .comparing(sent + " octets", "Content-Length: " + String.join(", ", declared))
                        .at("header 'Content-Length'")
                        .withHint("send as many octets as Content-Length says"));
    }
}
