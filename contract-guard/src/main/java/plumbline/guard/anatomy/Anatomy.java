package plumbline.guard.anatomy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import plumbline.contract.operation.OpenApiVersion;

/** The kinds of objects that a version of OpenAPI knows, and their fields. */
public final class Anatomy {
    private final String version;
    private final Map<String, Map<String, Field>> kinds = new HashMap<>();
    private final Map<String, Boolean> referable = new HashMap<>();

    private Anatomy(String version) {
        this.version = version;
    }

    /** {@return the anatomy of documents of a version} */
    public static Anatomy of(OpenApiVersion version) {
        String number = switch (version) {
            case V3_0 -> "3.0";
            case V3_1 -> "3.1";
            case V3_2 -> "3.2";
        };
        Anatomy anatomy = new Anatomy(number);
        try (InputStream in = Objects.requireNonNull(Anatomy.class.getResourceAsStream("objects.txt"), "objects.txt")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(anatomy::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return anatomy;
    }

    private void add(String line) {
        String[] parts = line.split("\\|", 2);
        List<String> head = List.of(parts[0].trim().split(" +", -1));
        String kind = head.get(0);
        referable.put(kind, head.contains("ref"));
        Map<String, Field> fields = kinds.computeIfAbsent(kind, key -> new LinkedHashMap<>());
        for (String text : parts[1].trim().split(" +", -1)) {
            if (!text.isEmpty()) {
                Field field = Field.parse(text);
                if (field.versions().contains(version)) {
                    fields.put(field.name(), field);
                }
            }
        }
    }

    /** {@return the number of the version, such as {@code 3.1}} */
    public String version() {
        return version;
    }

    /** {@return the fields of a kind of objects, by name} */
    public Map<String, Field> fields(String kind) {
        return kinds.getOrDefault(kind, Map.of());
    }

    /** {@return the fields of a kind of objects whose own objects have a field of this name} */
    public List<String> holders(String kind, String name) {
        return fields(kind).values().stream()
                .filter(field -> field.isObject() && fields(field.type()).containsKey(name))
                .map(Field::name)
                .toList();
    }

    /** {@return whether a reference may stand in place of such an object} */
    public boolean isReferable(String kind) {
        return referable.getOrDefault(kind, false);
    }
}
