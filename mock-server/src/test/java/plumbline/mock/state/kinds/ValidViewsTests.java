package plumbline.mock.state.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import plumbline.contract.Contract;
import plumbline.contract.operation.Schema;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;

class ValidViewsTests {
    private static final Schema ONE = schemas().findFirst().orElseThrow();
    private static final Schema OTHER = schemas().skip(1).findFirst().orElseThrow();

    private final ValidViews views = new ValidViews();

    private static Stream<Schema> schemas() {
        return Contract.builtIn(Optional.empty()).operations().stream()
                .flatMap(operation -> operation.parameters().stream())
                .flatMap(parameter -> parameter.valueSchema().stream())
                .distinct();
    }

    private static JsonNode item() {
        return JsonNodeFactory.instance.objectNode().put("id", 7);
    }

    @Test
    void includeTheVeryItemAndView() {
        JsonNode item = item();
        assertThat(views.include(item, ONE)).isFalse();

        views.add(item, ONE);

        assertThat(views.include(item, ONE)).isTrue();
        assertThat(views.include(item, OTHER)).isFalse();
        assertThat(views.include(item(), ONE)).isFalse();
    }

    @Test
    void keepTheLatestOfAnyNumber() {
        IntStream.range(0, 20_000).forEach(each -> views.add(item(), ONE));
        JsonNode last = item();
        views.add(last, ONE);

        assertThat(views.include(last, ONE)).isTrue();
    }
}
