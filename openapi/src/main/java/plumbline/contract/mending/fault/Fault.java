package plumbline.contract.mending.fault;

import plumbline.contract.document.Node;
import plumbline.contract.document.Problem;
import plumbline.contract.document.Topic;
import plumbline.contract.inspection.Kind;
import plumbline.json.jackson.databind.JsonNode;

/**
 * A problem that a rule may know how to mend.
 *
 * @param problem what is wrong
 * @param pointer where, in the tree
 * @param value what stands there
 * @param root the document as it was read
 * @param tree the document's values, to be changed
 */
public record Fault(Problem problem, String pointer, JsonNode value, Node root, Tree tree) {
    public boolean isAbout(Topic topic) {
        return problem.topic() == topic;
    }

    public boolean isError() {
        return problem.severity() == Problem.Severity.ERROR;
    }

    /** {@return whether a value of a kind is expected there} */
    public boolean expects(Kind kind) {
        return expects().equals(kind.name());
    }

    /** {@return the name of the kind that is expected there; empty if that is not what is wrong} */
    public String expects() {
        return problem.subject();
    }

    public String name() {
        return Tree.name(pointer);
    }

    public String parent() {
        return Tree.parent(pointer);
    }

    /** {@return whether parameters describe their values themselves, as in Swagger 2.0} */
    public boolean isInSwagger() {
        return root.get("swagger").isPresent();
    }

    /** {@return whether schemas are written as in OpenAPI 3.0, or in Swagger} */
    public boolean isInOldDialect() {
        return isInSwagger()
                || root.text("openapi")
                        .filter(version -> version.startsWith("3.0"))
                        .isPresent();
    }
}
