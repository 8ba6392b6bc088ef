package plumbline.contract;

import java.util.Optional;
import plumbline.contract.document.Node;
import plumbline.contract.inspection.Problems;
import plumbline.contract.operation.OpenApiVersion;
import plumbline.contract.operation.Schema;

/**
 * What every reader of a part needs to know of the whole.
 *
 * @param root the document
 * @param version its version
 * @param basePath the base path to use in place of those of the servers
 * @param problems where to note what is wrong
 */
record ReaderContext(Node root, OpenApiVersion version, Optional<String> basePath, Problems problems) {
    Schema schema(Node node) {
        return new Schema(node, version);
    }
}
