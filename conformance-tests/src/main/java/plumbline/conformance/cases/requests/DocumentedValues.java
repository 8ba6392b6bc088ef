package plumbline.conformance.cases.requests;

import java.util.List;
import java.util.Optional;
import plumbline.contract.document.Node;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.Schema;
import plumbline.json.jackson.databind.JsonNode;

/** The values that a contract lists for a parameter, where all others are ruled out. */
public final class DocumentedValues {
    private DocumentedValues() {}

    /**
     * {@return the values of {@code enum} or {@code const}; none if others are allowed; null is none where it cannot be
     * written}
     */
    public static List<JsonNode> of(Parameter parameter) {
        Optional<Node> schema = parameter.valueSchema().map(Schema::node).map(Node::resolved);
        return schema
                .flatMap(node -> node.get("enum"))
                .map(values -> List.copyOf(values.value().values()))
                .or(() -> schema.flatMap(node -> node.get("const")).map(value -> List.of(value.value())))
                .orElse(List.of())
                .stream()
                .filter(value -> parameter.content() != null || !value.isNull())
                .toList();
    }
}
