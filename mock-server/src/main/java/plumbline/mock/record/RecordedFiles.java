package plumbline.mock.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plumbline.contract.Contract;
import plumbline.contract.http.PercentCoding;
import plumbline.contract.json.Json;
import plumbline.contract.validation.Schemas;
import plumbline.fixtures.FixtureException;
import plumbline.fixtures.Fixtures;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;
import plumbline.text.UnusableInputException;

/**
 * A folder of fixtures. What a file named by its path cannot answer alone, such as a query, becomes a stub in {@code
 * mappings}.
 */
final class RecordedFiles {
    private static final Pattern UNUSABLE =
            Pattern.compile("\\.(?!well-known$).*|.*[\\x00-\\x1F:*?\"<>|\\\\].*|.{120,}|");
    private static final Pattern LIKE_A_STATUS = Pattern.compile(".*\\.[1-5][0-9]{2}");

    private final Path folder;
    private final Contract contract;
    private final Schemas schemas;

    private RecordedFiles(Path folder, Contract contract, Schemas schemas) {
        this.folder = folder;
        this.contract = contract;
        this.schemas = schemas;
    }

    static RecordedFiles in(Path folder, Contract contract, Schemas schemas) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UnusableInputException("the folder '" + folder + "' cannot be made: " + e.getMessage());
        }
        RecordedFiles files = new RecordedFiles(folder, contract, schemas);
        files.load();
        return files;
    }

    /**
     * Writes what is recorded, over what was recorded for the same.
     *
     * @param base the base path of its URL
     */
    void write(Recorded recorded, String base) throws IOException {
        if (recorded.query().isEmpty() && writeFixture(recorded)) {
            // A stub would win over it.
            Files.deleteIfExists(stubFile(recorded, base));
        } else {
            writeStub(recorded, base);
        }
    }

    private boolean writeFixture(Recorded recorded) throws IOException {
        String last = recorded.path().substring(recorded.path().lastIndexOf('/') + 1);
        boolean isUsable = Stream.of(recorded.path().substring(1).split("/", -1))
                .map(segment -> PercentCoding.decode(segment).orElse(segment))
                .noneMatch(segment -> UNUSABLE.matcher(segment).matches());
        if (!isUsable || LIKE_A_STATUS.matcher(last).matches()) {
            return false;
        }
        Map<Path, byte[]> before = answering(recorded.path());
        Path file = file(recorded.path(), recorded.status());
        for (Path other : before.keySet()) {
            Files.delete(other);
        }
        replace(file, recorded.body() == null ? new byte[0] : text(recorded.body()));
        try {
            if (answers(load(), recorded)) {
                return true;
            }
        } catch (FixtureException e) {
            // Another file answers the same otherwise, such as the list that it is in.
        }
        Files.delete(file);
        for (Map.Entry<Path, byte[]> other : before.entrySet()) {
            replace(other.getKey(), other.getValue());
        }
        return false;
    }

    private static boolean answers(Fixtures fixtures, Recorded recorded) {
        return fixtures.find(recorded.path())
                .filter(found -> found.status() == recorded.status() && isSame(found.body(), recorded.body()))
                .isPresent();
    }

    private static boolean isSame(@Nullable JsonNode one, @Nullable JsonNode other) {
        return one == null ? other == null : one.equals(other);
    }

    /** {@return the files that answer a path, whatever their status} */
    private Map<Path, byte[]> answering(String path) throws IOException {
        Map<Path, byte[]> found = new LinkedHashMap<>();
        for (int status = 100; status < 600; status++) {
            Path file = file(path, status);
            if (Files.isRegularFile(file)) {
                found.put(file, Files.readAllBytes(file));
            }
        }
        return found;
    }

    private Path file(String path, int status) {
        return folder.resolve(Fixtures.nameFor(path, status));
    }

    private void writeStub(Recorded recorded, String base) throws IOException {
        ObjectNode stub = JsonNodeFactory.instance.objectNode();
        ObjectNode request = stub.putObject("request").put("method", "GET");
        if (recorded.query().isEmpty()) {
            request.put("url", base + recorded.path());
        } else {
            request.put("urlPath", base + recorded.path());
            ObjectNode parameters = request.putObject("queryParameters");
            new TreeMap<>(recorded.query()).forEach((name, values) -> parameters.set(name, matcher(values)));
        }
        ObjectNode response = stub.putObject("response").put("status", recorded.status());
        if (recorded.body() != null) {
            response.putObject("headers").put("Content-Type", "application/json");
            response.set("jsonBody", recorded.body());
        }
        replace(stubFile(recorded, base), text(stub));
    }

    private Path stubFile(Recorded recorded, String base) {
        String asked = base + recorded.path() + new TreeMap<>(recorded.query());
        String name =
                recorded.operation().id().replaceAll("[^\\w-]", "_") + "-" + Integer.toHexString(asked.hashCode());
        return folder.resolve("mappings").resolve(name + ".json");
    }

    private static ObjectNode matcher(List<String> values) {
        ObjectNode matcher = JsonNodeFactory.instance.objectNode();
        if (values.size() == 1) {
            return matcher.put("equalTo", values.get(0));
        }
        ArrayNode all = matcher.putArray("hasExactly");
        values.forEach(value -> all.addObject().put("equalTo", value));
        return matcher;
    }

    private static byte[] text(JsonNode value) {
        return (Json.pretty(value) + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    /** A mock that starts meanwhile finds the file whole or not at all. */
    private static void replace(Path file, byte[] content) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Path written = Files.write(file.resolveSibling("." + file.getFileName() + ".part"), content);
        Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private Fixtures load() {
        return Fixtures.load(folder, contract, schemas);
    }
}
