package plumbline.mock.life.bodies;

import org.jspecify.annotations.Nullable;
import plumbline.contract.http.Body;
import plumbline.contract.json.Json;
import plumbline.json.jackson.databind.JsonNode;

/** A body that shows something, and is written when it is first asked for. Thread-safe. */
public final class ShownBody {
    private final JsonNode value;
    private volatile @Nullable Body written;

    /** Makes the body that shows a value, which nobody changes any more. */
    public ShownBody(JsonNode value) {
        this.value = value;
    }

    /** {@return the value} */
    public JsonNode value() {
        return value;
    }

    /** {@return the value as JSON text in UTF-8} */
    public Body written() {
        Body known = written;
        if (known == null) {
            known = Body.of(Json.write(value));
            written = known;
        }
        return known;
    }
}
