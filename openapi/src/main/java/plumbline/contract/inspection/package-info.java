/** Looks for what keeps a document, or a part of it, from being used. */
@NullMarked
package plumbline.contract.inspection;

import org.jspecify.annotations.NullMarked;
