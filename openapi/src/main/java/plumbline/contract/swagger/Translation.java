package plumbline.contract.swagger;

import java.util.List;
import plumbline.contract.document.Node;
import plumbline.contract.document.Problem;

/**
 * A Swagger 2.0 document as OpenAPI 3.0.
 *
 * @param root the document, whose values know where they come from
 * @param problems what could not be carried over
 */
public record Translation(Node root, List<Problem> problems) {
    public Translation {
        problems = List.copyOf(problems);
    }

    /** {@return the translation of a document that says {@code swagger: '2.0'}} */
    public static Translation of(Node swagger) {
        return new DocumentTranslator(swagger).translate();
    }
}
