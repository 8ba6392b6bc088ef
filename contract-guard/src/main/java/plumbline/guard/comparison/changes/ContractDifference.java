package plumbline.guard.comparison.changes;

import org.jspecify.annotations.Nullable;
import plumbline.contract.document.Node;

/**
 * A change before it is known which operations it concerns.
 *
 * @param kind its kind
 * @param what what is different
 * @param before where it is in the old document
 * @param now where it is in the new one
 * @param proven what a value shows of it; null if none was found
 */
public record ContractDifference(
        ChangeKind kind,
        String what,
        Node before,
        Node now,
        @Nullable Proven proven) {
    public ContractDifference(ChangeKind kind, String what, Node before, Node now) {
        this(kind, what, before, now, null);
    }

    public ContractDifference withProof(Proven shown) {
        return new ContractDifference(kind, what, before, now, shown);
    }

    public Impact impact() {
        return proven == null ? kind.impact() : proven.impact();
    }

    String message() {
        return what + ": " + (proven == null ? kind.consequence() : proven.text());
    }
}
