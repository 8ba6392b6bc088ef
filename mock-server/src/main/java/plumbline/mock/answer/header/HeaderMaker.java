package plumbline.mock.answer.header;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import plumbline.contract.http.Headers;
import plumbline.contract.http.Response;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.ResponseSpec;
import plumbline.contract.operation.Schema;
import plumbline.contract.parameters.ParameterEncoder;
import plumbline.contract.parameters.SchemaShape;
import plumbline.contract.parameters.TextValues;
import plumbline.contract.sampling.Sampler;
import plumbline.contract.sampling.UnsatisfiableException;
import plumbline.contract.validation.Schemas;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;

/**
 * Makes the documented headers of responses, and the Location that redirects need: what is true of the message where they tell
 * of it, else what the document has as an example, else what is plausible for a header of the name, else a sample.
 *
 * @param schemas judges
 * @param sampler makes values for headers of which nothing is known
 */
public record HeaderMaker(Schemas schemas, Sampler sampler) {
    /** {@return the headers that a response should have} */
    public MadeHeaders make(ResponseSpec spec, Message message) {
        Headers headers = Headers.none();
        List<MadeHeaders.Impossible> impossible = new ArrayList<>(0);
        for (Parameter header : spec.headers()) {
            try {
                Optional<JsonNode> value = value(header, message);
                if (value.isPresent()) {
                    headers = headers.and(header.name(), new ParameterEncoder(header).text(value.get()));
                }
            } catch (UnsatisfiableException e) {
                impossible.add(new MadeHeaders.Impossible(header, e));
                if (header.required()) {
                    headers = headers.and(header.name(), new ParameterEncoder(header).text(e.nearest()));
                }
            }
        }
        boolean isLost = Response.leadsElsewhere(message.status())
                && spec.headers().stream().noneMatch(header -> "Location".equalsIgnoreCase(header.name()));
        return new MadeHeaders(
                isLost ? headers.and("Location", new KnownHeaders(message).elsewhere()) : headers, impossible);
    }

    private Optional<JsonNode> value(Parameter header, Message message) throws UnsatisfiableException {
        String name = header.name().toLowerCase(Locale.ROOT);
        if (KnownHeaders.areSetElsewhere(name)) {
            return Optional.empty();
        }
        boolean isOfTheBody = KnownHeaders.areOfTheBody(name);
        if (!header.examples().isEmpty() && !isOfTheBody) {
            JsonNode example = header.examples().get(0).value();
            if (!KnownHeaders.leadsToPages(name, example.asString(""))) {
                return Optional.of(example);
            }
        }
        Optional<Schema> schema = header.valueSchema();
        Optional<JsonNode> known = new KnownHeaders(message)
                .values(name).stream()
                        .flatMap(text -> read(text, schema).stream())
                        .findFirst();
        if (known.isPresent() || schema.isEmpty() || isOfTheBody && !header.required()) {
            return known;
        }
        return Optional.of(sampler.sample(schema.get(), Direction.RESPONSE, message.seed()));
    }

    /** The value that a text stands for, if it is valid. */
    private Optional<JsonNode> read(String text, Optional<Schema> schema) {
        return schema.isEmpty()
                ? Optional.of(JsonNodeFactory.instance.stringNode(text))
                : TextValues.candidates(text, SchemaShape.of(schema.get())).stream()
                        .filter(value -> schemas.isValid(schema.get(), Direction.RESPONSE, value))
                        .findFirst();
    }
}
