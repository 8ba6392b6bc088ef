package plumbline.guard.comparison;

import plumbline.contract.document.Node;

/**
 * A change before it is known which operations it concerns.
 *
 * @param rule its kind
 * @param what what is different
 * @param before where it is in the old document
 * @param now where it is in the new one
 */
record Draft(Rule rule, String what, Node before, Node now) {}
