package plumbline.contract.resources;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.operation.Operation;

/**
 * An operation that belongs to a resource.
 *
 * @param operation the operation
 * @param role what it does
 * @param answer how its answer shows items; null if it shows none
 * @param sent where the request body says how the item is named; none if the server names it, or the path does
 * @param reason why it belongs to the resource
 */
public record Member(
        Operation operation, Role role, @Nullable Showing answer, List<Key> sent, String reason) {
    public Member {
        sent = List.copyOf(sent);
    }

    /** Whether a client that has called it knows how an item is called. */
    boolean tellsNames() {
        boolean isShown = answer != null && !answer.keys().isEmpty();
        return switch (role) {
            case LIST -> isShown;
            case CREATE ->
                isShown || !sent.isEmpty() || "PUT".equals(operation.method()) || Messages.saysWhere(operation);
            default -> false;
        };
    }

    /** {@return how its answer shows items} */
    public Optional<Showing> showing() {
        return Optional.ofNullable(answer);
    }
}
