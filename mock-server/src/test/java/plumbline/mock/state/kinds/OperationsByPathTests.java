package plumbline.mock.state.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.contract.Contract;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.PathTemplate;

class OperationsByPathTests {
    private static final List<String> PATHS = List.of(
            "/shops/{id}/orders/{order}",
            "/shops",
            "/shops/{id}",
            "/shops/{name}/orders",
            "/shops/{id}-{name}",
            "/shops/{id}.json",
            "/shops.json",
            "/shopsfloor/{id}",
            "/shops/{id}/",
            "/shops/best",
            "/shops/{id}/orders/{order}/lines",
            "/{any}/{id}",
            "/a/{id}",
            "/zoos/{id}");

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(
            strings = {"/shops/{id}", "/shops/{shop}.json", "/shops/{id}/", "/{x}/{y}", "/zoos/{id}", "/none/{id}"})
    void areThoseThatAreAskedOneByOneInTheirOrder(String item) throws IOException {
        PathTemplate template = new PathTemplate(item);
        List<Operation> all = operations();

        List<Operation> within = new OperationsByPath(all).within(template);

        assertThat(within)
                .isEqualTo(all.stream()
                        .filter(operation -> LivingKind.isAbove(template, operation.template()))
                        .toList());
    }

    @Test
    void areThoseOnAnItemAndOnItsParts() throws IOException {
        List<Operation> within = new OperationsByPath(operations()).within(new PathTemplate("/shops/{any}"));

        assertThat(within.stream().map(operation -> operation.template().toString()))
                .containsExactly(
                        "/shops/{id}/orders/{order}",
                        "/shops/{id}",
                        "/shops/{name}/orders",
                        "/shops/{id}/",
                        "/shops/{id}/orders/{order}/lines");
    }

    private List<Operation> operations() throws IOException {
        String paths = PATHS.stream()
                .map(path -> "\"" + path + "\": {\"get\": {\"responses\": {\"200\": {\"description\": \"OK\"}},"
                        + " \"parameters\": [" + parameters(path) + "]}}")
                .collect(Collectors.joining(",\n"));
        Path file = folder.resolve("api.json");
        Files.writeString(
                file,
                "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"T\", \"version\": \"1\"}, \"paths\": {" + paths
                        + "}}");
        return Contract.read(file).operations();
    }

    private static String parameters(String path) {
        return new PathTemplate(path)
                .names().stream()
                        .map(name ->
                                "{\"name\": \"" + name + "\", \"in\": \"path\", \"required\": true, \"schema\": {}}")
                        .collect(Collectors.joining(", "));
    }
}
