package plumbline.guard.comparison.witnesses;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plumbline.contract.document.ContractException;
import plumbline.contract.document.Node;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonException;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.OpenApiVersion;
import plumbline.contract.operation.Schema;
import plumbline.contract.validation.Effort;
import plumbline.contract.validation.Location;
import plumbline.contract.validation.Schemas;
import plumbline.contract.validation.Violation;
import plumbline.guard.comparison.flattening.Conjunction;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;

/** The schemas of one contract, and what they take. */
final class JudgedSchemas {
    /** Enough for documents of thousands of operations; a schema of choices without measure uses it up in seconds. */
    private static final long MOST_STEPS = 10_000_000;

    private final OpenApiVersion version;
    private final Effort effort = new Effort(MOST_STEPS);
    private @Nullable Schemas schemas;
    private @Nullable CandidateValues values;

    JudgedSchemas(OpenApiVersion version) {
        this.version = version;
    }

    /** Made when it is first needed, which costs more than to compare a small document. */
    private Schemas schemas() {
        if (schemas == null) {
            schemas = new Schemas(version);
        }
        return schemas;
    }

    Set<JsonNode> candidates(Conjunction all, Direction direction) {
        if (values == null) {
            values = new CandidateValues(schemas());
        }
        return values.of(all, direction);
    }

    /**
     * {@return whether the schema takes a value}
     *
     * @throws Effort.UndecidedException if all values together take too long to judge
     */
    boolean takes(Conjunction all, Direction direction, JsonNode value, boolean isText) {
        return takes(all, direction, value) || isText && takesAsText(all, direction, value);
    }

    private boolean takes(Conjunction all, Direction direction, JsonNode value) {
        try {
            return all.nodes().stream().allMatch(node -> isValid(node, direction, value));
        } catch (ContractException e) {
            return true;
        }
    }

    private boolean isValid(Node node, Direction direction, JsonNode value) {
        return schemas().isValidPart(schemas().rewritten(schema(node), direction), value, effort);
    }

    private Schema schema(Node node) {
        return new Schema(node, version);
    }

    /** Whether the value is right if it is read from its text in another way. */
    private boolean takesAsText(Conjunction all, Direction direction, JsonNode value) {
        if (value.isContainer()) {
            return false;
        }
        if (!value.isString()) {
            return takes(all, direction, JsonNodeFactory.instance.stringNode(value.asString("")));
        }
        try {
            JsonNode read = Json.read(value.stringValue().getBytes(UTF_8));
            return !read.isContainer() && takes(all, direction, read);
        } catch (JsonException e) {
            return false;
        }
    }

    /** {@return whether a value that is taken has only properties that are described} */
    boolean describes(Conjunction all, Direction direction, JsonNode value) {
        return new DescribedValues((branch, part) -> isValid(branch, direction, part)).isDescribed(all, value);
    }

    /** {@return why a value is refused; nothing if that cannot be decided} */
    Optional<Violation> refusal(Conjunction all, Direction direction, JsonNode value) {
        for (Node node : all.nodes()) {
            List<Violation> violations = schemas().violations(schema(node), direction, value, Location.body());
            if (violations.stream()
                    .anyMatch(violation ->
                            violation.isUndecided() || violation.message().contains("cannot be judged"))) {
                return Optional.empty();
            }
            if (!violations.isEmpty()) {
                return Optional.of(violations.get(0));
            }
        }
        return Optional.empty();
    }
}
