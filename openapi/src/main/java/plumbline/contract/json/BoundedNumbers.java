package plumbline.contract.json;

import java.io.Serial;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import plumbline.json.jackson.core.exc.StreamConstraintsException;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ValueNode;

/**
 * Refuses numbers such as {@code 1e999999999}, short to write but endless to calculate with; the bound is that which
 * Jackson has for written digits.
 */
class BoundedNumbers extends JsonNodeFactory {
    static final String MESSAGE = "a number has an exponent beyond 1000";

    @Serial
    private static final long serialVersionUID = 1;

    private static final int LARGEST_SCALE = 1000;

    @Override
    public ValueNode numberNode(@Nullable BigDecimal number) {
        if (number != null && Math.abs((long) number.scale()) > LARGEST_SCALE) {
            throw new StreamConstraintsException(MESSAGE);
        }
        return super.numberNode(number);
    }
}
