package plumbline.contract.validation;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.Schema;
import plumbline.contract.document.ContractException;
import plumbline.contract.document.Node;
import plumbline.contract.document.Place;
import plumbline.contract.document.Problem;
import plumbline.contract.json.Pointers;
import tools.jackson.databind.JsonNode;

/** Says in our words, and with places in the document, what the validator found. */
final class ErrorTranslator {
    private final SchemaResources resources;

    ErrorTranslator(SchemaResources resources) {
        this.resources = resources;
    }

    List<Violation> translate(List<Error> errors, Node schema, JsonNode value, Location location) {
        List<Violation> violations = new ArrayList<>();
        for (Error error : new RelevantErrors(errors).list()) {
            Violation violation = error.getSchemaLocation() == null
                    ? undecided(error, schema, value, location)
                    : translate(error, value, location);
            if (!violations.contains(violation)) {
                violations.add(violation);
            }
        }
        return violations;
    }

    private static Violation undecided(Error error, Node schema, JsonNode value, Location location) {
        return new Violation(
                error.getKeyword(),
                location,
                String.valueOf(error.getMessage()),
                "a value that can be judged",
                KeywordMessage.excerpt(value),
                schema.place());
    }

    private Violation translate(Error error, JsonNode value, Location location) {
        String pointer = pointer(error);
        @Nullable JsonNode actual = error.getInstanceNode() == null ? at(value, pointer) : error.getInstanceNode();
        @Nullable Origin origin = origin(error);
        KeywordMessage message = KeywordMessage.of(
                rule(error, origin), origin == null ? null : origin.keyword(), actual == null ? value : actual, error);
        return new Violation(
                message.rule(),
                location.at(pointer),
                message.text(),
                message.expected(),
                message.actual(),
                origin == null ? null : origin.place());
    }

    private static String rule(Error error, @Nullable Origin origin) {
        if ("false".equals(error.getKeyword()) && origin != null && origin.isWriteOnly()) {
            return "writeOnly";
        }
        return error.getKeyword() == null ? "schema" : error.getKeyword();
    }

    /**
     * Where a fault comes from.
     *
     * @param place the place of the keyword
     * @param keyword the value of the keyword; null if it is not in the document as such
     * @param isWriteOnly whether the schema is that of a property which must not be in a response
     */
    private record Origin(Place place, @Nullable JsonNode keyword, boolean isWriteOnly) {}

    private @Nullable Origin origin(Error error) {
        SchemaLocation location = error.getSchemaLocation();
        if (location == null || location.getAbsoluteIri() == null) {
            return null;
        }
        SchemaResource resource =
                resources.find(location.getAbsoluteIri().toString()).orElse(null);
        if (resource == null) {
            return null;
        }
        String pointer = resource.original(fragment(location));
        Node node = resource.node();
        @Nullable Node keyword = node.at(pointer).orElse(null);
        Node nearest = nearest(node, pointer);
        return new Origin(nearest.place(), keyword == null ? null : keyword.value(), isWriteOnly(nearest));
    }

    /** The value at a pointer, or what is around it where the validator or a rewritten keyword points to more. */
    private static Node nearest(Node node, String pointer) {
        String here = pointer;
        while (!here.isEmpty()) {
            Optional<Node> found = node.at(here);
            if (found.isPresent()) {
                return found.get();
            }
            here = here.substring(0, here.lastIndexOf('/'));
        }
        return node;
    }

    private static boolean isWriteOnly(Node schema) {
        return new HiddenProperties(Direction.RESPONSE).hides(schema);
    }

    private static String fragment(SchemaLocation location) {
        StringBuilder pointer = new StringBuilder();
        for (int i = 0; i < location.getFragment().getNameCount(); i++) {
            pointer.append('/')
                    .append(Pointers.escape(
                            String.valueOf(location.getFragment().getElement(i))));
        }
        return pointer.toString();
    }

    private static String pointer(Error error) {
        if (error.getInstanceLocation() == null) {
            return "";
        }
        StringBuilder pointer = new StringBuilder();
        for (int i = 0; i < error.getInstanceLocation().getNameCount(); i++) {
            pointer.append('/')
                    .append(Pointers.escape(
                            String.valueOf(error.getInstanceLocation().getElement(i))));
        }
        return pointer.toString();
    }

    private static @Nullable JsonNode at(JsonNode value, String pointer) {
        JsonNode here = value;
        for (String token : Pointers.tokens(pointer)) {
            here = here.isArray() && token.chars().allMatch(Character::isDigit)
                    ? here.path(Integer.parseInt(token))
                    : here.path(token);
        }
        return here.isMissingNode() ? null : here;
    }

    ContractException unusable(Schema schema, RuntimeException cause) {
        String reason = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        return new ContractException(
                Problem.error(schema.node().place(), "the schema cannot be used: " + reason, "mend the schema"));
    }
}
