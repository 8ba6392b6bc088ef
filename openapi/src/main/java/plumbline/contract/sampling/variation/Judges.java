package plumbline.contract.sampling.variation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plumbline.json.jackson.databind.JsonNode;

/** All schemas that judge what stands at a place. Each is the same only as itself: comparing whole trees would cost too much. */
public final class Judges {
    private final List<JsonNode> schemas;
    private final int hash;

    Judges(List<JsonNode> schemas) {
        this.schemas = List.copyOf(schemas);
        int sum = 0;
        for (JsonNode schema : schemas) {
            sum = 31 * sum + System.identityHashCode(schema);
        }
        this.hash = sum;
    }

    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof Judges that) || schemas.size() != that.schemas.size()) {
            return false;
        }
        for (int i = 0; i < schemas.size(); i++) {
            if (schemas.get(i) != that.schemas.get(i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
