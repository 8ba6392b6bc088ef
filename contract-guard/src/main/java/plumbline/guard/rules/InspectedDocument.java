package plumbline.guard.rules;

import java.util.List;
import java.util.Optional;
import plumbline.contract.Contract;
import plumbline.contract.DocumentReading;
import plumbline.contract.document.Node;
import plumbline.contract.operation.OpenApiVersion;
import plumbline.contract.operation.Operation;
import plumbline.fixtures.FixtureSet;
import plumbline.guard.anatomy.DocumentParts;

/**
 * What is looked at.
 *
 * @param reading the document
 * @param parts its objects
 * @param fixtures the fixtures
 */
public record InspectedDocument(DocumentReading reading, DocumentParts parts, FixtureSet fixtures) {
    public Node root() {
        return reading.root();
    }

    public OpenApiVersion version() {
        return reading.version();
    }

    public boolean isVersion30() {
        return version() == OpenApiVersion.V3_0;
    }

    /** {@return the contract, if no error keeps it from being used} */
    public Optional<Contract> contract() {
        return Optional.ofNullable(reading.usable());
    }

    /** {@return the contract, where there are errors without the parts that have them; nothing if too little is left} */
    public Optional<Contract> understood() {
        return reading.understood();
    }

    public List<Operation> operations() {
        return contract().map(Contract::operations).orElse(List.of());
    }

    /** {@return the schemas, without those that are references and nothing else} */
    public List<Node> schemas() {
        return parts.of("schema").stream()
                .filter(schema -> !schema.isReferenceAlone())
                .toList();
    }

    /** {@return the objects of a kind, without references to such} */
    public List<Node> objects(String kind) {
        return parts.of(kind).stream().filter(node -> !node.isReference()).toList();
    }
}
