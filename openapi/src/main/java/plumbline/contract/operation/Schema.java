package plumbline.contract.operation;

import plumbline.contract.document.Node;

/**
 * A schema as it stands in the document; references in it are not followed.
 *
 * @param node the schema object or boolean
 * @param version the version whose rules it is written by
 */
public record Schema(Node node, OpenApiVersion version) {
    /** {@return another schema of the same contract} */
    public Schema at(Node other) {
        return new Schema(other, version);
    }
}
