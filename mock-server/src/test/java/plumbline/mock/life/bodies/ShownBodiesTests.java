package plumbline.mock.life.bodies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import plumbline.contract.Contract;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.Schema;
import plumbline.contract.resources.Showing;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.mock.state.kinds.ItemView;

class ShownBodiesTests {
    private static final ItemView ONE = view("");
    private static final ItemView OTHER = view("/data");

    private final ShownBodies bodies = new ShownBodies();

    private static ItemView view(String pointer) {
        MediaTypeSpec content = Contract.builtIn(Optional.empty()).operations().stream()
                .flatMap(operation -> operation.response("200").stream())
                .flatMap(response -> response.content().stream())
                .findFirst()
                .orElseThrow();
        Schema schema = Objects.requireNonNull(content.schema());
        return new ItemView(new Showing(Showing.Shape.ITEM, pointer, List.of()), content, schema, schema);
    }

    private static JsonNode item() {
        return JsonNodeFactory.instance.objectNode().put("id", 7);
    }

    private static ShownBody body() {
        return new ShownBody(item());
    }

    @Test
    void areThoseOfTheVeryItemAndView() {
        JsonNode item = item();
        ShownBody body = body();
        assertThat(bodies.of(item, ONE)).isNull();

        bodies.add(item, ONE, body);

        assertThat(bodies.of(item, ONE)).isSameAs(body);
        assertThat(bodies.of(item, OTHER)).isNull();
        assertThat(bodies.of(item(), ONE)).isNull();
    }

    @Test
    void keepTheLatestOfAnyNumber() {
        IntStream.range(0, 5_000).forEach(each -> bodies.add(item(), ONE, body()));
        JsonNode last = item();
        ShownBody body = body();
        bodies.add(last, ONE, body);

        assertThat(bodies.of(last, ONE)).isSameAs(body);
    }

    @Test
    void areNotKeptWhereTheyAreLarge() {
        JsonNode item = item();
        bodies.add(item, ONE, new ShownBody(JsonNodeFactory.instance.stringNode("x".repeat(40_000))));

        assertThat(bodies.of(item, ONE)).isNull();
    }

    @Test
    void areWrittenOnce() {
        ShownBody body = body();

        assertThat(body.written()).isSameAs(body.written());
        assertThat(body.written().bytes()).asString().isEqualTo("{\"id\":7}");
    }
}
