package plumbline.conformance.checks.message;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import plumbline.conformance.Check;
import plumbline.conformance.CheckId;
import plumbline.conformance.Exchange;
import plumbline.conformance.checks.scope.Scope;
import plumbline.contract.http.BodyShape;
import plumbline.contract.http.MediaType;

/** A text is in the charset that it says it is in; JSON, whatever it says, is in UTF-8 (RFC 8259, section 8.1). */
final class CharsetTrue implements Check {
    private static final Set<BodyShape> CHARACTERS = Set.of(BodyShape.TREE, BodyShape.TEXT);

    @Override
    public CheckId id() {
        return CheckId.CHARSET;
    }

    @Override
    public Judgement judge(Exchange exchange) {
        Optional<MediaType> type = Scope.mediaType(exchange.response());
        Optional<String> charset = type.map(found -> found.parameters().get("charset"));
        byte[] body = exchange.response().body().bytes();
        boolean isText =
                type.filter(found -> CHARACTERS.contains(found.shape())).isPresent();
        if (charset.isEmpty()
                || !isText
                || body.length == 0
                || !exchange.answer().codingFault().isEmpty()) {
            return Judgement.notApplied();
        }
        return fault(type.get(), charset.get(), body)
                .map(message -> Judgement.of(id().finding(message)
                        .comparing("text in " + charset.get(), "octets that are not")
                        .at("header 'Content-Type'")
                        .withHint("write the text in UTF-8, and say so")))
                .orElseGet(Judgement::good);
    }

    private static Optional<String> fault(MediaType type, String name, byte[] body) {
        if (!isKnown(name)) {
            return Optional.of("the charset is unknown");
        }
        Charset charset = Charset.forName(name);
        boolean isPlain = isDecodable(body, StandardCharsets.US_ASCII);
        if (type.isJson() && !isPlain && !StandardCharsets.UTF_8.equals(charset)) {
            return Optional.of("JSON that says it is in another charset than UTF-8 is read wrongly");
        }
        return isDecodable(body, charset)
                ? Optional.empty()
                : Optional.of("the text is not in the charset that it says");
    }

    private static boolean isKnown(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isDecodable(byte[] body, Charset charset) {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(body));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
