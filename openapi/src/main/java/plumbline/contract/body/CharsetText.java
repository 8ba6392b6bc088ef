package plumbline.contract.body;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import plumbline.contract.body.reading.BodyFault;
import plumbline.contract.http.Body;
import plumbline.contract.http.MediaType;

/** Texts in the charset that their media type names, UTF-8 if it names none. */
final class CharsetText {
    private CharsetText() {}

    /** {@return the charset, or nothing if the media type names one that is not known} */
    static Optional<Charset> charset(MediaType type) {
        String name = type.parameters().get("charset");
        try {
            return Optional.of(name == null ? StandardCharsets.UTF_8 : Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /** {@return the text, or nothing if the octets are none in this charset} */
    static Optional<String> decode(Body body, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(body.bytes())).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    static BodyFault unknown(String rule, Content content) {
        return content.fault(
                rule,
                "names a charset that is not known",
                "a charset of the IANA registry, such as utf-8",
                content.type().toString());
    }

    static BodyFault undecodable(String rule, Content content, Charset charset, Body body) {
        return content.fault(
                rule,
                "is no text in " + charset.name(),
                "text in " + charset.name() + ", or another charset parameter",
                BodyFault.excerpt(new String(body.bytes(), StandardCharsets.ISO_8859_1)));
    }
}
