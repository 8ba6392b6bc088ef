package plumbline.guard.comparison.changes;

import plumbline.contract.document.Node;

/**
 * A change before it is known which operations it concerns.
 *
 * @param kind its kind
 * @param what what is different
 * @param before where it is in the old document
 * @param now where it is in the new one
 */
public record ContractDifference(ChangeKind kind, String what, Node before, Node now) {}
