package plumbline.contract.body;

import plumbline.contract.body.reading.BodyReading;
import plumbline.contract.http.Body;
import plumbline.contract.parameters.TextReader;
import plumbline.json.jackson.databind.JsonNode;

/** One way to write values as octets. What is written is read back as the same value. */
sealed interface BodyCodec
        permits JsonCodec, JsonLinesCodec, FormCodec, MultipartCodec, XmlCodec, TextCodec, BinaryCodec {
    /** {@return the value that a body stands for, as its schema expects it} */
    BodyReading read(Content content, Body body, TextReader reader);

    /** {@return the body that stands for a value} */
    Written write(Content content, JsonNode value);
}
