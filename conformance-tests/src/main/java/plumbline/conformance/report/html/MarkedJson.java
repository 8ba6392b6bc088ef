package plumbline.conformance.report.html;

import java.util.Set;
import java.util.TreeSet;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonException;
import plumbline.contract.json.Pointers;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;

/** Shows a JSON value in lines, with the places marked at which something is wrong. */
final class MarkedJson {
    private static final String INDENT = "  ";

    private final Set<String> marks = new TreeSet<>();
    private final StringBuilder html = new StringBuilder();

    private MarkedJson() {}

    /**
     * {@return the text as HTML: indented and with marks if it is JSON, else as it is}
     *
     * @param pointers the places; where nothing is, what would hold it is marked
     */
    static String html(String text, Set<String> pointers) {
        try {
            JsonNode root = Json.read(text);
            MarkedJson marked = new MarkedJson();
            pointers.forEach(pointer -> marked.marks.add(existing(root, pointer)));
            marked.value(root, "", "");
            return marked.html.toString();
        } catch (JsonException e) {
            return Html.escape(text);
        }
    }

    private static String existing(JsonNode root, String pointer) {
        StringBuilder found = new StringBuilder();
        JsonNode here = root;
        for (String token : Pointers.tokens(pointer)) {
            boolean isIndex = here.isArray() && token.matches("[0-9]{1,9}");
            here = isIndex ? here.path(Integer.parseInt(token)) : here.path(token);
            if (here.isMissingNode()) {
                break;
            }
            found.append('/').append(Pointers.escape(token));
        }
        return found.toString();
    }

    private void value(JsonNode value, String pointer, String indent) {
        boolean marked = marks.contains(pointer);
        if (value.isContainer() && !value.isEmpty()) {
            text(value.isArray() ? "[" : "{", marked);
            members(value, pointer, indent + INDENT);
            html.append('\n').append(indent);
            text(value.isArray() ? "]" : "}", marked);
        } else {
            text(value.toString(), marked);
        }
    }

    private void members(JsonNode container, String pointer, String indent) {
        String[] separator = {"\n"};
        if (container.isArray()) {
            for (int i = 0; i < container.size(); i++) {
                html.append(separator[0]).append(indent);
                value(container.get(i), Pointers.child(pointer, i), indent);
                separator[0] = ",\n";
            }
            return;
        }
        container.forEachEntry((name, member) -> {
            String child = Pointers.child(pointer, name);
            html.append(separator[0]).append(indent);
            text(JsonNodeFactory.instance.stringNode(name) + ":", marks.contains(child));
            html.append(' ');
            value(member, child, indent);
            separator[0] = ",\n";
        });
    }

    private void text(String text, boolean marked) {
        html.append(marked ? "<mark>" : "").append(Html.escape(text)).append(marked ? "</mark>" : "");
    }
}
