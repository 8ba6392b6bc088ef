package plumbline.contract.body;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import plumbline.contract.body.reading.BodyReading;
import plumbline.contract.http.Body;
import plumbline.contract.json.Json;
import plumbline.contract.parameters.TextReader;
import plumbline.json.jackson.databind.JsonNode;

/** Plain text, which stands for a value of a simple type. */
record TextCodec() implements BodyCodec {
    private static final String RULE = "text";

    @Override
    public BodyReading read(Content content, Body body, TextReader reader) {
        Optional<Charset> charset = CharsetText.charset(content.type());
        if (charset.isEmpty()) {
            return BodyReading.unreadable(CharsetText.unknown(RULE, content));
        }
        return CharsetText.decode(body, charset.get())
                .map(text -> BodyReading.of(reader.value(text, content.schema())))
                .orElseGet(() -> BodyReading.unreadable(CharsetText.undecodable(RULE, content, charset.get(), body)));
    }

    @Override
    public Written write(Content content, JsonNode value) {
        Charset charset = CharsetText.charset(content.type()).orElse(StandardCharsets.UTF_8);
        return new Written(content.type().toString(), Body.of(Json.text(value).getBytes(charset)));
    }
}
