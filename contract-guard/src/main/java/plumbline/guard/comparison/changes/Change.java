package plumbline.guard.comparison.changes;

import java.util.List;
import plumbline.contract.document.Place;

/**
 * One difference between two contracts that matters to clients.
 *
 * @param kind its kind
 * @param impact what it does to clients; more than its kind tells, where a value shows it
 * @param message what is different, and what that does to whom, as a sentence without its full stop
 * @param before the place in the old document; of what surrounds it if it was not there
 * @param now the place in the new document; of what surrounds it if it is no longer there
 * @param operations the operations that it concerns, such as {@code GET /books/{isbn}}, in order
 */
public record Change(ChangeKind kind, Impact impact, String message, Place before, Place now, List<String> operations) {
    public Change {
        operations = List.copyOf(operations);
    }
}
