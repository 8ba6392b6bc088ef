package plumbline.mock.state.kinds;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.json.Pointers;
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
        return spec.content().stream()
                .filter(content ->
                        content.mediaType().isJson() || content.mediaType().isRange())
                .findFirst()
                .flatMap(content -> of(content, showing));
    }

    private static Optional<ItemView> of(MediaTypeSpec content, Showing showing) {
        @Nullable Schema body = content.schema();
        if (body == null) {
            return Optional.empty();
        }
        Optional<Schema> holder = Optional.of(body);
        for (String name : Pointers.tokens(showing.pointer())) {
            holder = holder.flatMap(outer -> SchemaShape.of(outer).property(name));
        }
        Optional<Schema> item = switch (showing.shape()) {
            case ITEM -> holder;
            case ARRAY, IDS -> holder.flatMap(list -> SchemaShape.of(list).items());
            case MAP ->
                holder.flatMap(
                        map -> map.node().resolved().get("additionalProperties").map(map::at));
        };
        return item.map(schema -> new ItemView(showing, content, body, schema));
    }

    /** {@return whether it shows one item, and nothing around it} */
    public boolean isBare() {
        return showing.shape() == Showing.Shape.ITEM && showing.pointer().isEmpty();
    }
}
