package plumbline.contract.json;

import java.io.Serial;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.ObjectNode;
import plumbline.json.jackson.databind.node.StringNode;

/** Makes the values of one text that take little memory, as they are kept for long and not changed. */
final class KeptValues extends BoundedNumbers {
    @Serial
    private static final long serialVersionUID = 1;

    /** Most lists are short. */
    private static final int FEW_ITEMS = 4;

    /** Longer texts are seldom written twice. */
    private static final int SHORT = 80;

    /** What makes the values that are put into copies, so that none holds on to this. */
    private static final BoundedNumbers OTHERS = new BoundedNumbers();

    private final transient Map<String, StringNode> texts = new HashMap<>();

    @Override
    public ObjectNode objectNode() {
        return new ObjectNode(OTHERS, new Members());
    }

    @Override
    public ArrayNode arrayNode() {
        return OTHERS.arrayNode(FEW_ITEMS);
    }

    @Override
    public @Nullable StringNode stringNode(@Nullable String text) {
        if (text == null || text.length() > SHORT) {
            return super.stringNode(text);
        }
        StringNode known = texts.get(text);
        if (known == null) {
            known = new StringNode(text);
            texts.put(text, known);
        }
        return known;
    }
}
