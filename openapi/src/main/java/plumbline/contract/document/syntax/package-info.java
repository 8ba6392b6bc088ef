/** The texts of documents as trees, and where in the text each value stands. */
@NullMarked
package plumbline.contract.document.syntax;

import org.jspecify.annotations.NullMarked;
