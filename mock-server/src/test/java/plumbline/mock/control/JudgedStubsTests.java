package plumbline.mock.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.mock.MockListener;
import plumbline.mock.MockServerException;
import plumbline.mock.MockServerOptions;
import plumbline.mock.engine.judging.StubPolicy;

class JudgedStubsTests {
    private static final String WRONG = """
            {"request": {"method": "GET", "urlPath": "/api/products/5"},
             "response": {"status": 200, "headers": {"Content-Type": "application/json"}, "jsonBody": {"id": "5", "name": "Hat"}}}
            """;
    private static final String RIGHT = WRONG.replace("\"5\"", "5");
    private static final String MESSAGE =
            " breaks type at src/test/resources/switched-shop.yaml:62:14: body at /id is of type string";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final List<String> told = new ArrayList<>();
    private final List<String> unused = new ArrayList<>();

    @BeforeEach
    void makeFolders() throws IOException {
        Files.createDirectories(folder.resolve("mappings"));
    }

    private RunningMock start(StubPolicy policy) {
        return new RunningMock(
                MockServerOptions.defaults()
                        .withContract("src/test/resources/switched-shop.yaml")
                        .withFixtures(folder)
                        .withStubs(policy),
                new MockListener() {
                    @Override
                    public void stubBreaks(String message) {
                        told.add(message);
                    }

                    @Override
                    public void unused(List<String> names) {
                        unused.addAll(names);
                    }
                });
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void areToldWithTheirFileAndThePlaceInTheContract() throws IOException {
        write("mappings/five.json", WRONG);

        try (RunningMock mock = start(StubPolicy.WARN)) {
            assertThat(told).singleElement().asString().startsWith("stub five.json (GET /api/products/5)" + MESSAGE);
            assertThat(mock.get("/api/products/5").body()).contains("\"5\"");
        }
    }

    @Test
    void areRefusedAtTheStartIfThatIsWanted() throws IOException {
        write("mappings/five.json", WRONG);

        assertThatThrownBy(() -> start(StubPolicy.REFUSE))
                .isInstanceOf(MockServerException.class)
                .hasMessageContaining("five.json cannot be used:" + MESSAGE);
    }

    @Test
    void areRefusedOverTheAdministration() throws IOException {
        try (RunningMock mock = start(StubPolicy.REFUSE)) {
            HttpResponse<String> response = mock.send("POST", "/__admin/mappings", WRONG);

            assertThat(response.statusCode()).isEqualTo(422);
            assertThat(response.body()).contains("It" + MESSAGE);
            assertThat(mock.get("/api/products/5").statusCode()).isEqualTo(404);
            assertThat(mock.send("POST", "/__admin/mappings", RIGHT).statusCode())
                    .isEqualTo(201);
            assertThat(mock.get("/api/products/5").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void areToldWhenTheyComeOverTheAdministration() throws IOException {
        try (RunningMock mock = start(StubPolicy.WARN)) {
            mock.send("POST", "/__admin/mappings", WRONG);

            assertThat(told).singleElement().asString().startsWith("stub GET /api/products/5" + MESSAGE);
        }
    }

    @Test
    void areLetBeIfThatIsWanted() throws IOException {
        write("mappings/five.json", WRONG);

        try (RunningMock mock = start(StubPolicy.OFF)) {
            assertThat(told).isEmpty();
            assertThat(mock.get("/api/products/5").statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"request\": {\"urlPath\": \"/login\"}, \"response\": {\"body\": \"page\"}}",
                "{\"request\": {\"urlPathPattern\": \"/api/products/.*\"}, \"response\": {\"body\": \"any\"}}",
                "{\"request\": {\"urlPath\": \"/api/products/1\"}, \"response\": {\"fault\": \"EMPTY_RESPONSE\"}}",
                "{\"request\": {\"method\": \"GET\", \"urlPath\": \"/api/products/1\"},"
                        + " \"response\": {\"body\": \"{{now}}\", \"transformers\": [\"response-template\"]}}"
            })
    void areNotJudgedWhereTheContractSaysNothingOrTheAnswerIsNotKnown(String stub) throws IOException {
        write("mappings/a.json", stub);

        try (RunningMock mock = start(StubPolicy.WARN)) {
            assertThat(mock.server().port()).isPositive();
            assertThat(told).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"urlPathTemplate\": \"/api/products/{id}\"} | {\"status\": 418} | breaks status",
                "{\"method\": \"ANY\", \"urlPath\": \"/api/products/1\"} | {\"status\": 500} | breaks status",
                "{\"method\": \"GET\", \"url\": \"/api/products?limit=1\"} | {\"bodyFileName\": \"a.txt\"} | breaks mediaType"
            })
    void areJudgedByWhateverTellsTheirPath(String request, String response, String message) throws IOException {
        write("mappings/a.json", "{\"request\": " + request + ", \"response\": " + response + "}");
        write("__files/a.txt", "text");

        try (RunningMock mock = start(StubPolicy.WARN)) {
            assertThat(mock.server().port()).isPositive();
            assertThat(told).singleElement().asString().contains(message);
        }
    }

    @Test
    void areToldAtTheEndIfNobodyAskedForThemAsAreFixtures() throws IOException {
        write("mappings/five.json", RIGHT);
        write("mappings/six.json", RIGHT.replace("5", "6"));
        write("products/1.json", "{\"id\": 1, \"name\": \"Hat\"}");
        write("products/2.json", "{\"id\": 2, \"name\": \"Cap\"}");

        RunningMock mock = start(StubPolicy.WARN);
        mock.get("/api/products/5");
        mock.get("/api/products/1");
        mock.close();
        mock.close();

        assertThat(told).isEmpty();
        assertThat(unused).containsExactly("stub six.json (GET /api/products/6)", "fixture products/2.json");
    }
}
