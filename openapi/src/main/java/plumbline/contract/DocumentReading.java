package plumbline.contract;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.document.ContractException;
import plumbline.contract.document.Documents;
import plumbline.contract.document.Node;
import plumbline.contract.document.Problem;
import plumbline.contract.document.ReferencePolicy;
import plumbline.contract.document.Source;
import plumbline.contract.operation.OpenApiVersion;

/** A document as far as it could be read, for those who want to know what is wrong with it. Thread-safe. */
public final class DocumentReading {
    private final Node root;
    private final OpenApiVersion version;
    private final List<Problem> problems;
    private final @Nullable Contract usable;

    /** Made once and when it is asked for, as it takes several readings more. */
    private @Nullable Contract tolerant;

    private boolean isTolerantMade;

    DocumentReading(Node root, OpenApiVersion version, List<Problem> problems, @Nullable Contract usable) {
        this.root = root;
        this.version = version;
        this.problems = List.copyOf(problems);
        this.usable = usable;
    }

    /**
     * {@return what can be read of the document that a user named}
     *
     * @throws ContractException if it cannot be had, is not well-formed, or of no version that is known
     */
    public static DocumentReading of(String fileOrUrl, ReferencePolicy policy, Optional<String> basePath) {
        return of(Contract.source(fileOrUrl, policy), basePath);
    }

    /**
     * {@return what can be read of the document that a source starts with}
     *
     * @throws ContractException if it cannot be had, is not well-formed, or of no version that is known
     */
    public static DocumentReading of(Source source, Optional<String> basePath) {
        return new ContractReader(Documents.read(source), basePath).reading();
    }

    /** {@return the reading of the contract that comes with Plumbline} */
    public static DocumentReading builtIn() {
        return of(Contract.builtInSource(), Optional.empty());
    }

    /** {@return the document; one of Swagger 2.0 as OpenAPI 3.0} */
    public Node root() {
        return root;
    }

    public OpenApiVersion version() {
        return version;
    }

    /** {@return what is wrong with it} */
    public List<Problem> problems() {
        return problems;
    }

    /** {@return the contract; null if errors keep it from being used} */
    public @Nullable Contract usable() {
        return usable;
    }

    /** {@return the contract, where there are errors without what is wrong; nothing if too little of it is left} */
    public synchronized Optional<Contract> understood() {
        if (usable == null && !isTolerantMade) {
            tolerant = tolerant();
            isTolerantMade = true;
        }
        return Optional.ofNullable(usable == null ? tolerant : usable);
    }

    private @Nullable Contract tolerant() {
        try {
            return new TolerantReader(Optional.empty()).read(root.document());
        } catch (ContractException e) {
            return null;
        }
    }

    /**
     * {@return the contract}
     *
     * @throws ContractException with all problems, if it cannot be used
     */
    public Contract contract() {
        if (usable == null) {
            throw new ContractException(problems);
        }
        return usable;
    }
}
