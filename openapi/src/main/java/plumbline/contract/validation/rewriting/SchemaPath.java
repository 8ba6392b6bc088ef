package plumbline.contract.validation.rewriting;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.document.Node;
import plumbline.contract.json.Pointers;
import plumbline.json.jackson.databind.JsonNode;

/**
 * Follows the steps of a validation from schema to schema.
 *
 * @param resources all schemas
 * @param iri the schema that was validated against
 */
public record SchemaPath(SchemaResources resources, String iri) {
    /** {@return what stands in the document where these steps lead to} */
    public Optional<Node> node(List<String> steps) {
        @Nullable SchemaResource resource = resources.find(iri).orElse(null);
        StringBuilder pointer = new StringBuilder();
        for (String step : steps) {
            if (resource == null) {
                return Optional.empty();
            }
            if ("$ref".equals(step)) {
                JsonNode reference = resource.rewritten().at(pointer + "/$ref");
                resource = resources.find(reference.asString("")).orElse(null);
                pointer.setLength(0);
            } else {
                pointer.append('/').append(Pointers.escape(step));
            }
        }
        return resource == null ? Optional.empty() : resource.node().at(resource.original(pointer.toString()));
    }

    /** {@return how a reader knows the choice that stands at a place: by its name, else by its number} */
    public static String name(Node choice, int index) {
        Node target =
                choice.isReference() ? choice.target(choice.value().path("$ref").stringValue()) : choice;
        String pointer = target.pointer();
        boolean isNamed = pointer.matches("/components/schemas/[^/]+");
        return isNamed ? pointer.substring(pointer.lastIndexOf('/') + 1) : "choice " + (index + 1);
    }
}
