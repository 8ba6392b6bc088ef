package plumbline.settings;

import java.nio.charset.StandardCharsets;
import java.util.List;
import plumbline.contract.document.Node;
import plumbline.contract.document.Place;
import plumbline.contract.json.Json;
import plumbline.json.jackson.databind.JsonNode;

/**
 * The value of an option.
 *
 * @param node the value as it stands in the file
 */
public record Setting(Node node) {
    /** {@return where it stands} */
    public Place place() {
        return node.place();
    }

    /** {@return whether it is one value, neither a list nor a mapping nor nothing} */
    public boolean isSingle() {
        return !node.value().isContainer() && !node.value().isNull();
    }

    /** {@return its text, or that of each item of a list} */
    public List<String> texts() {
        return node.value().isArray()
                ? node.items().stream().map(item -> text(item.value())).toList()
                : List.of(text(node.value()));
    }

    /**
     * {@return the members of a mapping as texts, as in {@code id=42}}
     *
     * @param separator what stands between a name and its value
     */
    public List<String> pairs(String separator) {
        return node.members().entrySet().stream()
                .map(member ->
                        member.getKey() + separator + text(member.getValue().value()))
                .toList();
    }

    private static String text(JsonNode value) {
        return value.isContainer() ? new String(Json.write(value), StandardCharsets.UTF_8) : value.asString();
    }
}
