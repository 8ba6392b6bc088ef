package plumbline.contract;

import plumbline.contract.document.Node;
import plumbline.json.jackson.databind.JsonNode;

/**
 * An example of a value.
 *
 * @param name the name under which it stands in {@code examples}; empty for the single {@code example}
 * @param value the value
 * @param node where it stands
 */
public record Example(String name, JsonNode value, Node node) {}
