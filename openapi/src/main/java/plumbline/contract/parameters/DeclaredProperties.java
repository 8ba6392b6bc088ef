package plumbline.contract.parameters;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plumbline.contract.Schema;
import plumbline.contract.document.Node;

/**
 * The properties that the parts of a composed schema declare.
 *
 * @param declared the schemas of each, one for every part that declares it
 * @param additional the schemas of those that no part declares
 */
record DeclaredProperties(Map<String, List<Schema>> declared, List<Schema> additional) {
    DeclaredProperties {
        declared = Collections.unmodifiableMap(declared);
        additional = List.copyOf(additional);
    }

    static DeclaredProperties of(Schema schema, List<Node> parts) {
        Map<String, List<Schema>> declared = new LinkedHashMap<>();
        List<Schema> additional = new ArrayList<>();
        for (Node part : parts) {
            part.members("properties")
                    .forEach((name, property) -> declared.computeIfAbsent(name, key -> new ArrayList<>())
                            .add(schema.at(property)));
            part.get("additionalProperties")
                    .filter(node -> node.value().isObject())
                    .ifPresent(node -> additional.add(schema.at(node)));
        }
        return new DeclaredProperties(declared, additional);
    }

    Set<String> names() {
        return declared.keySet();
    }

    List<Schema> alternatives(String name) {
        List<Schema> own = declared.get(name);
        return own == null ? additional : own;
    }
}
