package plumbline.contract.validation;

import java.util.List;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.networknt.schema.ExecutionContext;
import plumbline.json.networknt.schema.Schema;
import plumbline.json.networknt.schema.SchemaContext;
import plumbline.json.networknt.schema.SchemaLocation;
import plumbline.json.networknt.schema.ValidationLimitExceededException;
import plumbline.json.networknt.schema.ValidationLimitExceededException.LimitKind;
import plumbline.json.networknt.schema.keyword.Keyword;
import plumbline.json.networknt.schema.keyword.KeywordType;
import plumbline.json.networknt.schema.keyword.KeywordValidator;
import plumbline.json.networknt.schema.path.NodePath;

/**
 * A keyword that looks through all that others have noted at its place, which counts as one step though it may be anything.
 *
 * @param original the keyword
 */
record BoundedKeyword(Keyword original) implements Keyword {
    /** How many keywords may have judged one value before; where no choice leads to choices, these are a few. */
    private static final int MOST_NOTES = 1_000;

    static List<Keyword> all() {
        return List.of(
                new BoundedKeyword(KeywordType.UNEVALUATED_PROPERTIES),
                new BoundedKeyword(KeywordType.UNEVALUATED_ITEMS));
    }

    @Override
    public String getValue() {
        return original.getValue();
    }

    @Override
    public KeywordValidator newValidator(SchemaLocation location, JsonNode value, Schema parent, SchemaContext context)
            throws Exception {
        return new Bounded(original.newValidator(location, value, parent, context), location);
    }

    private record Bounded(KeywordValidator validator, SchemaLocation location) implements KeywordValidator {
        @Override
        public String getKeyword() {
            return validator.getKeyword();
        }

        @Override
        public SchemaLocation getSchemaLocation() {
            return location;
        }

        @Override
        public void preloadSchema() {
            validator.preloadSchema();
        }

        @Override
        public void validate(ExecutionContext context, JsonNode value, JsonNode root, NodePath place) {
            int notes = context.getAnnotations()
                    .asMap()
                    .getOrDefault(place, List.of())
                    .size();
            if (notes > MOST_NOTES) {
                throw new ValidationLimitExceededException(
                        LimitKind.EVALUATION_STEPS, MOST_NOTES, notes, 0, location, place, place);
            }
            validator.validate(context, value, root, place);
        }
    }
}
