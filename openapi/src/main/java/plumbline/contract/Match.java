package plumbline.contract;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import plumbline.contract.operation.Operation;

/** What a request means to the contract. */
public sealed interface Match {
    /**
     * The request is for this operation.
     *
     * @param operation the operation
     * @param pathValues the values of the path parameters as sent, percent-encoded
     */
    record Found(Operation operation, Map<String, String> pathValues) implements Match {
        public Found {
            pathValues = Map.copyOf(pathValues);
        }
    }

    /**
     * The path is documented, but not with this method.
     *
     * @param allowed the methods that can be used, sorted
     */
    record WrongMethod(Set<String> allowed) implements Match {}

    /** No documented path is like this one. */
    record NoPath() implements Match {}

    /** {@return the outcome of the function that fits} */
    default <T> T fold(Function<Found, T> found, Function<WrongMethod, T> wrongMethod, Supplier<T> noPath) {
        if (this instanceof Found match) {
            return found.apply(match);
        }
        return this instanceof WrongMethod match ? wrongMethod.apply(match) : noPath.get();
    }
}
