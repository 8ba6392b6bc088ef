package plumbline.mock.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import plumbline.contract.Contract;
import plumbline.contract.document.Node;
import plumbline.contract.http.Response;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;

/**
 * Lists in the styles of public APIs. Each document in {@code list-styles} says what there is ({@code x-world}, a whole list), and for each
 * query ({@code x-asked}) which items are shown in which order, and what is said beside them; what is said to be null must not
 * be said otherwise.
 */
class ListStylesTests {
    private static final Path STYLES = Path.of("src/test/resources/list-styles");

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicContainer> showWhatAUserOfTheApiExpects() throws IOException {
        try (Stream<Path> files = Files.list(STYLES)) {
            List<Path> styles = files.sorted().toList();
            assertThat(styles).hasSizeGreaterThanOrEqualTo(20);
            return styles.stream()
                    .map(style -> DynamicContainer.dynamicContainer(
                            style.getFileName().toString(), new Style(style, folder).tests()));
        }
    }

    private static final class Style {
        private final Node root;
        private final String path;
        private final Living mock;

        Style(Path file, Path folder) {
            Contract contract = Contract.read(file);
            this.root = contract.operations().get(0).node().document().root();
            this.path = root.text("x-path").orElseThrow();
            Path fixtures = folder.resolve(file.getFileName().toString());
            Path list = fixtures.resolve(path.substring(1) + ".json");
            try {
                Files.createDirectories(list.getParent());
                Files.writeString(list, member("x-world").toString());
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            this.mock = Living.of("list-styles/" + file.getFileName(), fixtures);
        }

        private JsonNode member(String name) {
            return root.get(name).orElseThrow().value();
        }

        List<DynamicTest> tests() {
            List<DynamicTest> tests = new ArrayList<>();
            for (JsonNode asked : member("x-asked")) {
                String query = asked.path("query").stringValue();
                tests.add(DynamicTest.dynamicTest(
                        "?" + query, () -> check(mock.get(query.isEmpty() ? path : path + "?" + query), asked)));
            }
            return tests;
        }

        private void check(Response response, JsonNode asked) {
            assertThat(response.status()).as(response.toString()).isEqualTo(200);
            JsonNode body = Living.json(response);
            List<JsonNode> ids = new ArrayList<>();
            String id = root.text("x-id").orElseThrow();
            body.at(root.text("x-shows").orElseThrow()).forEach(item -> ids.add(item.path(id)));
            assertThat(ids)
                    .as(body.toString())
                    .containsExactlyElementsOf(asked.path("ids").values());
            asked.path("says").forEachEntry((pointer, value) -> {
                JsonNode said = body.at(pointer);
                assertThat(said.isMissingNode() ? JsonNodeFactory.instance.nullNode() : said)
                        .as("%s of %s", pointer, body)
                        .isEqualTo(value);
            });
            asked.path("headers")
                    .forEachEntry((name, value) -> assertThat(response.headers().first(name))
                            .as(name)
                            .hasValueSatisfying(text -> assertThat(text).contains(value.stringValue())));
        }
    }
}
