package plumbline.mock.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plumbline.contract.Contract;
import plumbline.contract.Match;
import plumbline.contract.http.Body;
import plumbline.contract.http.Headers;
import plumbline.contract.http.Response;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonException;
import plumbline.contract.validation.ResponseValidator;
import plumbline.contract.validation.Schemas;
import plumbline.contract.validation.Violation;
import plumbline.fixtures.Fixtures;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;
import plumbline.mock.control.Call;
import plumbline.mock.control.Desk;

/**
 * Writes answers into the user's folder of fixtures: {@code {"path": "/api/users/1", "status": 200, "body": …}}.
 *
 * @param contract what they have to keep
 * @param schemas its schemas
 * @param folder where they are written; null if the user has no such folder
 */
public record FixturesDesk(
        Contract contract, Schemas schemas, @Nullable Path folder) implements Desk {
    private static final String REFUSED = "The answer cannot be kept as a fixture";
    private static final List<String> OTHERS = List.of("mappings", "__files");

    @Override
    public Response answer(Call call) {
        if (call.is("GET", 0)) {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.put("folder", folder == null ? null : folder.toString());
            return Call.shown(json);
        }
        if (!call.is("POST", 0)) {
            return call.unknown("/fixtures");
        }
        if (folder == null) {
            return Call.refused(409, REFUSED, "The mock was started without a folder of fixtures.");
        }
        try {
            return save(Json.read(call.request().body().bytes()), folder);
        } catch (JsonException e) {
            return Call.refused(400, REFUSED, "What was sent is no JSON: " + e.getMessage() + ".");
        }
    }

    private Response save(JsonNode wished, Path into) {
        String path = wished.path("path").asString("");
        int status = wished.path("status").asInt(200);
        @Nullable JsonNode body = wished.get("body");
        if (!(contract.match("GET", path) instanceof Match.Found found) || body == null) {
            return Call.refused(422, REFUSED, "A fixture is the JSON body of a GET that is documented.");
        }
        List<Violation> violations = new ResponseValidator(schemas)
                .body(
                        found.operation(),
                        "GET",
                        new Response(
                                status, Headers.of("Content-Type", "application/json"), Body.of(Json.write(body))));
        if (!violations.isEmpty()) {
            return Call.refused(422, REFUSED, violations.get(0) + ".");
        }
        Path root = into.toAbsolutePath().normalize();
        Path file = root.resolve(Fixtures.nameFor(found.operation().withoutBasePath(path), status))
                .normalize();
        boolean isOutside = !file.startsWith(root)
                || file.equals(root)
                || OTHERS.contains(root.relativize(file).getName(0).toString());
        return isOutside ? Call.refused(422, REFUSED, "No file can be called as this path asks.") : write(file, body);
    }

    private static Response write(Path file, JsonNode body) {
        try {
            Path parent = file.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.write(file, (Json.pretty(body) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Call.refused(409, REFUSED, "It cannot be written: " + e.getMessage() + ".");
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("file", file.toString());
        return Call.shown(json);
    }
}
