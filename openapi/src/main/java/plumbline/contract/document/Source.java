package plumbline.contract.document;

import java.net.URI;
import java.util.Optional;

/** Where the documents of a contract come from, and which of them may be read. */
public interface Source {
    /** Why a reference is not followed, and what the user can do about it. */
    record Refusal(String what, CallerRemedy remedy) {}

    /**
     * A document as it came.
     *
     * @param uri where it came from in the end, redirects followed
     * @param text its octets
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Fetched(URI uri, byte[] text) {}

    /** {@return the document to start with} */
    URI start();

    /** {@return this source, where the document to start with turned out to be found at another address} */
    Source movedTo(URI home);

    /** {@return the name of a document as the user knows it} */
    String name(URI uri);

    /** {@return why a reference must not lead to this document, or nothing if it may} */
    Optional<Refusal> refusal(URI uri);

    /**
     * {@return a document}
     *
     * @throws ContractException if it cannot be had
     */
    Fetched fetch(URI uri);
}
