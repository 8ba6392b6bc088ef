package plumbline.contract.operation;

/**
 * An operation that a client offers and the server calls: a webhook or a callback.
 *
 * @param name what it is called, such as {@code webhook paid} or {@code callback done of POST /jobs}; the same in other
 *     versions of a contract
 * @param operation the operation, whose template says nothing; its request is what the server sends
 */
public record Hook(String name, Operation operation) {
    /** {@return name and method, such as {@code webhook paid (POST)}} */
    public String title() {
        return name + " (" + operation.method() + ")";
    }
}
