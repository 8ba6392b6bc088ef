package plumbline.mock.life;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.body.Bodies;
import plumbline.contract.body.Content;
import plumbline.contract.body.reading.BodyReading;
import plumbline.contract.http.BodyShape;
import plumbline.contract.http.MediaType;
import plumbline.contract.http.Request;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.RequestBodySpec;
import plumbline.contract.operation.Schema;
import plumbline.contract.parameters.SchemaShape;
import plumbline.contract.parameters.TextReader;
import plumbline.contract.resources.Showing;
import plumbline.contract.validation.Schemas;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.mock.state.kinds.Membership;

/**
 * The body of a request, read.
 *
 * @param type its media type
 * @param value what it stands for
 * @param schema the schema of the value; null if there is none
 */
record SentBody(MediaType type, JsonNode value, @Nullable Schema schema) {
    /** {@return what a request sends; nothing if it sends nothing, or nothing that could be stored} */
    static Optional<SentBody> of(Membership member, Request request, Schemas schemas) {
        @Nullable RequestBodySpec documented = member.operation().body();
        @Nullable
        MediaType type = request.headers()
                .first("Content-Type")
                .flatMap(MediaType::parse)
                .orElse(null);
        if (documented == null || type == null || request.body().isEmpty()) {
            return Optional.empty();
        }
        boolean isReadable = type.shape() == BodyShape.TREE || type.shape() == BodyShape.PARTS;
        return MediaTypeSpec.covering(documented.content(), type)
                .filter(spec -> isReadable)
                .flatMap(spec -> read(spec, type, request, schemas))
                .map(body -> body.unwrapped(member));
    }

    private static Optional<SentBody> read(MediaTypeSpec spec, MediaType type, Request request, Schemas schemas) {
        TextReader reader = new TextReader(schemas.validity(Direction.REQUEST));
        @Nullable Schema schema = spec.schema();
        @Nullable JsonNode first = null;
        do {
            BodyReading reading = Bodies.read(new Content(spec, type), request.body(), reader);
            @Nullable JsonNode value = reading.value();
            first = first == null ? value : first;
            if (value != null && (schema == null || schemas.isValid(schema, Direction.REQUEST, value))) {
                return Optional.of(new SentBody(type, value, schema));
            }
        } while (reader.advance());
        return Optional.ofNullable(first).map(value -> new SentBody(type, value, schema));
    }

    /** Where answers show an item inside of something, requests often send it so, too. */
    private SentBody unwrapped(Membership member) {
        @Nullable Showing showing = member.answer();
        String pointer = showing == null || showing.shape() != Showing.Shape.ITEM ? "" : showing.pointer();
        if (pointer.isEmpty() || !value.at(pointer).isObject()) {
            return this;
        }
        return new SentBody(
                type,
                value.at(pointer),
                schema == null ? null : SchemaShape.at(schema, pointer).orElse(null));
    }
}
