package plumbline.contract.validation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plumbline.contract.validation.rewriting.Discriminator;
import plumbline.json.networknt.schema.Error;
import plumbline.json.networknt.schema.path.NodePath;

/**
 * The keywords through which the validator came to an error, from the outermost schema on.
 *
 * @param segments the keywords, and the names and indexes behind some of them
 */
record EvaluationSteps(List<String> segments) {
    private static final Set<String> NAMED =
            Set.of("properties", "patternProperties", "prefixItems", "allOf", "anyOf", "oneOf", "dependentSchemas");
    private static final Set<String> DEEPER = Set.of(
            "properties",
            "patternProperties",
            "prefixItems",
            "items",
            "additionalProperties",
            "contains",
            "unevaluatedItems",
            "unevaluatedProperties");
    private static final Set<String> CHOICES = Set.of("oneOf", "anyOf");

    EvaluationSteps {
        segments = List.copyOf(segments);
    }

    static EvaluationSteps of(Error error) {
        return error.getEvaluationPath() == null
                ? new EvaluationSteps(List.of())
                : new EvaluationSteps(names(error.getEvaluationPath()));
    }

    /** {@return the names of a path, from its end on, since asking for one by its index takes as long as the path} */
    static List<String> names(NodePath path) {
        List<String> names = new ArrayList<>();
        for (NodePath here = path; here.getParent() != null; here = here.getParent()) {
            names.add(String.valueOf(here.getElement(-1)));
        }
        Collections.reverse(names);
        return names;
    }

    /** {@return the position of the first keyword with choices at or behind a position} */
    Optional<Integer> choice(int from) {
        for (int i = from; i < segments.size(); i += width(i)) {
            if (CHOICES.contains(segments.get(i))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private int width(int position) {
        return NAMED.contains(segments.get(position)) ? 2 : 1;
    }

    /** {@return how much deeper in the value the keyword at a position judges than the schema that an earlier one stands in} */
    int depth(int from, int position) {
        int depth = 0;
        for (int i = from; i < position && i < segments.size(); i += width(i)) {
            depth += DEEPER.contains(segments.get(i)) ? 1 : 0;
        }
        return depth;
    }

    /** {@return which of the choices of the keyword at a position was tried; -1 if this is about all of them} */
    int branch(int position) {
        return position + 1 < segments.size() ? Integer.parseInt(segments.get(position + 1)) : -1;
    }

    List<String> upTo(int position) {
        return segments.subList(0, Math.min(position, segments.size()));
    }

    /** {@return the position of the rule that a discriminator became; nothing if the error is of no such rule} */
    Optional<Integer> discriminatorRule() {
        for (int i = 0; i + 5 < segments.size(); i += width(i)) {
            boolean rule = "allOf".equals(segments.get(i))
                    && "dependentSchemas".equals(segments.get(i + 2))
                    && "allOf".equals(segments.get(i + 4))
                    && (startsWith(i + 6, Discriminator.BRANCH)
                            || startsWith(i + 6, List.of("properties", segments.get(i + 3), "enum")));
            if (rule) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** {@return whether the error is of a derived schema that a discriminator of its base asks for} */
    boolean isOfDerivedSchema() {
        return discriminatorRule()
                .filter(position -> startsWith(position + 6, Discriminator.DERIVED))
                .isPresent();
    }

    /** {@return the property that a discriminator reads} */
    String discriminatingProperty() {
        return discriminatorRule().map(position -> segments.get(position + 3)).orElse("");
    }

    private boolean startsWith(int position, List<String> wanted) {
        return position + wanted.size() <= segments.size()
                && segments.subList(position, position + wanted.size()).equals(wanted);
    }
}
