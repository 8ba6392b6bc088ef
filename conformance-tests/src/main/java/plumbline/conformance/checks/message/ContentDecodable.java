package plumbline.conformance.checks.message;

import plumbline.conformance.Check;
import plumbline.conformance.CheckId;
import plumbline.conformance.Exchange;

/** A body can be decoded as its Content-Encoding says (RFC 9110, section 8.4). */
final class ContentDecodable implements Check {
    @Override
    public CheckId id() {
        return CheckId.CONTENT_DECODABLE;
    }

    @Override
    public Judgement judge(Exchange exchange) {
        boolean encoded = exchange.response().headers().contains("Content-Encoding")
                && exchange.answer().sentLength() > 0;
        if (!encoded) {
            return Judgement.notApplied();
        }
        String fault = exchange.answer().codingFault();
        String coding = String.join(", ", exchange.response().headers().all("Content-Encoding"));
        return fault.isEmpty()
                ? Judgement.good()
                : Judgement.of(id().finding(fault)
                        .comparing("a body that is " + coding, "octets that are not")
                        .at("header 'Content-Encoding'")
                        .withHint("encode the body, or leave Content-Encoding out"));
    }
}
