package plumbline.guard.anatomy;

import plumbline.contract.document.Node;

/**
 * An object of a document, or a reference in place of one.
 *
 * @param kind its kind, such as {@code mediaType}
 * @param node where it stands
 */
public record DocumentPart(String kind, Node node) {}
