package plumbline.contract;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.document.ContractException;
import plumbline.contract.document.Document;
import plumbline.contract.mending.Mender;

/**
 * Reads a document again and again, each time without the faults that were found before.
 *
 * @param basePath the base path to use in place of those of the servers
 */
record TolerantReader(Optional<String> basePath) {
    /** Each round gets past faults that hid others, and a document is not nested any deeper. */
    private static final int MOST_ROUNDS = 40;

    /**
     * {@return the contract as far as it can be understood}
     *
     * @throws ContractException with all problems of the document as it is, if nothing of it can be
     */
    Contract read(Document document) {
        DocumentReading strict = reading(document);
        Mender mender = new Mender();
        DocumentReading reading = strict;
        @Nullable Document here = document;
        for (int round = 0; round < MOST_ROUNDS && here != null; round++) {
            here = mender.mended(here, reading.problems()).orElse(null);
            reading = here == null ? reading : reading(here);
        }
        @Nullable Contract usable = reading.usable();
        boolean isAllLeftOut = usable != null && usable.operations().isEmpty() && mender.leavesOutOperations();
        if (usable == null || isAllLeftOut) {
            throw new ContractException(strict.problems());
        }
        return usable.mended(mender.warnings(), mender.untouched(usable.warnings()));
    }

    private DocumentReading reading(Document document) {
        return new ContractReader(document, basePath).reading();
    }
}
