package plumbline.contract.resources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import plumbline.contract.Contract;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonException;
import plumbline.contract.operation.Operation;

class ResourcesTests {
    /** Each document says at its end, under {@code x-resources}, what is found in it, and nothing else is. */
    @TestFactory
    Stream<DynamicTest> findsWhatADocumentSays() throws IOException, URISyntaxException {
        List<Path> documents;
        try (Stream<Path> files = Files.list(folder())) {
            documents = files.sorted().toList();
        }
        assertThat(documents).as("documents of different styles").hasSizeGreaterThan(25);
        return documents.stream()
                .map(document -> DynamicTest.dynamicTest(
                        document.getFileName().toString(),
                        () -> assertThat(String.join("\n", found(document)))
                                .isEqualTo(expected(document).strip())));
    }

    private static Path folder() throws URISyntaxException {
        return Path.of(ResourcesTests.class.getResource("styles").toURI());
    }

    private static List<String> found(Path document) {
        return Resources.of(Contract.read(document)).lines();
    }

    private static String expected(Path document) {
        Operation any = Contract.read(document).operations().get(0);
        return any.node().document().root().text("x-resources").orElseThrow();
    }

    @Test
    void readsWhatNamesTheItemsOfAnAnswer() throws JsonException {
        assertThat(listed("envelope", "{'data': [{'id': 41}, {'name': 'none'}, {'id': 42}], 'total': 3}"))
                .isEqualTo("[{shopId=41}, {shopId=42}]");
        assertThat(listed("ids-alone", "['a', 'b/c', '']")).isEqualTo("[{name=\"a\"}, {name=\"b/c\"}]");
        assertThat(listed("map-by-id", "{'x': {'on': true}}")).isEqualTo("[{flagKey=\"x\"}]");
        assertThat(listed(
                        "hal-links", "{'_embedded': {'orders': [{'_links': {'self': {'href': '/orders/a%20b?x'}}}]}}"))
                .isEqualTo("[{orderId=\"a b\"}]");
    }

    private static String listed(String style, String body) throws JsonException {
        Resource resource = read(style).all().get(0);
        Showing showing = resource.first(Role.LIST).orElseThrow().showing().orElseThrow();
        return showing.items(Json.read(body.replace('\'', '"'))).stream()
                .map(Showing.Shown::keys)
                .map(Map::toString)
                .toList()
                .toString();
    }

    private static Resources read(String style) {
        try {
            return Resources.of(Contract.read(folder().resolve(style + ".yaml")));
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void saysWhatThePathParametersOfAnOperationName() throws URISyntaxException {
        Contract contract = Contract.read(folder().resolve("nested-two-deep.yaml"));
        Operation deepest = contract.operations().stream()
                .filter(operation -> operation.template().names().size() == 3)
                .findFirst()
                .orElseThrow();

        List<Binding> bindings = Resources.of(contract).bindings(deepest);

        assertThat(bindings.stream()
                        .map(binding -> binding.parameter() + ": " + binding.resource() + " " + binding.key()))
                .containsExactly(
                        "shopId: /shops id",
                        "productId: /shops/{shopId}/products productId",
                        "reviewId: /shops/{shopId}/products/{productId}/reviews reviewId");
    }
}
