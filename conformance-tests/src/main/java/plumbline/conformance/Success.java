package plumbline.conformance;

import plumbline.contract.operation.Operation;
import plumbline.contract.operation.ResponseSpec;

/**
 * What success is: a 2xx that the contract documents, or a 3xx that it documents by more than {@code default}, since
 * anything that stands before a server may redirect.
 */
public final class Success {
    private Success() {}

    /** {@return whether an operation that answers with this status has, by its contract, done what was asked} */
    public static boolean isDocumented(Operation operation, int status) {
        return operation
                .response(status)
                .filter(response -> hasContent(status) || isRedirect(status) && !"default".equals(response.key()))
                .isPresent();
    }

    /** {@return whether a contract documents any success of an operation, so that a server can answer with one} */
    public static boolean isDocumented(Operation operation) {
        return operation.responses().stream()
                .map(ResponseSpec::key)
                .anyMatch(key -> key.startsWith("2") || key.startsWith("3") || "default".equals(key));
    }

    /** {@return whether an answer with this status may bring what was asked for, not only say where it is} */
    public static boolean hasContent(int status) {
        return status / 100 == 2;
    }

    /** {@return whether an answer with this status says that nothing is there} */
    public static boolean isAbsence(int status) {
        return status == 404 || status == 410;
    }

    /** {@return whether an answer with this status says where else to look} */
    public static boolean isRedirect(int status) {
        return status / 100 == 3;
    }
}
