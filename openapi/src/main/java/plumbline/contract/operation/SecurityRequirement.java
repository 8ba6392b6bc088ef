package plumbline.contract.operation;

import java.util.List;
import plumbline.contract.document.Node;

/**
 * Credentials that satisfy an operation together.
 *
 * @param schemes the schemes that are all needed; empty if none is
 * @param node the security requirement object
 */
public record SecurityRequirement(List<SecurityScheme> schemes, Node node) {
    public SecurityRequirement {
        schemes = List.copyOf(schemes);
    }
}
