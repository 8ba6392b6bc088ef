package plumbline.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.contract.document.ContractException;
import plumbline.contract.document.Documents;
import plumbline.contract.document.MemorySource;
import plumbline.contract.http.Body;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonException;
import plumbline.contract.validation.RequestValidator;
import plumbline.contract.validation.ResponseValidator;
import plumbline.contract.validation.Schemas;
import plumbline.contract.validation.SecurityValidator;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.ObjectNode;

/** Whatever stands in a document, it is used or refused; nothing else ever comes out. */
class FuzzTests {
    private static final List<String> VALUES =
            List.of("null", "0", "\"x\"", "[]", "{}", "true", "{\"$ref\": \"#/nothing\"}", "{\"$ref\": \"#\"}");

    @Test
    void theRichDocumentIsFineByItself() throws IOException {
        Contract contract = Contracts.read(text("rich.yaml"));

        assertThat(contract.warnings()).isEmpty();
        assertThat(use(contract)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rich.yaml", "users.yaml"})
    void anyValueMayStandAnywhere(String name) throws IOException, JsonException {
        JsonNode document = Documents.read(new MemorySource(Map.of("api.yaml", text(name))))
                .root()
                .value();
        List<String> pointers = new ArrayList<>();
        collect(document, "", pointers);
        List<String> faults = new ArrayList<>();

        for (int i = 0; i < pointers.size(); i++) {
            String pointer = pointers.get(i);
            // Every value in turn, three in each place: all of them would take a minute.
            for (int k = 0; k < 3; k++) {
                String value = VALUES.get((3 * i + k) % VALUES.size());
                fault(replaced(document, pointer, Json.read(value)))
                        .ifPresent(fault -> faults.add(pointer + " = " + value + ": " + fault));
            }
        }

        assertThat(pointers).hasSizeGreaterThan(50);
        assertThat(faults).isEmpty();
    }

    @Test
    void anyKeyMayBeMissing() throws IOException {
        JsonNode document = Documents.read(new MemorySource(Map.of("api.yaml", text("rich.yaml"))))
                .root()
                .value();
        List<String> pointers = new ArrayList<>();
        collect(document, "", pointers);
        List<String> faults = new ArrayList<>();

        for (String pointer : pointers) {
            fault(replaced(document, pointer, null)).ifPresent(fault -> faults.add(pointer + ": " + fault));
        }

        assertThat(faults).isEmpty();
    }

    private static Optional<String> fault(JsonNode document) {
        Contract contract;
        try {
            contract = Contracts.read(new String(Json.write(document), StandardCharsets.UTF_8));
        } catch (ContractException e) {
            return e.problems().isEmpty() ? Optional.of("refused without a problem") : Optional.empty();
        } catch (RuntimeException | StackOverflowError e) {
            return Optional.of("reading: " + described(e));
        }
        return use(contract);
    }

    private static Optional<String> use(Contract contract) {
        Schemas schemas = new Schemas(contract.version());
        for (Operation operation : contract.operations()) {
            try {
                useMessages(operation, schemas);
            } catch (ContractException e) {
                // A part that cannot be used may be refused when it is first used.
            } catch (RuntimeException | StackOverflowError e) {
                return Optional.of("using " + operation.title() + ": " + described(e));
            }
        }
        return Optional.empty();
    }

    private static void useMessages(Operation operation, Schemas schemas) {
        Request request = Request.of("PUT", "/v1/pets/1.json")
                .withQuery("tags=a,b&filter[a]=1&q&where=%7B%7D&k=1&id=3&ext=json")
                .withHeader("X-Ids", "1,2")
                .withHeader("Cookie", "session=abc")
                .withHeader("Content-Type", "application/json");
        new RequestValidator(schemas)
                .validate(
                        new Match.Found(operation, Map.of("id", "1", "ext", "json")),
                        request.withBody(Body.of("{\"kind\":\"cat\",\"name\":\"x\",\"e\":[1]}")));
        new SecurityValidator().validate(operation, request);
        for (int status : new int[] {200, 204, 404, 500}) {
            Response response = Response.of(status)
                    .withHeader("Content-Type", status == 404 ? "application/problem+json" : "application/json")
                    .withBody(Body.of("{\"kind\":\"dog\",\"a\":{\"x-1\":null},\"secret\":\"s\"}"));
            new ResponseValidator(schemas).validate(operation, "GET", response);
        }
    }

    private static String described(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        StringBuilder text = new StringBuilder(thrown.toString());
        for (int i = 0; i < Math.min(trace.length, 40); i++) {
            if (trace[i].getClassName().startsWith("plumbline")) {
                return text.append(" at ").append(trace[i]).toString();
            }
        }
        return text.toString();
    }

    private static void collect(JsonNode node, String pointer, List<String> pointers) {
        if (node.isObject()) {
            node.forEachEntry((name, member) -> {
                String inner = plumbline.contract.json.Pointers.child(pointer, name);
                pointers.add(inner);
                if (!"examples".equals(name)) {
                    collect(member, inner, pointers);
                }
            });
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                pointers.add(pointer + "/" + i);
                collect(node.get(i), pointer + "/" + i, pointers);
            }
        }
    }

    /** A copy of a document in which one value is another, or missing. */
    private static JsonNode replaced(
            JsonNode document, String pointer, @org.jspecify.annotations.Nullable JsonNode value) {
        JsonNode copy = document.deepCopy();
        int slash = pointer.lastIndexOf('/');
        JsonNode parent = copy.at(pointer.substring(0, slash));
        String key = plumbline.contract.json.Pointers.tokens(pointer.substring(slash))
                .get(0);
        if (parent instanceof ObjectNode object) {
            if (value == null) {
                object.remove(key);
            } else {
                object.set(key, value);
            }
        } else if (parent instanceof ArrayNode array) {
            if (value == null) {
                array.remove(Integer.parseInt(key));
            } else {
                array.set(Integer.parseInt(key), value);
            }
        } else {
            fail(pointer);
        }
        return copy;
    }

    private static String text(String name) throws IOException {
        if ("users.yaml".equals(name)) {
            return Files.readString(Path.of("users.yaml"));
        }
        try (InputStream in = Objects.requireNonNull(FuzzTests.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
