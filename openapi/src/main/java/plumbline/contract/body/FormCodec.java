package plumbline.contract.body;

import java.util.ArrayList;
import java.util.List;
import plumbline.contract.body.reading.BodyFault;
import plumbline.contract.body.reading.BodyReading;
import plumbline.contract.document.Node;
import plumbline.contract.http.Body;
import plumbline.contract.json.Pointers;
import plumbline.contract.parameters.Decoded;
import plumbline.contract.parameters.FormBody;
import plumbline.contract.parameters.FormText;
import plumbline.contract.parameters.TextReader;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/** URL-encoded forms. */
record FormCodec() implements BodyCodec {
    @Override
    public BodyReading read(Content content, Body body, TextReader reader) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        List<BodyFault> faults = new ArrayList<>();
        new FormBody(content.spec(), reader)
                .decode(body.text())
                .forEach((name, decoded) ->
                        set(object, name, decoded, faults, content.spec().node()));
        return BodyReading.of(object, faults);
    }

    /** Sets a property as it was decoded, or notes why it was not; it must not count as missing then. */
    static void set(ObjectNode object, String name, Decoded decoded, List<BodyFault> faults, Node node) {
        String pointer = Pointers.child("", name);
        if (decoded instanceof Decoded.Value value) {
            object.set(name, value.candidates().get(0));
        } else if (decoded instanceof Decoded.Repeated repeated) {
            faults.add(new BodyFault(
                    "duplicate",
                    pointer,
                    "is given " + repeated.times() + " times, but takes one value",
                    "one value",
                    repeated.times() + " values",
                    node));
        } else if (decoded instanceof Decoded.Malformed malformed) {
            faults.add(new BodyFault(
                    "form",
                    pointer,
                    "is not written as documented",
                    malformed.expected(),
                    BodyFault.excerpt(malformed.actual()),
                    node));
        }
    }

    @Override
    public Written write(Content content, JsonNode value) {
        // An example may be given as it is sent.
        String text = value.isString() ? value.stringValue() : new FormText(content.spec()).write(value);
        return new Written(content.type().toString(), Body.of(text));
    }
}
