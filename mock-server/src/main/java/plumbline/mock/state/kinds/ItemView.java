package plumbline.mock.state.kinds;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.ResponseSpec;
import plumbline.contract.operation.Schema;
import plumbline.contract.parameters.SchemaShape;
import plumbline.contract.resources.Showing;

/**
 * How a documented response shows items.
 *
 * @param showing where they stand
 * @param content the media type that shows them
 * @param body the schema of the whole body
 * @param item the schema of one item
 */
public record ItemView(Showing showing, MediaTypeSpec content, Schema body, Schema item) {
    static Optional<ItemView> of(ResponseSpec spec, Showing showing) {
        return shown(spec).flatMap(content -> of(content, showing));
    }

    /**
     * {@return how another media type of a documented response shows the items that the first one shows}
     *
     * @param content the media type
     */
    static Optional<ItemView> of(ResponseSpec spec, MediaTypeSpec content, Showing showing) {
        @Nullable Schema body = content.schema();
        return body == null || shown(spec).filter(content::equals).isPresent()
                ? of(content, showing)
                : showing.in(body).flatMap(other -> of(content, other));
    }

    /** The media type of which it is known how it shows items. */
    private static Optional<MediaTypeSpec> shown(ResponseSpec spec) {
        return spec.content().stream()
                .filter(content ->
                        content.mediaType().isJson() || content.mediaType().isRange())
                .findFirst();
    }

    private static Optional<ItemView> of(MediaTypeSpec content, Showing showing) {
        @Nullable Schema body = content.schema();
        if (body == null) {
            return Optional.empty();
        }
        Optional<Schema> holder = SchemaShape.at(body, showing.pointer());
        Optional<Schema> item = switch (showing.shape()) {
            case ITEM -> holder;
            case ARRAY, IDS -> holder.flatMap(list -> SchemaShape.of(list).items());
            case MAP ->
                holder.flatMap(
                        map -> map.node().resolved().get("additionalProperties").map(map::at));
        };
        return item.map(schema -> new ItemView(showing, content, body, schema));
    }

    /** {@return the views of the same answer by each of the schemas that a list of it may have; this one first} */
    public List<ItemView> forms() {
        Stream<Schema> others = showing.shape() == Showing.Shape.ARRAY
                ? SchemaShape.at(body, showing.pointer()).stream()
                        .flatMap(list -> list.node().resolved().items("oneOf").stream()
                                .flatMap(form -> SchemaShape.of(list.at(form)).items().stream()))
                : Stream.empty();
        return Stream.concat(Stream.of(item), others)
                .distinct()
                .map(other -> new ItemView(showing, content, body, other))
                .toList();
    }

    /** {@return whether it shows one item, and nothing around it} */
    public boolean isBare() {
        return showing.shape() == Showing.Shape.ITEM && showing.pointer().isEmpty();
    }
}
