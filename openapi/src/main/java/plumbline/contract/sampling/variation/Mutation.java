package plumbline.contract.sampling.variation;

import java.util.List;
import plumbline.contract.validation.Violation;
import plumbline.json.jackson.databind.JsonNode;

/**
 * A value that is wrong in exactly one way.
 *
 * @param value the value as a whole
 * @param change what was done to the valid one it was made of, in words that are the same in every run
 * @param violation what is wrong with it
 * @param violations that, and what follows from it at the same place, in the order in which they are found
 */
public record Mutation(JsonNode value, Judged.Change change, Violation violation, List<Violation> violations) {
    public Mutation {
        violations = List.copyOf(violations);
    }

    /** {@return the schema keyword that is broken} */
    public String keyword() {
        return violation.rule();
    }

    /** {@return the JSON pointer of what is wrong} */
    public String pointer() {
        return violation.location().pointer();
    }

    @Override
    public String toString() {
        return (pointer().isEmpty() ? "" : pointer() + " ") + change.text();
    }
}
